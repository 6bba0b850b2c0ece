import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { readIdentityNumber } from '../../../../shared/kernel/identityNumber.ts';
import { ageOn } from '../../../../shared/kernel/plainDate.ts';
import type { Field } from '../../../../shared/ledger/field.ts';
import { useToday } from '../../../ground/today.ts';
import { bareSx } from './bare.ts';
import type { ControlProps } from './control.ts';

type TextLikeField = Extract<Field, { kind: 'text' | 'longText' | 'identityNumber' | 'phone' }>;

const longestNumber = 30;

/** Text on one or many lines, identity numbers and phones. */
export function TextControl(props: ControlProps<TextLikeField>): ReactNode {
  const { field, value, onChange, bare } = props;
  const text = typeof value === 'string' ? value : '';
  const limit = 'maxLength' in field ? field.maxLength : longestNumber;
  const length = [...text].length;
  return (
    <>
      <TextField
        id={props.id}
        value={text}
        error={props.invalid}
        disabled={props.disabled}
        multiline={field.kind === 'longText'}
        minRows={field.kind === 'longText' ? (bare ? 1 : field.rows) : undefined}
        maxRows={field.kind === 'longText' ? (bare ? 6 : 20) : undefined}
        onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
        onBlur={props.onBlur}
        sx={bare ? bareSx : { maxWidth: widthOf(field, limit) }}
        slotProps={{
          input: {
            endAdornment:
              field.unit && !bare ? <InputAdornment position="end">{field.unit}</InputAdornment> : undefined,
          },
          htmlInput: {
            'aria-describedby': props.describedBy,
            'aria-label': props.name,
            autoComplete: 'off',
            spellCheck: false,
            inputMode: field.kind === 'phone' ? 'tel' : undefined,
          },
        }}
      />
      {!bare && length > limit * 0.8 ? (
        <Typography variant="caption" color={length > limit ? 'error' : 'textSecondary'} component="div">
          {length} / {limit} 字
        </Typography>
      ) : null}
      {field.kind === 'identityNumber' && !bare ? <IdentityHint number={text} /> : null}
    </>
  );
}

/** What the number says by itself, so that a slip shows at once. */
function IdentityHint({ number }: { readonly number: string }): ReactNode {
  const today = useToday();
  const read = readIdentityNumber(number, today);
  if (!read.ok) return null;
  const { birth, sex } = read.value;
  return (
    <Typography variant="caption" color="textSecondary" component="div">
      {birth} 出生，{ageOn(birth, today)} 岁，{sex}
    </Typography>
  );
}

function widthOf(field: TextLikeField, limit: number): string | undefined {
  if (field.kind === 'identityNumber' || field.kind === 'phone') return '16rem';
  return field.kind === 'text' && limit <= 30 ? '20rem' : undefined;
}
