import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import type { RoundBoard, RoundPersonSheet } from '../../../shared/contract/appraisal.ts';
import { useChange } from '../../client.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { SheetSaving } from '../../ui/SheetSaving.tsx';
import { TextBox } from '../../ui/TextBox.tsx';

interface PersonSheetFormProps {
  readonly sheet: RoundPersonSheet;
  readonly board: RoundBoard;
  readonly editable: boolean;
}

/** What is typed about one person, as it stands in the boxes. */
function usePersonSheet(sheet: RoundPersonSheet, board: RoundBoard) {
  const selfScore = sheet.person.parts.find(({ part }) => part === '自评')?.score ?? null;
  const [kept, setKept] = useState({
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
  const [typed, setTyped] = useState(kept);
  const save = useChange('appraisal.savePerson');
  const set = (changes: Partial<typeof typed>) => {
    save.reset();
    setTyped({ ...typed, ...changes });
  };
  const numbers = [typed.self, typed.panel, typed.adjustment, ...typed.rules];
  const wrong = numbers.some((text) => Number.isNaN(Number(text)));

  async function store(): Promise<boolean> {
    const answer = await save
      .mutateAsync({
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
      })
      .catch(() => null);
    if (answer === null) return false;
    setKept(typed);
    return true;
  }
  return { typed, set, save, store, wrong, unsaved: typed !== kept };
}

/** What is typed about one person: self-review, the ten rules, the panel's score, additions, veto and opinion. */
export function PersonSheetForm({ sheet, board, editable }: PersonSheetFormProps): ReactNode {
  const { typed, set, save, store, wrong, unsaved } = usePersonSheet(sheet, board);
  return (
    <Paper
      component="form"
      variant="outlined"
      aria-label="考核登记"
      sx={{ p: 2 }}
      onSubmit={(event) => {
        event.preventDefault();
        if (editable && !wrong && !save.isPending) void store();
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
        <RuleScores names={board.ruleNames} typed={typed.rules} onType={(rules) => set({ rules })} />
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
        <VetoFields veto={typed.veto} reason={typed.vetoReason} onChange={set} />
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
        <Box sx={{ position: 'sticky', bottom: '-16px', zIndex: 2, mx: -2, mb: -2, mt: 2 }}>
          <SheetSaving
            status={
              wrong
                ? '有的分数不是数字，请更正。'
                : unsaved
                  ? '有未保存的修改'
                  : save.isSuccess
                    ? '已保存，总分和等次已重新计算。'
                    : ''
            }
            unsaved={unsaved}
            what="考核登记里有没保存的修改"
            busy={save.isPending}
            maySave={!wrong}
            submits
            onSave={store}
          />
        </Box>
      ) : (
        <Alert severity="info" sx={{ mt: 2 }}>
          考核组评定已经完成，或您没有修改的权限，这里只能看。
        </Alert>
      )}
    </Paper>
  );
}

interface VetoFieldsProps {
  readonly veto: boolean;
  readonly reason: string;
  readonly onChange: (changes: { readonly veto?: boolean; readonly vetoReason?: string }) => void;
}

function VetoFields({ veto, reason, onChange }: VetoFieldsProps): ReactNode {
  return (
    <>
      <FormControlLabel
        sx={{ mt: 1 }}
        control={<Checkbox checked={veto} onChange={(event) => onChange({ veto: event.target.checked })} />}
        label="有一票否决情形（案件已证明的不用勾选，会自动计入）"
      />
      {veto ? (
        <TextBox
          label="否决情形"
          required
          value={reason}
          onChange={(vetoReason) => onChange({ vetoReason })}
          maxLength={300}
        />
      ) : null}
    </>
  );
}

interface RuleScoresProps {
  readonly names: readonly string[];
  readonly typed: readonly string[];
  readonly onType: (typed: string[]) => void;
}

function RuleScores({ names, typed, onType }: RuleScoresProps): ReactNode {
  const given = typed.filter((text) => text.trim() !== '');
  const sum = given.reduce((total, text) => total + (Number(text) || 0), 0);
  return (
    <>
      <Typography variant="h2" sx={{ mt: 2, mb: 1 }} aria-live="polite">
        十项准则（每项 10 分，合计 {given.length === 0 ? '—' : Math.round(sum * 100) / 100} 分）
      </Typography>
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'repeat(auto-fill, minmax(11rem, 1fr))' }}>
        {names.map((rule, index) => (
          <TextBox
            key={rule}
            label={`${index + 1}. ${rule}`}
            numeric={{ unit: '分' }}
            value={typed[index] ?? ''}
            problem={isWithin(typed[index] ?? '', 10) ? undefined : '应为 0 至 10'}
            onChange={(text) => onType(typed.with(index, text))}
          />
        ))}
      </Box>
    </>
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
