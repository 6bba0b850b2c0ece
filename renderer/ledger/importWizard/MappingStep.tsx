import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { type ReactNode } from 'react';
import type { ImportPreview, ImportSource, SheetRecognition } from '../../../shared/contract/files.ts';
import { proposePeriod, usePeriod } from '../../ground/periodContext.tsx';
import { useToday } from '../../ground/today.ts';
import { call, useJob } from '../../client.ts';
import { JobProgress } from '../../ui/JobProgress.tsx';
import { SaveBar } from '../../ui/SaveBar.tsx';
import { PeriodField } from '../form/PeriodField.tsx';
import { ColumnMapping } from './ColumnMapping.tsx';
import { missingColumns, needsPeriod, type SheetChoice } from './importState.ts';
import { TargetFields } from './TargetFields.tsx';

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
  const today = useToday();
  const frame = usePeriod();
  const job = useJob();
  const { sheet, definition, mapping } = choice;
  const missing = missingColumns(choice);
  const periodNeeded = needsPeriod(choice);
  const period =
    definition && periodNeeded ? (choice.period ?? proposePeriod(definition, null, today, frame)) : null;
  const used = mapping.filter((path) => path !== null).length;

  async function preview() {
    if (!definition || job.running) return;
    const found = await job.attempt((jobId) =>
      call('import.preview', {
        importId: source.importId,
        jobId,
        sheet: sheet.sheet,
        ledger: definition.id,
        mapping: [...mapping],
        period,
      }),
    );
    if (found) onPreview(found);
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
        <JobProgress job={job} />
        <TargetFields source={source} choice={choice} onChoice={onChoice} />
        {definition?.period && periodNeeded ? (
          <PeriodField
            kinds={definition.period.kinds}
            value={period}
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
        {definition ? <ColumnMapping choice={choice} definition={definition} onChoice={onChoice} /> : null}
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
