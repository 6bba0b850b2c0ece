import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Popover from '@mui/material/Popover';
import Select from '@mui/material/Select';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import type { Filter } from '../../../shared/contract/ledgers.ts';
import { stateLabels } from '../../../shared/ledger/columns.ts';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import type { Field } from '../../../shared/ledger/field.ts';
import { fieldsOf } from '../../../shared/ledger/schema.ts';
import { ReferenceControl } from '../form/controls/ReferenceControl.tsx';
import { DateControl } from '../form/controls/DateControl.tsx';
import { TypedControl } from '../form/controls/TypedControl.tsx';
import { filterFormOf } from './filterWords.ts';

interface FilterEditorProps {
  readonly definition: AnyLedger;
  readonly anchor: HTMLElement | null;
  /** The column to begin with. */
  readonly field: string | null;
  readonly filters: readonly Filter[];
  readonly onApply: (filters: readonly Filter[]) => void;
  readonly onClose: () => void;
}

/** Sets the filter of one column; the others stay. */
export function FilterEditor(props: FilterEditorProps): ReactNode {
  return (
    <Popover
      open={props.anchor !== null}
      anchorEl={props.anchor}
      onClose={props.onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      slotProps={{ paper: { role: 'dialog', 'aria-label': '筛选' } }}
    >
      {props.anchor ? <EditorBody {...props} /> : null}
    </Popover>
  );
}

function EditorBody({ definition, field: first, filters, onApply, onClose }: FilterEditorProps): ReactNode {
  const fields = fieldsOf(definition);
  const usable = Object.entries(fields).filter(([, field]) => filterFormOf(field) !== null);
  const usual = usable.find(([, field]) => field.filter)?.[0] ?? usable[0]?.[0] ?? '';
  const [chosen, setChosen] = useState(first ?? usual);
  const field = fields[chosen];
  const [filter, setFilter] = useState<Filter | null>(
    () => filters.find((each) => each.field === chosen) ?? null,
  );

  function apply(next: Filter | null) {
    onApply([...filters.filter((each) => each.field !== chosen), ...(next ? [next] : [])]);
    onClose();
  }

  return (
    <Box
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        apply(filter);
      }}
      sx={{ p: 2, width: '22rem', display: 'grid', gap: 1.5 }}
    >
      <Select
        value={chosen}
        inputProps={{ 'aria-label': '按哪一栏筛选' }}
        onChange={(event) => {
          setChosen(event.target.value);
          setFilter(filters.find((each) => each.field === event.target.value) ?? null);
        }}
      >
        {usable.map(([id, each]) => (
          <MenuItem key={id} value={id}>
            {each.label}
          </MenuItem>
        ))}
        {definition.workflow ? <MenuItem value="state">状态</MenuItem> : null}
      </Select>
      {chosen === 'state' ? (
        <OptionBoxes
          id="state"
          options={Object.entries(stateLabels).map(([value, label]) => ({ value, label }))}
          filter={filter}
          onChange={setFilter}
        />
      ) : field ? (
        <FilterValue key={chosen} id={chosen} field={field} filter={filter} onChange={setFilter} />
      ) : null}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, justifyContent: 'flex-end' }}>
        {chosen === 'state' ? null : (
          <Button color="secondary" onClick={() => apply({ field: chosen, operator: 'isEmpty' })}>
            只看未填
          </Button>
        )}
        <Button color="secondary" onClick={() => apply(null)}>
          不筛选
        </Button>
        <Button type="submit" variant="contained" disabled={filter === null}>
          筛选
        </Button>
      </Box>
    </Box>
  );
}

interface FilterValueProps {
  readonly id: string;
  readonly field: Field;
  readonly filter: Filter | null;
  readonly onChange: (filter: Filter | null) => void;
}

function FilterValue({ id, field, filter, onChange }: FilterValueProps): ReactNode {
  const control = {
    id: `filter-${id}`,
    name: field.label,
    onBlur: () => undefined,
    invalid: false,
    describedBy: undefined,
  };
  switch (filterFormOf(field)) {
    case 'words':
      return (
        <TextField
          autoFocus
          placeholder="包含的文字"
          value={filter?.operator === 'contains' ? String(filter.value) : ''}
          onChange={(event) =>
            onChange(
              event.target.value.trim() === ''
                ? null
                : { field: id, operator: 'contains', value: event.target.value.trim() },
            )
          }
          slotProps={{ htmlInput: { 'aria-label': `${field.label}包含的文字` } }}
        />
      );
    case 'options':
      return 'options' in field ? (
        <OptionBoxes
          id={id}
          options={field.options.map((option) => ({ value: option.value, label: option.value }))}
          filter={filter}
          onChange={onChange}
        />
      ) : null;
    case 'yesNo':
      return (
        <Box sx={{ display: 'flex', gap: 1 }}>
          {[true, false].map((value) => (
            <Button
              key={String(value)}
              variant={filter?.operator === 'is' && filter.value === value ? 'contained' : 'outlined'}
              color="secondary"
              onClick={() => onChange({ field: id, operator: 'is', value })}
            >
              {value ? '是' : '否'}
            </Button>
          ))}
        </Box>
      );
    case 'records':
      return field.kind === 'reference' || field.kind === 'references' ? (
        <ReferenceControl
          {...control}
          field={{ kind: 'references', label: field.label, target: field.target }}
          value={filter?.operator === 'anyOf' ? filter.value : []}
          onChange={(value) =>
            onChange(
              Array.isArray(value) && value.length > 0 ? { field: id, operator: 'anyOf', value } : null,
            )
          }
        />
      ) : null;
    case 'range':
      return <RangeValues id={id} field={field} filter={filter} onChange={onChange} />;
    case null:
      return null;
  }
}

function RangeValues({ id, field, filter, onChange }: FilterValueProps): ReactNode {
  const ends: readonly unknown[] =
    filter?.operator === 'between' && Array.isArray(filter.value) ? filter.value : [null, null];
  function setEnd(index: number, value: unknown) {
    const next = ends.map((end, at) => (at === index ? value : (end ?? null)));
    onChange(next.every((end) => end === null) ? null : { field: id, operator: 'between', value: next });
  }
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '2rem 1fr', alignItems: 'center', gap: 1 }}>
      {['从', '到'].map((word, index) => {
        const common = {
          id: `filter-${id}-${index}`,
          name: `${field.label}${word}`,
          value: ends[index] ?? null,
          onChange: (value: unknown) => setEnd(index, value),
          onBlur: () => undefined,
          invalid: false,
          describedBy: undefined,
        };
        return [
          <Typography key={word}>{word}</Typography>,
          field.kind === 'date' || field.kind === 'instant' ? (
            <DateControl key={`${word} control`} {...common} field={{ kind: 'date', label: field.label }} />
          ) : field.kind === 'integer' ||
            field.kind === 'decimal' ||
            field.kind === 'money' ||
            field.kind === 'percentage' ? (
            <TypedControl key={`${word} control`} {...common} field={field} />
          ) : null,
        ];
      })}
    </Box>
  );
}

interface OptionBoxesProps {
  readonly id: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly filter: Filter | null;
  readonly onChange: (filter: Filter | null) => void;
}

function OptionBoxes({ id, options, filter, onChange }: OptionBoxesProps): ReactNode {
  const chosen: readonly unknown[] =
    filter?.operator === 'anyOf' && Array.isArray(filter.value) ? filter.value : [];
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', maxHeight: '18rem', overflowY: 'auto' }}>
      {options.map((option) => (
        <FormControlLabel
          key={option.value}
          label={option.label}
          control={
            <Checkbox
              size="small"
              checked={chosen.includes(option.value)}
              onChange={(_, checked) => {
                const next = checked
                  ? [...chosen, option.value]
                  : chosen.filter((each) => each !== option.value);
                onChange(next.length > 0 ? { field: id, operator: 'anyOf', value: next } : null);
              }}
            />
          }
        />
      ))}
    </Box>
  );
}
