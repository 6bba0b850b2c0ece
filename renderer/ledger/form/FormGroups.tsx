import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useWatch, type Control } from 'react-hook-form';
import { formatValue } from '../../../shared/ledger/cells.ts';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import { fieldsOf, withComputed } from '../../../shared/ledger/schema.ts';
import { useParameterInForce } from '../../ground/parameterInForce.ts';
import { useToday } from '../../ground/today.ts';
import { AdviceList } from './AdviceList.tsx';
import { FormField } from './FormField.tsx';
import type { FormShape } from './formShape.ts';
import { useTitles } from './titles.tsx';

interface FormGroupsProps {
  readonly definition: AnyLedger;
  readonly recordId: string;
  readonly control: Control<FormShape>;
  readonly withheld: readonly string[];
}

const wideKinds = ['longText', 'details', 'attachments', 'references', 'multiChoice'];

/** The definition's groups; a field that doesn't apply to these values isn't shown, a computed one shows its result. */
export function FormGroups({ definition, recordId, control, withheld }: FormGroupsProps): ReactNode {
  const values = useWatch({ control, name: 'values' });
  const { titleOf } = useTitles();
  const fields = fieldsOf(definition);
  const complete = withComputed(definition, values);
  const today = useToday();
  const parameter = useParameterInForce(definition.advice !== undefined);
  const advice = definition.advice?.(complete, { today, parameter }) ?? [];
  return (
    <>
      {definition.groups.map((group) => {
        const shown = group.fields.filter((id) => {
          const field = fields[id];
          return field !== undefined && (!field.visibleWhen || field.visibleWhen(complete));
        });
        if (shown.length === 0) return null;
        return (
          <Paper key={group.label} variant="outlined" component="section" sx={{ p: 2, mb: 2 }}>
            <Typography variant="h2" sx={{ mb: 1.5 }}>
              {group.label}
            </Typography>
            <Box
              sx={{
                display: 'grid',
                columnGap: 3,
                gridTemplateColumns: 'repeat(auto-fill, minmax(min(18rem, 100%), 1fr))',
                '& > *': { minWidth: 0 },
              }}
            >
              {shown.map((id) => {
                const field = fields[id];
                if (!field) return null;
                const wide =
                  wideKinds.includes(field.kind) || (field.kind === 'text' && field.maxLength > 100);
                return (
                  <Box key={id} sx={wide ? { gridColumn: '1 / -1' } : undefined}>
                    {withheld.includes(id) ? (
                      <Fixed label={field.label} text="已隐藏（只有指定人员能看）" />
                    ) : field.computed ? (
                      <Fixed
                        label={field.label}
                        text={`${formatValue(field, complete[id], titleOf) || '—'}${field.unit ?? ''}`}
                      />
                    ) : (
                      <FormField
                        ledger={definition.id}
                        recordId={recordId}
                        fieldId={id}
                        field={field}
                        control={control}
                        locked={false}
                      />
                    )}
                    <AdviceList advice={advice.filter(({ path }) => path === id)} />
                  </Box>
                );
              })}
            </Box>
          </Paper>
        );
      })}
    </>
  );
}

function Fixed({ label, text }: { readonly label: string; readonly text: string }): ReactNode {
  return (
    <Box sx={{ mb: 2 }}>
      <Typography component="div" sx={{ fontWeight: 500, mb: 0.5 }}>
        {label}
      </Typography>
      <Typography color="textSecondary">{text}</Typography>
    </Box>
  );
}
