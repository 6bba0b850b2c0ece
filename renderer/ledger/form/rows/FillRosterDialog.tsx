import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import { useWatch, type Control } from 'react-hook-form';
import type { Filter } from '../../../../shared/contract/ledgers.ts';
import type { AnyLedger } from '../../../../shared/ledger/definition.ts';
import { fieldsOf } from '../../../../shared/ledger/schema.ts';
import { findLedger } from '../../../../shared/ledgers/index.ts';
import { useCall } from '../../../client.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { toggled } from '../../../ui/toggled.ts';
import { Loading } from '../../../ui/Loading.tsx';
import { ReferenceControl } from '../controls/ReferenceControl.tsx';
import type { FormShape } from '../formShape.ts';
import { useTitles } from '../titles.tsx';
import type { Row } from './pasteRows.ts';
import { narrowingFields, rosterFilters } from './rosterSource.ts';
import type { RosterShape } from './rosterShape.ts';

export interface FillRosterDialogProps {
  readonly shape: RosterShape;
  readonly rows: readonly Row[];
  readonly ledger: string;
  readonly control: Control<FormShape>;
  readonly emptyRow: () => Row;
  readonly onFill: (rows: readonly Row[]) => void;
  readonly onClose: () => void;
}

const mostPersons = 500;

/** Chooses who is on the roll: the persons of the record's branch, class …, each to be left out by one tick. */
export function FillRosterDialog(props: FillRosterDialogProps): ReactNode {
  const { shape, rows, onFill } = props;
  const definition = findLedger(props.ledger);
  const target = findLedger(shape.target);
  const values = useWatch({ control: props.control, name: 'values' });
  const { learn } = useTitles();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [narrowed, setNarrowed] = useState<Readonly<Record<string, string | null>>>(() =>
    definition && target
      ? Object.fromEntries(
          rosterFilters(target, definition, values).flatMap((filter) =>
            filter.operator === 'is' ? [[filter.field, String(filter.value)]] : [],
          ),
        )
      : {},
  );
  const filters: Filter[] = [
    ...(definition && target
      ? rosterFilters(target, definition, values).filter((filter) => filter.operator === 'isEmpty')
      : []),
    ...Object.entries(narrowed).flatMap(([field, value]): Filter[] =>
      value === null ? [] : [{ field, operator: 'is', value }],
    ),
  ];
  const persons = useCall('ledger.list', {
    query: { ledger: shape.target, filters },
    page: 0,
    pageSize: mostPersons,
  });
  if (!definition || !target) return null;

  const present = new Set(rows.map((row) => String(row[shape.person])));
  const offered = (persons.data?.rows ?? []).map((record) => ({
    id: record.id,
    title: textOf(record.values[target.title]),
  }));
  const added = offered.filter((person) => !present.has(person.id) && !left.has(person.id));

  function fill() {
    for (const person of added) learn(person.id, person.title);
    onFill([
      ...rows,
      ...added.map((person) => ({
        ...props.emptyRow(),
        [shape.person]: person.id,
        [shape.state]: shape.usual,
      })),
    ]);
  }

  return (
    <FormDialog
      title={`从“${target.label}”填入名单`}
      error={persons.error}
      width="md"
      atOnce
      submitLabel={`填入 ${added.length} 人，全部记为“${shape.usual}”`}
      ready={added.length > 0}
      onSubmit={fill}
      onClose={props.onClose}
    >
      <Narrowing target={target} narrowed={narrowed} onNarrow={setNarrowed} />
      {persons.isLoading ? <Loading /> : null}
      {persons.data && persons.data.total > mostPersons ? (
        <Typography sx={{ color: 'warning.main' }}>
          共有 {persons.data.total} 人，只列出前 {mostPersons} 人。请先用上面的条件缩小范围。
        </Typography>
      ) : null}
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(8rem, 1fr))' }}>
        {offered.map((person) => (
          <FormControlLabel
            key={person.id}
            label={person.title}
            disabled={present.has(person.id)}
            control={
              <Checkbox
                size="small"
                checked={!left.has(person.id)}
                onChange={() => setLeft(toggled(left, person.id))}
              />
            }
          />
        ))}
      </Box>
      {persons.data && offered.length === 0 ? (
        <Typography color="textSecondary">
          没有符合条件的人。请换个条件，或先登记到“{target.label}”。
        </Typography>
      ) : null}
    </FormDialog>
  );
}

interface NarrowingProps {
  readonly target: AnyLedger;
  readonly narrowed: Readonly<Record<string, string | null>>;
  readonly onNarrow: (narrowed: Readonly<Record<string, string | null>>) => void;
}

function Narrowing({ target, narrowed, onNarrow }: NarrowingProps): ReactNode {
  const fields = fieldsOf(target);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
      {narrowingFields(target).map((id) => {
        const field = fields[id];
        if (field?.kind !== 'reference') return null;
        return (
          <Box key={id} sx={{ width: '16rem' }}>
            <Typography component="label" htmlFor={`narrow-${id}`} variant="body2">
              {field.label}
            </Typography>
            <ReferenceControl
              id={`narrow-${id}`}
              field={field}
              value={narrowed[id] ?? null}
              onChange={(value) => onNarrow({ ...narrowed, [id]: typeof value === 'string' ? value : null })}
              onBlur={() => undefined}
              invalid={false}
              describedBy={undefined}
            />
          </Box>
        );
      })}
    </Box>
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
