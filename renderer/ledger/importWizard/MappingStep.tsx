import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import NativeSelect from '@mui/material/NativeSelect';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import TextField from '@mui/material/TextField';
import { useState, type ReactNode } from 'react';
import type { ImportPreview, ImportSource, SheetRecognition } from '../../../shared/contract/files.ts';
import { columnLetter } from '../../../shared/ledger/columns.ts';
import { useRights } from '../../ground/sessionContext.tsx';
import { useVisibleLedgers } from '../../ground/visibleLedgers.ts';
import { proposePeriod, usePeriod } from '../../ground/periodContext.tsx';
import { useToday } from '../../ground/today.ts';
import { call, useJob } from '../../client.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { JobProgress } from '../../ui/JobProgress.tsx';
import { SaveBar } from '../../ui/SaveBar.tsx';
import { PeriodField } from '../form/PeriodField.tsx';
import {
  choiceOf,
  columnsFor,
  mainSheets,
  missingColumns,
  needsPeriod,
  withColumn,
  withLedger,
  type SheetChoice,
} from './importState.ts';

interface MappingStepProps {
  readonly source: ImportSource;
  readonly choice: SheetChoice;
  readonly onChoice: (choice: SheetChoice) => void;
  readonly onBack: () => void;
  readonly onPreview: (preview: ImportPreview) => void;
}

const originWords: Readonly<Record<SheetRecognition['origin'], string>> = {
  template: '这是本程序的模板或导出的表，各列已全部认出。',
  remembered: '和上次导入的表头一样，沿用上次的对应。',
  recognised: '已按表头认出下面这些列，请核对；认错的可以改。',
};

/** Which sheet goes into which ledger, and which column into which field. */
export function MappingStep({ source, choice, onChoice, onBack, onPreview }: MappingStepProps): ReactNode {
  const rights = useRights();
  const visible = useVisibleLedgers();
  const today = useToday();
  const frame = usePeriod();
  const job = useJob();
  const [error, setError] = useState<unknown>(null);
  const { sheet, definition, mapping } = choice;
  const sheets = mainSheets(source);
  const missing = missingColumns(choice);
  const periodNeeded = needsPeriod(choice);
  const period =
    definition && periodNeeded ? (choice.period ?? proposePeriod(definition, null, today, frame)) : null;
  const used = mapping.filter((path) => path !== null).length;

  async function preview() {
    if (!definition || job.running) return;
    setError(null);
    try {
      onPreview(
        await job.run((jobId) =>
          call('import.preview', {
            importId: source.importId,
            jobId,
            sheet: sheet.sheet,
            ledger: definition.id,
            mapping: [...mapping],
            period,
          }),
        ),
      );
    } catch (refused) {
      setError(refused);
    }
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void preview();
      }}
      style={{ display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0 }}
    >
      <Box sx={{ flex: 1, overflow: 'auto', p: 2 }}>
        <FailureNotice error={error} onClose={() => setError(null)} />
        <JobProgress job={job} />
        <Box
          sx={{
            display: 'grid',
            gap: 2,
            mb: 1,
            gridTemplateColumns: 'repeat(auto-fit, minmax(14rem, 1fr))',
            alignItems: 'start',
          }}
        >
          {sheets.length > 1 ? (
            <TextField
              select
              label="工作表"
              value={sheet.sheet}
              onChange={(event) => {
                const next = sheets.find((each) => each.sheet === event.target.value);
                if (next) onChoice(choiceOf(next));
              }}
            >
              {sheets.map((each) => (
                <MenuItem key={each.sheet} value={each.sheet}>
                  {each.sheet}（{each.rowCount} 行）
                </MenuItem>
              ))}
            </TextField>
          ) : null}
          <TextField
            select
            label="导入到哪个台账"
            value={definition?.id ?? ''}
            error={definition === null}
            helperText={definition ? undefined : '没有认出来，请选择。'}
            onChange={(event) => {
              const next = visible.find((each) => each.id === event.target.value);
              if (next) onChoice(withLedger(choice, next));
            }}
          >
            {visible
              .filter((each) => rights.mayWrite(each.area))
              .map((each) => (
                <MenuItem key={each.id} value={each.id}>
                  {each.label}
                </MenuItem>
              ))}
          </TextField>
        </Box>
        {definition?.period && periodNeeded ? (
          <PeriodField
            kinds={definition.period.kinds}
            value={period}
            disabled={false}
            problem={undefined}
            onChange={(next) => onChoice({ ...choice, period: next })}
          />
        ) : null}
        {definition ? (
          <Alert severity={missing.length > 0 ? 'warning' : 'info'} sx={{ mb: 1 }}>
            {missing.length > 0
              ? `必填的 ${missing.map((column) => `“${column.header}”`).join('、')} 还没有对应的列；不对应的话，新增的行会缺这些内容。`
              : originWords[sheet.origin]}
          </Alert>
        ) : null}
        {definition ? (
          <Table size="small" aria-label="各列对应哪一项">
            <TableHead>
              <TableRow>
                <TableCell>表里的列</TableCell>
                <TableCell>里面的内容</TableCell>
                <TableCell>对应到</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {sheet.headers.map((header, index) => (
                <TableRow key={columnLetter(index)}>
                  <TableCell sx={{ overflowWrap: 'anywhere', maxWidth: '14rem' }}>
                    <Box component="span" sx={{ color: 'text.secondary', mr: 1 }}>
                      {columnLetter(index)}
                    </Box>
                    {header === '' ? '（没有列名）' : header}
                  </TableCell>
                  <TableCell sx={{ color: 'text.secondary', overflowWrap: 'anywhere', maxWidth: '24rem' }}>
                    {(sheet.samples[index] ?? []).join('，')}
                  </TableCell>
                  <TableCell>
                    <NativeSelect
                      fullWidth
                      value={mapping[index] ?? ''}
                      onChange={(event) =>
                        onChoice(
                          withColumn(choice, index, event.target.value === '' ? null : event.target.value),
                        )
                      }
                      inputProps={{ 'aria-label': `“${header}”对应到` }}
                      sx={{ color: mapping[index] ? undefined : 'text.secondary' }}
                    >
                      <option value="">不导入这一列</option>
                      {columnsFor(definition).map((column) => (
                        <option key={column.path} value={column.path}>
                          {column.header}
                          {column.required ? '（必填）' : ''}
                        </option>
                      ))}
                    </NativeSelect>
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        ) : null}
      </Box>
      <SaveBar status={`${sheet.headers.length} 列中导入 ${used} 列，数据约 ${sheet.rowCount} 行`}>
        <Button color="secondary" onClick={onBack}>
          换个文件
        </Button>
        <Button
          autoFocus
          type="submit"
          variant="contained"
          disabled={!definition || used === 0 || job.running}
        >
          看看结果
        </Button>
      </SaveBar>
    </form>
  );
}
