import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import Typography from '@mui/material/Typography';
import { useRef, useState, type ReactNode } from 'react';
import type { AttachmentRef, Field } from '../../../../shared/ledger/field.ts';
import { answers } from '../../../answers.ts';
import { sentenceOf, call } from '../../../client.ts';
import { QuietButton } from '../../../ui/QuietButton.tsx';
import { AttachmentList } from '../../detail/AttachmentList.tsx';
import { attachmentsIn, base64Of, noteFilesUnderWay } from '../../attachments.ts';
import type { ControlProps } from './control.ts';

const largestFileBytes = 40 * 1024 * 1024;

interface AttachmentsControlProps extends ControlProps<Extract<Field, { kind: 'attachments' }>> {
  readonly ledger: string;
  readonly recordId: string;
}

/** Files by kind: added by a button, dropped, or pasted as a picture. */
export function AttachmentsControl(props: AttachmentsControlProps): ReactNode {
  const { field, value, onChange, ledger } = props;
  const input = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState(field.kinds[0] ?? '');
  const refs = attachmentsIn(value);
  const { add, busy, problem } = useAdding(ledger, props.recordId, kind, (added) =>
    onChange([...refs, ...added]),
  );

  return (
    <Box
      id={props.id}
      role="group"
      aria-labelledby={`${props.id}-label`}
      aria-describedby={props.describedBy}
      tabIndex={-1}
      onBlur={props.onBlur}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        if (!props.disabled) add([...event.dataTransfer.files]);
      }}
      onPaste={(event) => {
        const files = [...event.clipboardData.files];
        if (files.length === 0) return;
        event.preventDefault();
        add(files);
      }}
      sx={{
        border: '1px dashed',
        borderColor: props.invalid ? 'error.main' : 'divider',
        borderRadius: 1,
        p: 1,
      }}
    >
      <AttachmentList
        ledger={ledger}
        recordId={props.recordId}
        refs={refs}
        onRemove={props.disabled ? undefined : (ref) => onChange(refs.filter((each) => each.id !== ref.id))}
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Select
          value={kind}
          onChange={(event) => setKind(event.target.value)}
          disabled={props.disabled}
          inputProps={{ 'aria-label': '附件类别' }}
          sx={{ minWidth: '8rem' }}
        >
          {field.kinds.map((each) => (
            <MenuItem key={each} value={each}>
              {each}
            </MenuItem>
          ))}
        </Select>
        <QuietButton disabled={props.disabled || busy !== null} onClick={() => input.current?.click()}>
          添加{kind}
        </QuietButton>
        <Typography variant="body2" color="textSecondary" role="status">
          {busy ?? '也可以把文件拖到这里，或按 Ctrl+V 粘贴截图。'}
        </Typography>
      </Box>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          add([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      {problem ? (
        <Alert severity="error" sx={{ mt: 1 }}>
          {problem}
        </Alert>
      ) : null}
    </Box>
  );
}

/** Takes files into the store one after the other; what is too large is named and left out. Saving waits for them. */
function useAdding(
  ledger: string,
  recordId: string,
  kind: string,
  onAdded: (added: readonly AttachmentRef[]) => void,
) {
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  async function addInTurn(files: readonly File[]): Promise<boolean> {
    setProblem(null);
    const added: AttachmentRef[] = [];
    let complete = true;
    try {
      for (const file of files) {
        if (file.size > largestFileBytes) {
          setProblem(`“${file.name}”超过 40 MB，没有添加。请压缩后再试。`);
          complete = false;
          continue;
        }
        setBusy(`正在添加“${file.name}”`);
        const content = await base64Of(file);
        const answer = await call('attachment.add', { ledger, kind, name: file.name, content });
        added.push(answer.ref);
        // Shown from here: it belongs to no record until the form is saved.
        answers.setQueryData(['attachment.read', { ledger, recordId, attachmentId: answer.ref.id }], {
          name: file.name,
          mediaType: file.type,
          content,
        });
      }
    } catch (error) {
      setProblem(sentenceOf(error));
      complete = false;
    }
    setBusy(null);
    if (added.length > 0) onAdded(added);
    return complete;
  }
  const add = (files: readonly File[]): void => noteFilesUnderWay(recordId, addInTurn(files));
  return { add, busy, problem };
}
