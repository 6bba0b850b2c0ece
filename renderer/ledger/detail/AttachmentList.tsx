import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import DialogTitle from '@mui/material/DialogTitle';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import Close from '@mui/icons-material/Close';
import Draft from '@mui/icons-material/InsertDriveFileOutlined';
import { useState, type ReactNode } from 'react';
import type { AttachmentRef } from '../../../shared/ledger/field.ts';
import { useCall } from '../../client.ts';

interface AttachmentListProps {
  readonly ledger: string;
  readonly recordId: string;
  readonly refs: readonly AttachmentRef[];
  readonly onRemove?: (ref: AttachmentRef) => void;
}

/** Attachments with their kinds; pictures as thumbnails that open large. */
export function AttachmentList({ ledger, recordId, refs, onRemove }: AttachmentListProps): ReactNode {
  const [shown, setShown] = useState<AttachmentRef | null>(null);
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
      <Dialog open={shown !== null} onClose={() => setShown(null)} maxWidth="lg">
        <DialogTitle>{shown ? `${shown.kind}：${shown.name}` : ''}</DialogTitle>
        {shown ? (
          <Box sx={{ p: 2, height: '70vh', minWidth: '30rem', textAlign: 'center' }}>
            <Picture ledger={ledger} recordId={recordId} attachment={shown} />
          </Box>
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
  const isPicture = /\.(?:jpe?g|png|gif|webp|bmp)$/i.test(attachment.name);
  const read = useCall(
    'attachment.read',
    { ledger, recordId, attachmentId: attachment.id },
    { enabled: isPicture },
  );
  if (isPicture && read.data)
    return (
      <Box
        component="img"
        alt={attachment.name}
        src={`data:${read.data.mediaType};base64,${read.data.content}`}
        sx={{ width: '100%', height: '100%', objectFit: 'contain' }}
      />
    );
  return <Draft sx={{ fontSize: '2.5rem', color: 'text.secondary' }} />;
}
