import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import { Link as RouterLink, useParams } from 'react-router';
import type { RoundBoard, RoundPersonSheet } from '../../../shared/contract/appraisal.ts';
import { exclusionReasons, type ExclusionReason } from '../../../shared/domain/ethics/round/roundPeople.ts';
import { useRights } from '../../app/sessionContext.tsx';
import { useCall, useChange } from '../../client.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { StatusSign } from '../../ui/StatusSign.tsx';
import { TextBox } from '../../ui/TextBox.tsx';
import { useSaveKey } from '../../ui/useSaveKey.ts';
import { ChoiceField } from '../ChoiceField.tsx';
import { Reasons } from './RoundTable.tsx';
import { gradeSign } from './roundSigns.ts';

/** One person in a round: scores as far as they may be shown, the ten rules, additions, veto and opinion. */
export function PersonSheetScreen(): ReactNode {
  const { roundId = '', staffId = '' } = useParams();
  const board = useCall('appraisal.board', { id: roundId });
  const sheet = useCall('appraisal.person', { id: roundId, staffId });
  const rights = useRights();
  if (board.error ?? sheet.error)
    return <FailureNotice error={board.error ?? sheet.error} onRetry={() => void sheet.refetch()} />;
  if (!board.data || !sheet.data) return <Loading />;
  const { person } = sheet.data;
  const editable =
    rights.mayWrite('ethics') &&
    board.data.filedOn === null &&
    !board.data.steps.some(({ step, state }) => step === '考核组评定' && state === 'done');
  return (
    <>
      <PageHeader
        title={`${person.name} · ${board.data.name}`}
        hint={person.hint}
        actions={
          <>
            <Button color="secondary" component={RouterLink} to={`/ethics/appraisal/${roundId}`}>
              返回看板
            </Button>
            <Button
              color="secondary"
              variant="outlined"
              component={RouterLink}
              to={`/reports?name=appraisalForm&recordId=${person.appraisalId}`}
            >
              登记表
            </Button>
            <Button
              color="secondary"
              variant="outlined"
              component={RouterLink}
              to={`/reports?name=appraisalResult&recordId=${person.appraisalId}`}
            >
              结果通知
            </Button>
            <Button
              color="secondary"
              variant="outlined"
              component={RouterLink}
              to={`/ethics/people/${staffId}`}
            >
              师德档案
            </Button>
          </>
        }
      />
      <Standing sheet={sheet.data} board={board.data} />
      <SheetForm
        key={`${staffId}${board.data.filedOn ?? ''}`}
        sheet={sheet.data}
        board={board.data}
        editable={editable}
      />
      {editable ? <LeaveOut board={board.data} staffId={staffId} name={person.name} /> : null}
    </>
  );
}

function Standing({
  sheet: { person },
  board,
}: {
  readonly sheet: RoundPersonSheet;
  readonly board: RoundBoard;
}): ReactNode {
  return (
    <Paper variant="outlined" component="section" aria-label="得分和等次" sx={{ p: 2, mb: 2 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3 }}>
        {person.parts
          .filter(({ part }) => board.parts.some((one) => one.part === part && one.weight > 0))
          .map((view) => (
            <Box key={view.part}>
              <Typography variant="body2" color="textSecondary">
                {view.part}
              </Typography>
              <Typography sx={{ fontSize: '1.25rem' }}>
                {view.tooFew ? `只有 ${view.raters} 人评` : (view.score?.toFixed(2) ?? '—')}
              </Typography>
              <Typography variant="body2" color="textSecondary">
                {view.tooFew
                  ? `不足 ${board.rules.minRaters} 人，不计入`
                  : view.raters > 0
                    ? `${view.raters} 人评${view.outliers > 0 ? `，${view.outliers} 份离群` : ''}`
                    : ''}
              </Typography>
            </Box>
          ))}
        <Box>
          <Typography variant="body2" color="textSecondary">
            总分
          </Typography>
          <Typography sx={{ fontSize: '1.25rem' }}>{person.total?.toFixed(2) ?? '—'}</Typography>
          <Typography variant="body2" color="textSecondary">
            {person.rank === null ? '' : `第 ${person.rank} 名`}
          </Typography>
        </Box>
        <Box sx={{ flex: '1 1 18rem' }}>
          <StatusSign sign={gradeSign(person)} />
          <Reasons person={person} />
        </Box>
      </Box>
    </Paper>
  );
}

interface SheetFormProps {
  readonly sheet: RoundPersonSheet;
  readonly board: RoundBoard;
  readonly editable: boolean;
}

function SheetForm({ sheet, board, editable }: SheetFormProps): ReactNode {
  const selfScore = sheet.person.parts.find(({ part }) => part === '自评')?.score ?? null;
  const [typed, setTyped] = useState({
    self: textOf(selfScore),
    review: sheet.selfReview ?? '',
    rules: board.ruleNames.map((_, index) => textOf(sheet.ruleScores[index] ?? null)),
    panel: textOf(sheet.panelScore),
    adjustment: textOf(sheet.person.adjustment === 0 ? null : sheet.person.adjustment),
    adjustmentReason: sheet.adjustmentReason ?? '',
    veto: sheet.veto,
    vetoReason: sheet.vetoReason ?? '',
    opinion: sheet.panelOpinion ?? '',
  });
  const save = useChange('appraisal.savePerson');
  const set = (changes: Partial<typeof typed>) => {
    save.reset();
    setTyped({ ...typed, ...changes });
  };
  const numbers = [typed.self, typed.panel, typed.adjustment, ...typed.rules];
  const wrong = numbers.some((text) => Number.isNaN(Number(text)));
  const given = typed.rules.filter((text) => text.trim() !== '');
  const sum = given.reduce((total, text) => total + (Number(text) || 0), 0);

  function submit() {
    if (!editable || wrong || save.isPending) return;
    save.mutate({
      id: board.id,
      staffId: sheet.person.staffId,
      selfScore: numberOf(typed.self),
      selfReview: wordsOf(typed.review),
      ruleScores: typed.rules.map(numberOf),
      panelScore: numberOf(typed.panel),
      adjustment: numberOf(typed.adjustment) ?? 0,
      adjustmentReason: wordsOf(typed.adjustmentReason),
      veto: typed.veto,
      vetoReason: wordsOf(typed.vetoReason),
      panelOpinion: wordsOf(typed.opinion),
    });
  }
  useSaveKey(submit);

  return (
    <Paper
      component="form"
      variant="outlined"
      aria-label="考核登记"
      sx={{ p: 2 }}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Box component="fieldset" disabled={!editable} sx={{ border: 0, m: 0, p: 0 }}>
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: '8rem 1fr' }}>
          <TextBox
            label="自评分"
            numeric={{ unit: '分' }}
            value={typed.self}
            onChange={(self) => set({ self })}
          />
          <TextBox
            label="自评小结"
            multiline
            maxLength={5000}
            value={typed.review}
            onChange={(review) => set({ review })}
          />
        </Box>
        <Typography variant="h2" sx={{ mt: 2, mb: 1 }} aria-live="polite">
          十项准则（每项 10 分，合计 {given.length === 0 ? '—' : Math.round(sum * 100) / 100} 分）
        </Typography>
        <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'repeat(auto-fill, minmax(11rem, 1fr))' }}>
          {board.ruleNames.map((rule, index) => (
            <TextBox
              key={rule}
              label={`${index + 1}. ${rule}`}
              numeric={{ unit: '分' }}
              value={typed.rules[index] ?? ''}
              problem={isWithin(typed.rules[index] ?? '', 10) ? undefined : '应为 0 至 10'}
              onChange={(text) => set({ rules: typed.rules.with(index, text) })}
            />
          ))}
        </Box>
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: '10rem 10rem 1fr', mt: 2 }}>
          <TextBox
            label="考核组合议评分"
            numeric={{ unit: '分' }}
            value={typed.panel}
            onChange={(panel) => set({ panel })}
            help="不分项评分时填写"
          />
          <TextBox
            label="加扣分"
            numeric={{ unit: '分' }}
            value={typed.adjustment}
            onChange={(adjustment) => set({ adjustment })}
            help="扣分填负数"
          />
          <TextBox
            label="加扣分事由"
            value={typed.adjustmentReason}
            onChange={(adjustmentReason) => set({ adjustmentReason })}
            maxLength={300}
          />
        </Box>
        <FormControlLabel
          sx={{ mt: 1 }}
          control={
            <Checkbox checked={typed.veto} onChange={(event) => set({ veto: event.target.checked })} />
          }
          label="有一票否决情形（案件已证明的不用勾选，会自动计入）"
        />
        {typed.veto ? (
          <TextBox
            label="否决情形"
            required
            value={typed.vetoReason}
            onChange={(vetoReason) => set({ vetoReason })}
            maxLength={300}
          />
        ) : null}
        <Box sx={{ mt: 2 }}>
          <TextBox
            label="考核小组意见"
            multiline
            maxLength={2000}
            value={typed.opinion}
            onChange={(opinion) => set({ opinion })}
          />
        </Box>
      </Box>
      <FailureNotice error={save.error} />
      {editable ? (
        <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', mt: 2 }}>
          <Button type="submit" variant="contained" disabled={wrong || save.isPending}>
            保存
          </Button>
          <Typography role="status" color="textSecondary">
            {wrong ? '有的分数不是数字，请更正。' : save.isSuccess ? '已保存，总分和等次已重新计算。' : ''}
          </Typography>
        </Box>
      ) : (
        <Alert severity="info" sx={{ mt: 2 }}>
          考核组评定已经完成，或您没有修改的权限，这里只能看。
        </Alert>
      )}
    </Paper>
  );
}

/** Takes the person out of the round, with a reason. */
function LeaveOut({
  board,
  staffId,
  name,
}: {
  readonly board: RoundBoard;
  readonly staffId: string;
  readonly name: string;
}): ReactNode {
  const [reason, setReason] = useState<ExclusionReason | ''>('');
  const [note, setNote] = useState('');
  const setPlace = useChange('appraisal.setPlace');
  return (
    <Paper variant="outlined" component="section" aria-label="不参加考核" sx={{ p: 2, mt: 2 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'flex-end' }}>
        <ChoiceField
          label={`${name}不参加本轮考核的原因`}
          value={reason}
          options={exclusionReasons.map((value) => ({ value, label: value }))}
          onChange={setReason}
        />
        <Box sx={{ flex: '0 1 24rem' }}>
          <TextBox label="说明" value={note} onChange={setNote} maxLength={200} />
        </Box>
        <Button
          color="secondary"
          variant="outlined"
          disabled={reason === '' || setPlace.isPending}
          onClick={() => {
            if (reason !== '')
              setPlace.mutate(
                { id: board.id, staffId, included: false, reason, note: wordsOf(note) },
                {
                  onSuccess: () => {
                    window.location.hash = `#/ethics/appraisal/${board.id}`;
                  },
                },
              );
          }}
        >
          不参加考核
        </Button>
      </Box>
      <FailureNotice error={setPlace.error} />
    </Paper>
  );
}

function textOf(value: number | null): string {
  return value === null ? '' : String(value);
}

function numberOf(text: string): number | null {
  return text.trim() === '' ? null : Number(text);
}

function wordsOf(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

function isWithin(text: string, most: number): boolean {
  const value = Number(text);
  return text.trim() === '' || (value >= 0 && value <= most);
}
