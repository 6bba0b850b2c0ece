import Box from '@mui/material/Box';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { reviewGrades } from '../../../shared/domain/partyLife/campaignKinds.ts';
import type { CampaignStepKey } from '../../../shared/domain/partyLife/campaignSteps.ts';
import type { GradeProposal } from '../../../shared/domain/partyLife/reviewCount.ts';
import { moveInWall } from '../../ui/wallKeys.ts';
import { ChoiceCell } from './ChoiceCell.tsx';
import { voteFields, type ReviewDraft, type ReviewReading } from './reviewSheet.ts';

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
  const { step, draft, reading, mayWrite, problemAt, onChange } = props;
  const table = useRef<HTMLTableElement>(null);

  function changeRow(index: number, changes: Partial<Row>) {
    onChange({
      ...draft,
      rows: draft.rows.map((row, at) => (at === index ? { ...row, ...changes } : row)),
    });
  }

  /** Arrow keys walk through the numbers; Enter goes down, in lists too, where the arrows choose. */
  function handleKey(event: KeyboardEvent<HTMLTableElement>) {
    const target = event.target instanceof HTMLElement ? event.target : null;
    const [row, column] = (target?.dataset['cell'] ?? '').split('-').map(Number);
    if (row === undefined || column === undefined || event.nativeEvent.isComposing) return;
    const isNumber = target?.inputMode === 'numeric';
    if (!isNumber && event.key !== 'Enter') return;
    const columns = step === 'ballot' ? voteFields.length : 1;
    const next = moveInWall(
      event.key === 'Enter' ? 'ArrowDown' : event.key,
      { row, column },
      draft.rows.length,
      columns,
    );
    if (!next) return;
    event.preventDefault();
    table.current?.querySelector<HTMLElement>(`[data-cell="${next.row}-${next.column}"]`)?.focus();
  }

  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Box
        component="table"
        ref={table}
        aria-label="民主评议"
        onKeyDown={handleKey}
        sx={{
          borderCollapse: 'collapse',
          width: '100%',
          fontVariantNumeric: 'tabular-nums',
          'th, td': {
            borderBottom: 1,
            borderColor: 'divider',
            px: 0.75,
            py: 0.25,
            textAlign: 'left',
            fontWeight: 400,
          },
          'thead th': { color: 'text.secondary', fontSize: '0.8125rem', whiteSpace: 'nowrap' },
          'tbody th': { whiteSpace: 'nowrap' },
        }}
      >
        <thead>
          <tr>
            {headersOf(step).map((header) => (
              <th key={header} scope="col">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {draft.rows.map((row, index) => (
            <tr key={row.id}>
              <th scope="row">
                {row.name}
                {row.graded ? null : (
                  <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.8125rem', ml: 0.5 }}>
                    预备
                  </Box>
                )}
              </th>
              {cellsOf(row, index)}
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  );

  function cellsOf(row: Row, index: number): ReactNode {
    switch (step) {
      case 'selfReview':
        return <td>{gradeCell(row, index, 'selfGrade', '自评')}</td>;
      case 'peerReview':
        return (
          <>
            <td>{row.selfGrade ?? '—'}</td>
            <td>{gradeCell(row, index, 'peerGrade', '互评')}</td>
          </>
        );
      case 'ballot':
        return (
          <>
            {voteFields.map(([field, label], column) => (
              <td key={field}>
                <Box
                  component="input"
                  type="text"
                  inputMode="numeric"
                  data-cell={`${index}-${column}`}
                  aria-label={`${row.name} ${label}票`}
                  aria-invalid={problemAt(`reviews.${index}.excellentVotes`) !== undefined}
                  readOnly={!mayWrite || !row.graded}
                  value={row[field]}
                  maxLength={4}
                  autoComplete="off"
                  onFocus={(event) => event.target.select()}
                  onChange={(event) => changeRow(index, { [field]: event.target.value })}
                  sx={{
                    width: '4rem',
                    height: '2rem',
                    border: 1,
                    borderColor: 'divider',
                    borderRadius: 0.5,
                    textAlign: 'right',
                    font: 'inherit',
                    px: 0.5,
                    bgcolor: row.graded ? 'background.paper' : '#F1EEE9',
                  }}
                />
              </td>
            ))}
            <td>{row.graded ? totalWords(reading.totals[index] ?? null, reading.valid) : '不评等次'}</td>
          </>
        );
      default:
        return (
          <>
            <td>
              {row.selfGrade ?? '—'} / {row.peerGrade ?? '—'}
            </td>
            <td>{voteFields.map(([field]) => row[field] || '0').join(' / ')}</td>
            <td>{proposalWords(reading.proposal.grades[index] ?? null)}</td>
            <td>
              <ChoiceCell
                label={`${row.name} 评定等次`}
                place={`${index}-0`}
                value={row.grade}
                options={row.graded ? reviewGrades : ['不评等次']}
                disabled={!mayWrite}
                invalid={problemAt(`${row.id}.grade`) !== undefined}
                onChange={(grade) => changeRow(index, { grade })}
              />
            </td>
            <td>{textCell(row, index, 'remark', '评语', '12rem')}</td>
            <td>{textCell(row, index, 'feedbackOn', '反馈日期', '6.5rem')}</td>
          </>
        );
    }
  }

  function gradeCell(row: Row, index: number, field: 'selfGrade' | 'peerGrade', label: string): ReactNode {
    return (
      <Box sx={{ maxWidth: '12rem' }}>
        <ChoiceCell
          label={`${row.name} ${label}`}
          place={`${index}-0`}
          value={row[field]}
          options={reviewGrades}
          disabled={!mayWrite || !row.graded}
          onChange={(grade) => changeRow(index, { [field]: grade })}
        />
      </Box>
    );
  }

  function textCell(
    row: Row,
    index: number,
    field: 'remark' | 'feedbackOn',
    label: string,
    width: string,
  ): ReactNode {
    return (
      <Box
        component="input"
        type="text"
        aria-label={`${row.name} ${label}`}
        readOnly={!mayWrite}
        value={row[field] ?? ''}
        maxLength={field === 'remark' ? 300 : 10}
        placeholder={field === 'feedbackOn' ? '2026-11-24' : ''}
        autoComplete="off"
        onChange={(event) =>
          changeRow(index, { [field]: event.target.value === '' ? null : event.target.value })
        }
        sx={{
          width: '100%',
          minWidth: width,
          height: '2rem',
          border: 1,
          borderColor: 'divider',
          borderRadius: 0.5,
          font: 'inherit',
          fontSize: '0.875rem',
          px: 0.5,
        }}
      />
    );
  }
}

function headersOf(step: CampaignStepKey): readonly string[] {
  switch (step) {
    case 'selfReview':
      return ['党员', '自评'];
    case 'peerReview':
      return ['党员', '自评', '互评'];
    case 'ballot':
      return ['党员', ...voteFields.map(([, label]) => `${label}票`), '合计'];
    default:
      return ['党员', '自评 / 互评', '优 / 合 / 基 / 不', '票数建议', '评定等次', '评语', '反馈日期'];
  }
}

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
