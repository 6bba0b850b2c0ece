import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Divider from '@mui/material/Divider';
import ListItemText from '@mui/material/ListItemText';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Bookmark from '@mui/icons-material/BookmarkBorder';
import Delete from '@mui/icons-material/DeleteOutlined';
import { useState, type ReactNode } from 'react';
import type { LedgerQuery } from '../../../shared/contract/ledgers.ts';
import { newId, useCall, useChange } from '../../client.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';

interface SavedViewsProps {
  readonly query: LedgerQuery;
  readonly onOpen: (query: LedgerQuery) => void;
}

/** Named filters and orders of a list. */
export function SavedViews({ query, onOpen }: SavedViewsProps): ReactNode {
  const { ledger } = query;
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [naming, setNaming] = useState(false);
  const [name, setName] = useState('');
  const views = useCall('view.list', { ledger });
  const save = useChange('view.save');
  const remove = useChange('view.remove');

  return (
    <>
      <Button
        color="secondary"
        startIcon={<Bookmark />}
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        视图
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {(views.data ?? []).map((view) => (
          <MenuItem
            key={view.id}
            onClick={() => {
              onOpen(view.query);
              setAnchor(null);
            }}
          >
            <ListItemText>{view.name}</ListItemText>
            <IconButton
              edge="end"
              aria-label={`去掉视图 ${view.name}`}
              onClick={(event) => {
                event.stopPropagation();
                remove.mutate({ ledger, id: view.id });
              }}
            >
              <Delete fontSize="small" />
            </IconButton>
          </MenuItem>
        ))}
        {views.data && views.data.length > 0 ? <Divider /> : null}
        <MenuItem
          onClick={() => {
            setAnchor(null);
            setName('');
            setNaming(true);
          }}
        >
          把现在的筛选和排序存为视图…
        </MenuItem>
      </Menu>
      {naming ? (
        <FormDialog
          title="保存视图"
          error={save.error}
          width="xs"
          submitLabel="保存"
          ready={name.trim() !== ''}
          onSubmit={() =>
            save.mutate({ ledger, id: newId(), name, query }, { onSuccess: () => setNaming(false) })
          }
          onClose={() => setNaming(false)}
        >
          <TextField
            autoFocus
            label="视图名称"
            value={name}
            onChange={(event) => setName(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 30 } }}
          />
        </FormDialog>
      ) : null}
    </>
  );
}
