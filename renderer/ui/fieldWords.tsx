import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

interface FieldLabelProps {
  /** Id of the control; the label's own is `<id>-label`. */
  readonly id: string;
  readonly label: string;
  readonly required?: boolean | undefined;
  /** The control is a group of several, which names itself by the label's id. */
  readonly grouped?: boolean;
}

/** The label above a control. */
export function FieldLabel({ id, label, required, grouped }: FieldLabelProps): ReactNode {
  return (
    <Typography
      component={grouped ? 'div' : 'label'}
      id={`${id}-label`}
      {...(grouped ? {} : { htmlFor: id })}
      sx={{ display: 'block', fontWeight: 500, mb: 0.5 }}
    >
      {label}
      {required ? (
        <Box component="span" sx={{ color: 'error.main', fontWeight: 400 }}>
          <span aria-hidden>*</span>
          <Box component="span" sx={{ position: 'absolute', clip: 'rect(0 0 0 0)' }}>
            必填
          </Box>
        </Box>
      ) : null}
    </Typography>
  );
}

interface FieldNoteProps {
  readonly id: string;
  readonly help: ReactNode;
  readonly problems: readonly string[];
}

/** What is wrong with a field and what helps to fill it, below its control. */
export function FieldNote({ id, help, problems }: FieldNoteProps): ReactNode {
  if (!help && problems.length === 0) return null;
  return (
    <Box id={id}>
      {problems.map((sentence) => (
        <Typography key={sentence} variant="body2" color="error">
          {sentence}
        </Typography>
      ))}
      {help ? (
        <Typography variant="body2" color="textSecondary">
          {help}
        </Typography>
      ) : null}
    </Box>
  );
}
