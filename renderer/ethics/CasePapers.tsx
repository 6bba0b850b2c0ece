import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import type { CasePaperView, CaseView } from '../../shared/contract/ethics.ts';
import { isPlainDate } from '../../shared/kernel/plainDate.ts';
import { useRights } from '../ground/sessionContext.tsx';
import { useToday } from '../ground/today.ts';
import { useChange } from '../client.ts';
import { ColumnTable } from '../ui/ColumnTable.tsx';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { Panel } from '../ui/Panel.tsx';
import { StatusSign } from '../ui/StatusSign.tsx';
import { TextBox } from '../ui/TextBox.tsx';
import { DayField } from '../ledger/form/controls/DayField.tsx';
import { paperSigns } from './ethicsSigns.ts';

/** The file of a case: each paper with the step that needs it, filled and printed here, and put into the file once signed. */
export function CasePapers({ view }: { readonly view: CaseView }): ReactNode {
  const [filing, setFiling] = useState<CasePaperView['kind'] | null>(null);
  const mayWrite = useRights().mayWrite('ethics');
  const missing = view.papers.filter(({ filed }) => !filed).length;
  return (
    <Panel title="案卷材料" hint={missing === 0 ? '齐全' : `还缺 ${missing} 份`} flush sx={{ mt: 2 }}>
      <ColumnTable
        rows={view.papers}
        rowKey={({ kind }) => kind}
        columns={[
          { head: '材料', cell: ({ kind }) => kind },
          {
            head: '什么时候要有',
            cell: ({ neededFor }) => (neededFor === null ? '—' : `“${neededFor}”之前`),
          },
          {
            head: '在案卷里',
            cell: (paper) => (
              <>
                <StatusSign sign={paper.filed ? paperSigns.filed : paperSigns.missing} />
                <Typography component="span" variant="body2" color="textSecondary" sx={{ ml: 1 }}>
                  {placesOf(paper)}
                </Typography>
              </>
            ),
          },
          {
            head: '文书',
            cell: (paper) => (
              <>
                <PrintLink paper={paper} view={view} />
                {mayWrite ? (
                  <Button
                    color="secondary"
                    aria-label={`放入案卷：${paper.kind}`}
                    onClick={() => setFiling(filing === paper.kind ? null : paper.kind)}
                  >
                    放入案卷
                  </Button>
                ) : null}
              </>
            ),
            sx: { whiteSpace: 'nowrap' },
          },
        ]}
      />
      {filing === null ? null : (
        <FilingForm key={filing} caseId={view.id} kind={filing} onDone={() => setFiling(null)} />
      )}
    </Panel>
  );
}

function PrintLink({ paper, view }: { readonly paper: CasePaperView; readonly view: CaseView }): ReactNode {
  if (paper.report === null) return null;
  if (paper.report.locked && !view.seesLocked)
    return (
      <Typography component="span" variant="body2" color="textSecondary" sx={{ mr: 1 }}>
        含受限内容，由承办人打印
      </Typography>
    );
  const address = new URLSearchParams({ name: paper.report.name, recordId: view.id }).toString();
  return (
    <Button href={`/reports?${address}`} aria-label={`查看打印：${paper.report.label}`}>
      查看打印
    </Button>
  );
}

function placesOf({ sheets, scans }: CasePaperView): string {
  const words = sheets.map(({ on, place }) => [on, place].filter((word) => word !== null).join(' '));
  return [...words, ...(scans > 0 ? [`扫描件 ${scans} 份`] : [])].filter((word) => word !== '').join('；');
}

interface FilingFormProps {
  readonly caseId: string;
  readonly kind: CasePaperView['kind'];
  readonly onDone: () => void;
}

/** Notes day and shelf of a signed paper; scans are added in the registration form. */
function FilingForm({ caseId, kind, onDone }: FilingFormProps): ReactNode {
  const today = useToday();
  const [day, setDay] = useState(today);
  const [place, setPlace] = useState('');
  const file = useChange('ethics.filePaper');
  return (
    <Box
      component="form"
      aria-label={`把${kind}放入案卷`}
      onSubmit={(submitted) => {
        submitted.preventDefault();
        file.mutate(
          { id: caseId, kind, madeOn: day, place: place.trim() === '' ? null : place.trim() },
          { onSuccess: onDone },
        );
      }}
      sx={{ p: 2, borderTop: 1, borderColor: 'divider' }}
    >
      <FailureNotice error={file.error} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'flex-end' }}>
        <Typography sx={{ alignSelf: 'center' }}>{kind}</Typography>
        <DayField label="材料日期" value={day} onChange={setDay} />
        <TextBox label="存放处（可不填）" value={place} onChange={setPlace} maxLength={60} />
        <Button type="submit" variant="contained" disabled={!isPlainDate(day) || file.isPending}>
          放入
        </Button>
        <Button color="secondary" onClick={onDone}>
          取消
        </Button>
      </Box>
    </Box>
  );
}
