import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import type { RoundBoard } from '../../../shared/contract/appraisal.ts';
import type { AppraisalPart } from '../../../shared/domain/ethics/round/roundRules.ts';
import { call, useJob } from '../../client.ts';
import { JobProgress } from '../../ui/JobProgress.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { TextBox } from '../../ui/TextBox.tsx';
import { ChoiceField } from '../ChoiceField.tsx';

interface SheetsPanelProps {
  readonly board: RoundBoard;
  readonly onClose: () => void;
}

/** Makes the Excel sheets of a group of raters. */
export function SheetsPanel({ board, onClose }: SheetsPanelProps): ReactNode {
  const parts = board.parts.filter(({ weight }) => weight > 0);
  const [part, setPart] = useState<AppraisalPart>(parts[0]?.part ?? '考核组');
  const [layout, setLayout] = useState<'each' | 'together'>('each');
  const [typed, setTyped] = useState<Readonly<Partial<Record<AppraisalPart, string>>>>({});
  const [saved, setSaved] = useState<string | null>(null);
  const job = useJob();
  const issued = board.parts.find((one) => one.part === part)?.issued ?? 0;
  const raters = typed[part] ?? String(issued > 0 ? issued : proposedRaters(part, board));
  const counted = Number(raters);
  const mayLayOut = part !== '自评' && part !== '考核组';

  async function make() {
    setSaved(null);
    const receipt = await job.attempt((jobId) =>
      call('appraisal.writeSheets', {
        id: board.id,
        jobId,
        part,
        layout: mayLayOut ? layout : 'each',
        raters: part === '自评' ? 1 : counted,
      }),
    );
    if (receipt) setSaved(receipt.path);
  }

  return (
    <Panel
      title="发放评分表"
      note="互评、学生和家长测评按编号评分，不写姓名；编号由评分人自己抽取，不要登记谁是几号。评分表导入后请销毁原件。"
      sx={{ mb: 2 }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'flex-end' }}>
        <ChoiceField
          label="评分"
          value={part}
          options={parts.map((one) => ({ value: one.part, label: one.part }))}
          onChange={setPart}
        />
        {part === '自评' ? null : (
          <TextBox
            label={part === '考核组' ? '考核组人数' : '评分人数'}
            numeric={{ unit: '人' }}
            value={raters}
            onChange={(value) => setTyped({ ...typed, [part]: value })}
          />
        )}
        {mayLayOut ? (
          <ChoiceField
            label="样式"
            value={layout}
            options={[
              { value: 'each', label: '每人一张，分头填写' },
              { value: 'together', label: '一张汇总，录入纸质评分' },
            ]}
            onChange={setLayout}
            minWidth="15rem"
          />
        ) : null}
        <Button
          variant="contained"
          disabled={job.running || !(part === '自评' || (Number.isInteger(counted) && counted > 0))}
          onClick={() => void make()}
        >
          生成评分表
        </Button>
        <Button color="secondary" onClick={onClose}>
          收起
        </Button>
      </Box>
      <JobProgress job={job} />
      {saved === null ? null : (
        <Typography role="status" sx={{ mt: 1, overflowWrap: 'anywhere' }}>
          已生成：{saved}
        </Typography>
      )}
    </Panel>
  );
}

const usualPanel = 5;

function proposedRaters(part: AppraisalPart, board: RoundBoard): number {
  if (part === '互评') return board.appraised;
  return part === '考核组' ? usualPanel : board.rules.minRaters;
}
