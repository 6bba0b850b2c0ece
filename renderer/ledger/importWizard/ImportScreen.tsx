import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Step from '@mui/material/Step';
import StepLabel from '@mui/material/StepLabel';
import Stepper from '@mui/material/Stepper';
import { useEffect, useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import type { ImportBatch, ImportPreview, ImportSource } from '../../../shared/contract/files.ts';
import { findLedger } from '../../../shared/ledgers/index.ts';
import { tryCall } from '../../client.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ChooseStep } from './ChooseStep.tsx';
import { firstChoice, type SheetChoice } from './importState.ts';
import { MappingStep } from './MappingStep.tsx';
import { PreviewStep } from './PreviewStep.tsx';
import { ResultStep } from './ResultStep.tsx';

type Stage =
  | { readonly at: 'choose' }
  | { readonly at: 'mapping'; readonly source: ImportSource; readonly choice: SheetChoice }
  | {
      readonly at: 'preview';
      readonly source: ImportSource;
      readonly choice: SheetChoice;
      readonly preview: ImportPreview;
    }
  | {
      readonly at: 'result';
      readonly source: ImportSource;
      readonly preview: ImportPreview;
      readonly batch: ImportBatch;
    };

const steps = [
  { at: 'choose', label: '选择表格' },
  { at: 'mapping', label: '核对各列' },
  { at: 'preview', label: '预览' },
  { at: 'result', label: '完成' },
] as const;

/** A table comes in by four steps; nothing is written before the last. */
export function ImportScreen(): ReactNode {
  const { ledgerId } = useParams();
  return <ImportWizard key={ledgerId ?? ''} ledgerId={ledgerId ?? null} />;
}

function ImportWizard({ ledgerId }: { readonly ledgerId: string | null }): ReactNode {
  const wanted = ledgerId === null ? null : (findLedger(ledgerId) ?? null);
  const [stage, setStage] = useState<Stage>({ at: 'choose' });
  const importId = stage.at === 'choose' ? null : stage.source.importId;
  useEffect(() => {
    if (importId === null) return undefined;
    return () => void tryCall('import.discard', { importId });
  }, [importId]);

  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column', minHeight: 0 }}>
      <PageHeader
        title={wanted ? `导入${wanted.label}` : '导入'}
        hint={stage.at === 'choose' ? wanted?.description : `文件：${stage.source.fileName}`}
      />
      <Stepper activeStep={steps.findIndex((step) => step.at === stage.at)} sx={{ mb: 2 }}>
        {steps.map((step) => (
          <Step key={step.at}>
            <StepLabel>{step.label}</StepLabel>
          </Step>
        ))}
      </Stepper>
      <Paper
        variant="outlined"
        sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', overflow: 'hidden' }}
      >
        {stage.at === 'choose' ? (
          <ChooseStep
            wanted={wanted}
            onSource={(source) => {
              const choice = firstChoice(source);
              if (choice)
                setStage({
                  at: 'mapping',
                  source,
                  choice: choice.definition || !wanted ? choice : { ...choice, definition: wanted },
                });
            }}
          />
        ) : null}
        {stage.at === 'mapping' ? (
          <MappingStep
            source={stage.source}
            choice={stage.choice}
            onChoice={(choice) => setStage({ ...stage, choice })}
            onBack={() => setStage({ at: 'choose' })}
            onPreview={(preview) => setStage({ ...stage, at: 'preview', preview })}
          />
        ) : null}
        {stage.at === 'preview' ? (
          <PreviewStep
            preview={stage.preview}
            onBack={() => setStage({ at: 'mapping', source: stage.source, choice: stage.choice })}
            onCommitted={(batch) =>
              setStage({ at: 'result', source: stage.source, preview: stage.preview, batch })
            }
          />
        ) : null}
        {stage.at === 'result' ? (
          <ResultStep
            batch={stage.batch}
            problems={stage.preview.counts.problem}
            importId={stage.source.importId}
            onAnother={() => setStage({ at: 'choose' })}
          />
        ) : null}
      </Paper>
    </Box>
  );
}
