import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useBlocker } from 'react-router';
import { entersNext, focusAfter } from '../ledger/form/formKeys.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { FailureNotice } from '../ui/FailureNotice.tsx';
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
  const leaving = useRef(false);
  useEffect(() => {
    leaving.current = false;
  }, [dirty]);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      dirty && !leaving.current && currentLocation.pathname !== nextLocation.pathname,
  );

  async function save(then: (() => void) | undefined): Promise<void> {
    if (busy || !dirty) return;
    setBusy(true);
    setError(null);
    try {
      const done = await props.onSave();
      leaving.current = done;
      setSaved(done);
      if (done) then?.();
      else blocker.reset?.();
    } catch (refused) {
      setError(refused);
      blocker.reset?.();
    }
    setBusy(false);
  }

  function handleKey(event: KeyboardEvent<HTMLFormElement>) {
    const target = event.target instanceof HTMLElement ? event.target : null;
    if (event.nativeEvent.isComposing || !target || !event.currentTarget.contains(target)) return;
    if (event.key === 'Enter' && entersNext(target) && !event.defaultPrevented) {
      event.preventDefault();
      focusAfter(target);
    } else if (event.key === 'Escape' && !event.defaultPrevented) props.onBack?.();
  }
  useSaveKey(() => void save(props.onSaved));

  return (
    <Box
      component="form"
      noValidate
      aria-label={title}
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={handleKey}
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
          onClick={() => void save(props.onSaved)}
        >
          {saveLabel}
        </Button>
      </SaveBar>
      <ConfirmDialog
        open={blocker.state === 'blocked'}
        title="还有没保存的内容"
        confirmLabel="保存并离开"
        closeLabel="继续填写"
        busy={busy}
        extra={
          <Button color="error" onClick={() => blocker.proceed?.()}>
            不保存，离开
          </Button>
        }
        onClose={() => blocker.reset?.()}
        onConfirm={() => void save(() => blocker.proceed?.())}
      >
        离开“{title}”前，要不要保存？
      </ConfirmDialog>
    </Box>
  );
}
