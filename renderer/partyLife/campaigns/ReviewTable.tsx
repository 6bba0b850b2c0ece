import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { CampaignStepKey } from '../../../shared/domain/partyLife/campaignSteps.ts';
import type { GradeProposal } from '../../../shared/domain/partyLife/reviewCount.ts';
import { EntryGrid, type EntryColumn } from '../../ui/entryGrid/EntryGrid.tsx';
import type { CellPlace } from '../../ui/entryGrid/useGridFocus.ts';
import { ChoiceCell } from './ChoiceCell.tsx';
import { voteFields, type ReviewDraft, type ReviewReading } from './reviewSheet.ts';
import { reviewGrades } from '../../../shared/domain/partyLife/words.ts';

interface ReviewTableProps {
  readonly step: CampaignStepKey;
  readonly draft: ReviewDraft;
  readonly reading: ReviewReading;
  readonly mayWrite: boolean;
  readonly problemAt: (path: string) => string | undefined;
  readonly onChange: (draft: ReviewDraft) => void;
}

type Row = ReviewDraft['rows'][number];

/** A member a row, with the columns of the step; what was filled before stands beside it. */
export function ReviewTable(props: ReviewTableProps): ReactNode {
  const { draft } = props;
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <EntryGrid
        label="民主评议"
        look="lines"
        wide
        tabThrough
        corner="党员"
        rows={draft.rows}
        rowKey={({ id }) => id}
        rowHead={({ name, graded }) => (
          <>
            {name}
            {graded ? null : (
              <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.8125rem', ml: 0.5 }}>
                预备
              </Box>
            )}
          </>
        )}
        columns={columnsOf(props)}
      />
    </Box>
  );
}

function columnsOf({
  step,
  draft,
  reading,
  mayWrite,
  problemAt,
  onChange,
}: ReviewTableProps): readonly EntryColumn<Row>[] {
  const change = (row: Row, changes: Partial<Row>) =>
    onChange({ ...draft, rows: draft.rows.map((each) => (each === row ? { ...row, ...changes } : each)) });
  const choice = (
    field: 'selfGrade' | 'peerGrade' | 'grade',
    head: string,
    optionsOf: (row: Row) => readonly NonNullable<Row['grade']>[] = () => reviewGrades,
  ): EntryColumn<Row> => ({
    key: field,
    head,
    cell: (row, place) => (
      <Box sx={{ maxWidth: '12rem' }}>
        <ChoiceCell
          label={`${row.name} ${head}`}
          place={place}
          value={row[field]}
          options={optionsOf(row)}
          disabled={!mayWrite || (field !== 'grade' && !row.graded)}
          invalid={problemAt(`${row.id}.${field}`) !== undefined}
          onChange={(grade) => change(row, { [field]: grade })}
        />
      </Box>
    ),
  });
  const text = (field: 'remark' | 'feedbackOn', head: string): EntryColumn<Row> => ({
    key: field,
    head,
    still: true,
    cell: (row) => (
      <TextCell
        field={field}
        label={`${row.name} ${head}`}
        value={row[field]}
        readOnly={!mayWrite}
        onChange={(typed) => change(row, { [field]: typed })}
      />
    ),
  });
  const words = (head: string, wordsOf: (row: Row, index: number) => ReactNode): EntryColumn<Row> => ({
    key: head,
    head,
    still: true,
    cell: (row, _place, index) => wordsOf(row, index),
  });
  switch (step) {
    case 'selfReview':
      return [choice('selfGrade', '自评')];
    case 'peerReview':
      return [words('自评', ({ selfGrade }) => selfGrade ?? '—'), choice('peerGrade', '互评')];
    case 'ballot':
      return [
        ...voteFields.map(([field, label]): EntryColumn<Row> => ({
          key: field,
          head: `${label}票`,
          cell: (row, place, index) => (
            <VotesCell
              place={place}
              label={`${row.name} ${label}票`}
              value={row[field]}
              graded={row.graded}
              readOnly={!mayWrite || !row.graded}
              invalid={problemAt(`reviews.${index}.excellentVotes`) !== undefined}
              onChange={(typed) => change(row, { [field]: typed })}
            />
          ),
        })),
        words('合计', (row, index) =>
          row.graded ? totalWords(reading.totals[index] ?? null, reading.valid) : '不评等次',
        ),
      ];
    default:
      return [
        words('自评 / 互评', ({ selfGrade, peerGrade }) => `${selfGrade ?? '—'} / ${peerGrade ?? '—'}`),
        words('优 / 合 / 基 / 不', (row) => voteFields.map(([field]) => row[field] || '0').join(' / ')),
        words('票数建议', (_row, index) => proposalWords(reading.proposal.grades[index] ?? null)),
        choice('grade', '评定等次', ({ graded }) => (graded ? reviewGrades : ['不评等次'])),
        text('remark', '评语'),
        text('feedbackOn', '反馈日期'),
      ];
  }
}

interface VotesCellProps {
  readonly place: CellPlace;
  readonly label: string;
  readonly value: string;
  readonly graded: boolean;
  readonly readOnly: boolean;
  readonly invalid: boolean;
  readonly onChange: (typed: string) => void;
}

function VotesCell({ place, label, value, graded, readOnly, invalid, onChange }: VotesCellProps): ReactNode {
  return (
    <Box
      component="input"
      type="text"
      inputMode="numeric"
      {...place}
      aria-label={label}
      aria-invalid={invalid}
      readOnly={readOnly}
      value={value}
      maxLength={4}
      autoComplete="off"
      onFocus={(event) => {
        place.onFocus();
        event.target.select();
      }}
      onChange={(event) => onChange(event.target.value)}
      sx={{
        ...box,
        width: '4rem',
        textAlign: 'right',
        bgcolor: graded ? 'background.paper' : '#F1EEE9',
      }}
    />
  );
}

interface TextCellProps {
  readonly field: 'remark' | 'feedbackOn';
  readonly label: string;
  readonly value: string | null;
  readonly readOnly: boolean;
  readonly onChange: (typed: string | null) => void;
}

function TextCell({ field, label, value, readOnly, onChange }: TextCellProps): ReactNode {
  const isDay = field === 'feedbackOn';
  return (
    <Box
      component="input"
      type="text"
      aria-label={label}
      readOnly={readOnly}
      value={value ?? ''}
      maxLength={isDay ? 10 : 300}
      placeholder={isDay ? '2026-11-24' : ''}
      autoComplete="off"
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      sx={{ ...box, width: '100%', minWidth: isDay ? '6.5rem' : '12rem', fontSize: '0.875rem' }}
    />
  );
}

const box = {
  height: '2rem',
  border: 1,
  borderColor: 'divider',
  borderRadius: 0.5,
  font: 'inherit',
  px: 0.5,
} as const;

function proposalWords(proposal: GradeProposal): string {
  return proposal === null ? '还没计票' : proposal === 'tied' ? '并列，由支部定' : proposal;
}

/** 9 ✓, or by how many the four kinds miss the valid ballots. */
function totalWords(total: number | null, valid: number | null): ReactNode {
  if (total === null) return '—';
  if (valid === null) return String(total);
  if (total === valid)
    return (
      <Box component="span" sx={{ color: 'success.main' }}>
        {total} ✓
      </Box>
    );
  return (
    <Box component="span" sx={{ color: 'error.main' }}>
      {total} {total > valid ? `多 ${total - valid}` : `差 ${valid - total}`}
    </Box>
  );
}
