import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { ParameterView } from '../../../shared/contract/checks.ts';
import { readParameterValue } from '../../../shared/domain/parameters/index.ts';
import { isPlainDate } from '../../../shared/kernel/plainDate.ts';
import { date } from '../../../shared/ledger/field.ts';
import { areaLabels } from '../../../shared/text/areas.ts';
import { useRights } from '../../ground/sessionContext.tsx';
import { useToday } from '../../ground/today.ts';
import { useCall, useChange } from '../../client.ts';
import { DateControl } from '../../ledger/form/controls/DateControl.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { FieldLabel, FieldNote } from '../../ui/fieldWords.tsx';
import { problemAt } from '../../ui/problemAt.ts';
import { TextBox } from '../../ui/TextBox.tsx';
import { Unanswered } from '../../ui/Unanswered.tsx';
import { SettingsForm } from '../SettingsForm.tsx';
import { SettingsPage } from '../SettingsPage.tsx';
import { readTypedValue, typedWords, versionOn } from './parameterWords.ts';
import { RuleTable } from './RuleTable.tsx';
import { VersionTable } from './VersionTable.tsx';

/** One parameter: what held when, which rules read it, and a new value from a day on. */
export function ParameterDetail(): ReactNode {
  const { parameterId } = useParams();
  const parameters = useCall('parameters.list', {});
  const rights = useRights();
  if (!parameters.isSuccess) return <Unanswered query={parameters} />;
  const parameter = parameters.data.find(({ id }) => id === parameterId);
  if (!parameter) return <EmptyState sentence="没有找到这个参数，请从列表里选择。" />;
  return rights.may('manageSettings') ? (
    <NewVersionForm key={parameter.id} parameter={parameter} />
  ) : (
    <SettingsPage title={parameter.label} hint={hintOf(parameter)}>
      <About parameter={parameter} />
    </SettingsPage>
  );
}

const hintOf = ({ area, help }: ParameterView) => `${areaLabels[area]} · ${help}`;

function About({ parameter }: { readonly parameter: ParameterView }): ReactNode {
  const today = useToday();
  const rules = useCall('checks.rules', {});
  const readers = (rules.data ?? []).filter((rule) => rule.parameters.includes(parameter.id));
  return (
    <>
      <VersionTable parameter={parameter} today={today} />
      <Typography variant="h2" sx={{ mt: 3, mb: 0.5 }}>
        哪些规则用到它
      </Typography>
      <FailureNotice error={rules.error} onRetry={() => void rules.refetch()} />
      {readers.length > 0 ? (
        <RuleTable label="用到它的规则" rules={readers} />
      ) : (
        <Typography color="textSecondary">没有检查规则直接用到它，用于提醒、计算和报表。</Typography>
      )}
    </>
  );
}

const fromField = date({ label: '从哪天起', required: true });

function NewVersionForm({ parameter }: { readonly parameter: ParameterView }): ReactNode {
  const navigate = useNavigate();
  const today = useToday();
  const save = useChange('parameters.save');
  const current = typedWords(versionOn(parameter, today)?.value);
  const [validFrom, setValidFrom] = useState<unknown>(today);
  const [typed, setTyped] = useState(current);
  const [reason, setReason] = useState('');
  const [left, setLeft] = useState<readonly string[]>([]);
  const dirty = validFrom !== today || typed !== current || reason !== '';

  const checked = readParameterValue(parameter.id, readTypedValue(parameter, typed));
  const own = {
    validFrom:
      typeof validFrom === 'string' && isPlainDate(validFrom) ? undefined : '请写一个日期，例如 2026-09-01。',
    value: checked.ok ? undefined : checked.failure.sentence,
    reason: reason.trim().length < 2 ? '请写修改的依据，例如文件名称和文号。' : undefined,
  };
  const problemOf = (field: keyof typeof own) =>
    (left.includes(field) ? own[field] : undefined) ?? problemAt(save.error, field);
  const leave = (field: keyof typeof own) => setLeft([...left, field]);

  async function add(): Promise<boolean> {
    setLeft(['validFrom', 'value', 'reason']);
    if (own.validFrom ?? own.value ?? own.reason) return false;
    if (typeof validFrom !== 'string' || !checked.ok) return false;
    await save.mutateAsync({ id: parameter.id, validFrom, value: checked.value, reason });
    setValidFrom(today);
    setTyped(typedWords(checked.value));
    setReason('');
    setLeft([]);
    return true;
  }

  return (
    <SettingsForm
      title={parameter.label}
      hint={hintOf(parameter)}
      saveLabel="保存新的值"
      dirty={dirty}
      onSave={add}
      onBack={() => void navigate('/settings/parameters')}
    >
      <Box sx={{ display: 'grid', gap: 2, mb: 3, maxWidth: '40rem' }}>
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fit, minmax(14rem, 1fr))' }}>
          <Box data-field="validFrom">
            <FieldLabel id="validFrom" label={fromField.label} required />
            <DateControl
              id="validFrom"
              field={fromField}
              value={validFrom}
              invalid={problemOf('validFrom') !== undefined}
              describedBy="validFrom-note"
              onChange={setValidFrom}
              onBlur={() => leave('validFrom')}
            />
            <FieldNote
              id="validFrom-note"
              help="这一天以前的记录仍按原来的值检查。"
              problems={[problemOf('validFrom')].flatMap((sentence) => sentence ?? [])}
            />
          </Box>
          <TextBox
            required
            label="新的值"
            value={typed}
            maxLength={500}
            {...(parameter.type === 'number' ? { numeric: { unit: parameter.unit } } : {})}
            help={
              parameter.type === 'numberList' ? `几个数字之间用顿号隔开${unitHelp(parameter)}。` : undefined
            }
            problem={problemOf('value')}
            onChange={setTyped}
            onBlur={() => leave('value')}
          />
        </Box>
        <TextBox
          required
          label="修改的依据"
          value={reason}
          maxLength={300}
          problem={problemOf('reason')}
          help="例如：县教育局〔2026〕15 号通知。"
          onChange={setReason}
          onBlur={() => leave('reason')}
        />
      </Box>
      <About parameter={parameter} />
    </SettingsForm>
  );
}

function unitHelp({ unit }: ParameterView): string {
  return unit === '' ? '' : `，单位：${unit}`;
}
