import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { handleFormKey } from '../ledger/form/formKeys.ts';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { LeaveGuard } from '../ui/LeaveGuard.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { SaveBar } from '../ui/SaveBar.tsx';
import { useSaveKey } from '../ui/useSaveKey.ts';

interface SettingsFormProps {
  readonly title: string;
  readonly hint?: ReactNode;
  readonly actions?: ReactNode;
  /** Something is typed that isn't saved. */
  readonly dirty: boolean;
  readonly saveLabel?: string;
  /** Said once it is saved. */
  readonly savedWords?: string;
  /** Saves; throws what the call has thrown. `false` = something has to be mended first, said beside its field. */
  readonly onSave: () => Promise<boolean>;
  /** After saving, e.g. to go on to another page. */
  readonly onSaved?: () => void;
  /** Leads back; also the Esc key. */
  readonly onBack?: () => void;
  readonly children: ReactNode;
}

/** A form of the settings: Enter goes on, Ctrl+S saves, leaving with something unsaved asks first. */
export function SettingsForm(props: SettingsFormProps): ReactNode {
  const { title, dirty, saveLabel = '保存', savedWords = '已保存' } = props;
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [saved, setSaved] = useState(false);
  /** Saved, but the form has not learned it yet: leaving asks nothing. */
  const over = useRef(false);
  useEffect(() => {
    over.current = false;
  }, [dirty]);

  async function save(): Promise<boolean> {
    if (busy || !dirty) return false;
    setBusy(true);
    setError(null);
    let done = false;
    try {
      done = await props.onSave();
      over.current = done;
      setSaved(done);
    } catch (refused) {
      setError(refused);
    }
    setBusy(false);
    return done;
  }
  const saveHere = () => void save().then((done) => done && props.onSaved?.());
  useSaveKey(saveHere);

  return (
    <Box
      component="form"
      noValidate
      aria-label={title}
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (!event.defaultPrevented) handleFormKey(event, props.onBack);
      }}
      sx={{ height: '100%', display: 'flex', flexDirection: 'column' }}
    >
      <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto', p: 2, position: 'relative' }}>
        <PageHeader title={title} hint={props.hint} actions={props.actions} />
        <FailureNotice error={error} onClose={() => setError(null)} />
        {props.children}
      </Box>
      <SaveBar status={busy ? '正在保存…' : dirty ? '有未保存的修改' : saved ? savedWords : ''}>
        {props.onBack ? (
          <Button color="secondary" onClick={props.onBack}>
            返回
          </Button>
        ) : null}
        <Button
          variant="contained"
          data-main-action
          aria-keyshortcuts="Control+S"
          disabled={busy}
          onClick={saveHere}
        >
          {saveLabel}
        </Button>
      </SaveBar>
      <LeaveGuard
        unsaved={dirty}
        busy={busy}
        what={`“${title}”里有没保存的修改`}
        otherPageOnly
        over={over}
        onSave={save}
      />
    </Box>
  );
}
