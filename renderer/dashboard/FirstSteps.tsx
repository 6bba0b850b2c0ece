import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useRights } from '../ground/sessionContext.tsx';
import { useVisibleLedgers } from '../ground/visibleLedgers.ts';
import { QuietButton } from '../ui/QuietButton.tsx';
import { StatusSign } from '../ui/StatusSign.tsx';

interface Step {
  readonly title: string;
  readonly words: string;
  /** The ledgers to be filled, the first the one to begin with. */
  readonly ledgers: readonly string[];
}

const steps: readonly Step[] = [
  {
    title: '导入教职工名册',
    words: '有现成的 Excel 名册就行，列名不一样也能认出来。',
    ledgers: ['staff'],
  },
  {
    title: '导入班级和学生',
    words: '先班级，后学生；可用学籍系统导出的表。',
    ledgers: ['schoolClass', 'pupil'],
  },
  {
    title: '导入党员和支部',
    words: '先支部，后党员；有了党员才能点名、算到会人数。',
    ledgers: ['branch', 'partyMember'],
  },
];

/** What a new school begins with; nothing once the three lists are there. */
export function FirstSteps({ counts }: { readonly counts: Readonly<Record<string, number>> }): ReactNode {
  const visible = useVisibleLedgers();
  const rights = useRights();
  const missingOf = (step: Step) => step.ledgers.filter((ledger) => (counts[ledger] ?? 0) === 0);
  const open = steps.filter((step) =>
    step.ledgers.every((ledger) =>
      visible.some((definition) => definition.id === ledger && rights.mayWrite(definition.area)),
    ),
  );
  if (!rights.may('import') || open.every((step) => missingOf(step).length === 0)) return null;
  return (
    <Paper component="section" aria-labelledby="first-steps" variant="outlined" sx={{ p: 2, mb: 2 }}>
      <Typography id="first-steps" variant="h2">
        开始的三步
      </Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1.5 }}>
        把现有的名册导入进来，以后登记时只选人、不再打字。
      </Typography>
      <Box
        component="ol"
        sx={{
          m: 0,
          p: 0,
          listStyle: 'none',
          display: 'grid',
          gap: 1.5,
          gridTemplateColumns: 'repeat(auto-fit, minmax(16rem, 1fr))',
        }}
      >
        {open.map((step, index) => {
          const missing = missingOf(step);
          return (
            <Box
              key={step.title}
              component="li"
              sx={{
                p: 1.5,
                border: 1,
                borderColor: 'divider',
                borderRadius: 1,
                display: 'flex',
                flexDirection: 'column',
                gap: 0.5,
              }}
            >
              <Typography variant="h3" component="div">
                {index + 1}. {step.title}
              </Typography>
              <Typography variant="body2" color="textSecondary" sx={{ flex: 1 }}>
                {step.words}
              </Typography>
              <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mt: 0.5 }}>
                {missing.length === 0 ? (
                  <StatusSign sign={{ mark: '✓', word: '已有资料', tone: 'good' }} />
                ) : (
                  missing.map((ledger) => (
                    <QuietButton key={ledger} href={`/import/${ledger}`}>
                      导入{visible.find((definition) => definition.id === ledger)?.label}
                    </QuietButton>
                  ))
                )}
              </Box>
            </Box>
          );
        })}
      </Box>
    </Paper>
  );
}
