import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useRights } from '../ground/sessionContext.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { BatchTable } from '../ledger/importWizard/BatchTable.tsx';
import { RemovedRecords } from './RemovedRecords.tsx';

/** What can be taken back: deleted records, and whole imports. */
export function RecycleBinScreen(): ReactNode {
  const rights = useRights();
  const [address, setAddress] = useSearchParams();
  const mayImport = rights.may('import');
  const tab = mayImport && address.get('tab') === 'imports' ? 'imports' : 'records';
  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column', minHeight: 0 }}>
      <PageHeader title="回收站" hint="删除的记录一直留在这里，连同修改历史，随时可以找回。" />
      {mayImport ? (
        <Tabs
          value={tab}
          aria-label="回收站的内容"
          onChange={(_, value: string) =>
            setAddress(value === 'imports' ? { tab: value } : {}, { replace: true })
          }
          sx={{ mb: 1, minHeight: 0, flex: 'none' }}
        >
          <Tab value="records" label="删除的记录" id="tab-records" aria-controls="panel-bin" />
          <Tab value="imports" label="导入过的表格" id="tab-imports" aria-controls="panel-bin" />
        </Tabs>
      ) : null}
      <Box
        {...(mayImport ? { role: 'tabpanel', id: 'panel-bin', 'aria-labelledby': `tab-${tab}` } : {})}
        sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}
      >
        {tab === 'imports' ? (
          <Paper variant="outlined" sx={{ overflow: 'auto' }}>
            <BatchTable ledger={null} />
          </Paper>
        ) : (
          <RemovedRecords />
        )}
      </Box>
    </Box>
  );
}
