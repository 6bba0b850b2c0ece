import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import { useOutlet, useParams } from 'react-router';
import type { ParameterView } from '../../../shared/contract/checks.ts';
import { areaLabels } from '../../../shared/text/areas.ts';
import { useToday } from '../../ground/today.ts';
import { useCall } from '../../client.ts';
import { ColumnTable, type Column } from '../../ui/ColumnTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { isNamedBy } from '../../ui/nameMatch.ts';
import { Unanswered } from '../../ui/Unanswered.tsx';
import { MasterDetail } from '../MasterDetail.tsx';
import { SettingsPage } from '../SettingsPage.tsx';
import { FindBox } from './FindBox.tsx';
import { ParameterTabs } from './ParameterTabs.tsx';
import { valueWords, versionOn, versionsAfter } from './parameterWords.ts';

/** The numbers that a county or a school may set, by area, each with the value in force. */
export function ParametersPage(): ReactNode {
  const open = useOutlet();
  return <MasterDetail list={<ParameterList narrow={open !== null} />} detail={open} />;
}

function ParameterList({ narrow }: { readonly narrow: boolean }): ReactNode {
  const parameters = useCall('parameters.list', {});
  const [typed, setTyped] = useState('');
  const shown = (parameters.data ?? []).filter(
    ({ label, help }) => typed.trim() === '' || isNamedBy(label, typed) || help.includes(typed.trim()),
  );
  const areas = [...new Set(shown.map(({ area }) => area))];
  return (
    <SettingsPage
      title="参数"
      hint={narrow ? undefined : '检查规则用到的数字。上级另有规定时，从规定生效那天起改。'}
    >
      <ParameterTabs shown="parameters" />
      <FindBox label="查找参数（可用拼音首字母）" value={typed} onChange={setTyped} />
      <Unanswered query={parameters} />
      {parameters.data && shown.length === 0 ? <EmptyState sentence="没有符合的参数。" /> : null}
      {areas.map((area) => (
        <Box key={area} component="section" sx={{ mb: 2 }}>
          <Typography variant="h2" sx={{ mt: 1 }}>
            {areaLabels[area]}
          </Typography>
          <AreaTable
            label={areaLabels[area]}
            parameters={shown.filter((parameter) => parameter.area === area)}
            narrow={narrow}
          />
        </Box>
      ))}
    </SettingsPage>
  );
}

interface AreaTableProps {
  readonly label: string;
  readonly parameters: readonly ParameterView[];
  readonly narrow: boolean;
}

function AreaTable({ label, parameters, narrow }: AreaTableProps): ReactNode {
  const today = useToday();
  const { parameterId } = useParams();
  const help: Column<ParameterView> = { head: '说明', quiet: true, cell: (parameter) => parameter.help };
  return (
    <ColumnTable
      hover
      label={`${label}参数`}
      rows={parameters}
      rowKey={({ id }) => id}
      selected={({ id }) => id === parameterId}
      columns={[
        {
          head: '参数',
          cell: (parameter) => (
            <Link color="inherit" href={`/settings/parameters/${parameter.id}`}>
              {parameter.label}
            </Link>
          ),
        },
        ...(narrow ? [] : [help]),
        {
          head: '现行值',
          sx: { minWidth: '7rem' },
          cell: (parameter) => <ValueInForce parameter={parameter} today={today} />,
        },
      ]}
    />
  );
}

interface ValueInForceProps {
  readonly parameter: ParameterView;
  readonly today: string;
}

function ValueInForce({ parameter, today }: ValueInForceProps): ReactNode {
  const current = versionOn(parameter, today);
  const [next] = versionsAfter(parameter, today);
  return (
    <>
      {current ? valueWords(parameter, current.value) : ''}
      {current?.set ? (
        <Typography variant="body2" color="textSecondary">
          本校定，{current.validFrom} 起
        </Typography>
      ) : null}
      {next ? (
        <Typography variant="body2" color="textSecondary">
          {next.validFrom} 起 {valueWords(parameter, next.value)}
        </Typography>
      ) : null}
    </>
  );
}
