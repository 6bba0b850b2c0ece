import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogTitle from '@mui/material/DialogTitle';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import Close from '@mui/icons-material/Close';
import Draft from '@mui/icons-material/InsertDriveFileOutlined';
import { useState, type ReactNode } from 'react';
import type { AttachmentRef } from '../../../shared/ledger/field.ts';
import { useCall, useChange } from '../../client.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { QuietButton } from '../../ui/QuietButton.tsx';
import { ReceiptNotice } from '../../ui/ReceiptNotice.tsx';

interface AttachmentListProps {
  readonly ledger: string;
  readonly recordId: string;
  readonly refs: readonly AttachmentRef[];
  readonly onRemove?: (ref: AttachmentRef) => void;
}

/** Attachments with their kinds; pictures as thumbnails that open large. */
export function AttachmentList({ ledger, recordId, refs, onRemove }: AttachmentListProps): ReactNode {
  const [shown, setShown] = useState<AttachmentRef | null>(null);
  const save = useChange('attachment.save');
  function close() {
    setShown(null);
    save.reset();
  }
  if (refs.length === 0) return null;
  return (
    <Box
      component="ul"
      sx={{ m: 0, mb: 1, p: 0, listStyle: 'none', display: 'flex', flexWrap: 'wrap', gap: 1 }}
    >
      {refs.map((ref) => (
        <Box
          key={ref.id}
          component="li"
          sx={{ width: '9rem', border: 1, borderColor: 'divider', borderRadius: 1, p: 0.5 }}
        >
          <Box
            component="button"
            type="button"
            onClick={() => setShown(ref)}
            aria-label={`查看 ${ref.kind} ${ref.name}`}
            sx={{
              width: '100%',
              height: '5rem',
              p: 0,
              border: 0,
              bgcolor: 'background.default',
              cursor: 'pointer',
            }}
          >
            <Picture ledger={ledger} recordId={recordId} attachment={ref} />
          </Box>
          <Box sx={{ display: 'flex', alignItems: 'center' }}>
            <Box sx={{ flex: 1, minWidth: 0 }}>
              <Typography variant="caption" component="div" color="textSecondary">
                {ref.kind}
              </Typography>
              <Typography variant="caption" component="div" noWrap title={ref.name}>
                {ref.name}
              </Typography>
            </Box>
            {onRemove ? (
              <IconButton aria-label={`去掉 ${ref.name}`} onClick={() => onRemove(ref)}>
                <Close fontSize="small" />
              </IconButton>
            ) : null}
          </Box>
        </Box>
      ))}
      <Dialog
        open={shown !== null}
        onClose={close}
        maxWidth="lg"
        aria-label={shown ? `附件 ${shown.name}` : undefined}
      >
        {shown ? (
          <>
            <DialogTitle sx={{ overflowWrap: 'anywhere' }}>
              {shown.kind}：{shown.name}
            </DialogTitle>
            <Box sx={{ px: 2, width: 'min(60rem, 90vw)' }}>
              <FailureNotice error={save.error} onClose={() => save.reset()} />
              {save.data ? (
                <ReceiptNotice receipt={save.data} words="已另存，可以用相应的软件打开。" />
              ) : null}
            </Box>
            <Box sx={{ px: 2, height: '60vh', display: 'grid', placeItems: 'center' }}>
              <Picture ledger={ledger} recordId={recordId} attachment={shown} />
              {isPicture(shown) ? null : (
                <Typography color="textSecondary">这类文件在这里不能直接看，请另存后打开。</Typography>
              )}
            </Box>
            <DialogActions>
              <QuietButton
                disabled={save.isPending}
                onClick={() => save.mutate({ ledger, recordId, attachmentId: shown.id })}
              >
                另存…
              </QuietButton>
              <Button autoFocus variant="contained" onClick={close}>
                关闭
              </Button>
            </DialogActions>
          </>
        ) : null}
      </Dialog>
    </Box>
  );
}

interface PictureProps {
  readonly ledger: string;
  readonly recordId: string;
  readonly attachment: AttachmentRef;
}

function Picture({ ledger, recordId, attachment }: PictureProps): ReactNode {
  const picture = isPicture(attachment);
  const read = useCall(
    'attachment.read',
    { ledger, recordId, attachmentId: attachment.id },
    { enabled: picture },
  );
  if (picture && read.data)
    return (
      <Box
        component="img"
        alt={attachment.name}
        src={`data:${read.data.mediaType};base64,${read.data.content}`}
        sx={{ width: '100%', height: '100%', minHeight: 0, objectFit: 'contain' }}
      />
    );
  return <Draft sx={{ fontSize: '2.5rem', color: 'text.secondary' }} />;
}

function isPicture({ name }: AttachmentRef): boolean {
  return /\.(?:jpe?g|png|gif|webp|bmp)$/i.test(name);
}
