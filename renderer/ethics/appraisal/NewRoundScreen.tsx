import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { ProposedPlace, RoundProposal } from '../../../shared/contract/appraisal.ts';
import {
  appraisalParts,
  problemsOfRules,
  roundPresets,
  type RoundRules,
} from '../../../shared/domain/ethics/round/roundRules.ts';
import { formatPeriod, previousPeriod } from '../../../shared/kernel/periods.ts';
import { usePeriod } from '../../ground/periodContext.tsx';
import { newId, useCall, useChange } from '../../client.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { TextBox } from '../../ui/TextBox.tsx';
import { Unanswered } from '../../ui/Unanswered.tsx';
import { ChoiceField } from '../ChoiceField.tsx';
import { PlacesTable } from './PlacesTable.tsx';

/** Period, rules and people of a new round. */
export function NewRoundScreen(): ReactNode {
  const { current } = usePeriod();
  const [period, setPeriod] = useState(current.year);
  const proposal = useCall('appraisal.proposal', { period }, { keepPrevious: true });
  const periods = [
    current.year,
    previousPeriod(current.year),
    current.schoolYear,
    previousPeriod(current.schoolYear),
  ];
  return (
    <>
      <PageHeader
        title="开始一轮师德考核"
        hint="考核办法会记在这一轮里，以后参数再改也不影响本轮结果；各项都可以按学校的办法调整。"
      />
      <Box sx={{ mb: 2 }}>
        <ChoiceField
          label="考核周期（年度或学年）"
          value={period}
          options={periods.map((value) => ({ value, label: formatPeriod(value) }))}
          onChange={setPeriod}
        />
      </Box>
      <Unanswered query={proposal} />
      {proposal.data?.period === period ? <Proposed key={period} proposal={proposal.data} /> : null}
    </>
  );
}

function Proposed({ proposal }: { readonly proposal: RoundProposal }): ReactNode {
  const { existing, period } = proposal;
  if (existing === null) return <NewRoundForm proposal={proposal} />;
  return (
    <Paper variant="outlined" sx={{ p: 2 }}>
      {formatPeriod(period)}的考核已经开始：
      <Link href={`/ethics/appraisal/${existing.id}`}>{existing.name}</Link>
    </Paper>
  );
}

const numberWords = {
  excellentShare: ['优秀比例上限', '%'],
  noticeWorkdays: ['公示', '个工作日'],
  minRaters: ['最少评分人数', '人'],
} as const;

function NewRoundForm({ proposal }: { readonly proposal: RoundProposal }): ReactNode {
  const navigate = useNavigate();
  const [name, setName] = useState(`${formatPeriod(proposal.period)}师德考核`);
  const [preset, setPreset] = useState('现行办法');
  const [rules, setRules] = useState<TypedRules>(() => typedRules(proposal.rules));
  const [outside, setOutside] = useState(String(proposal.people.filter((one) => !one.included).length));
  const [people, setPeople] = useState<readonly ProposedPlace[]>(proposal.people);
  const open = useChange('appraisal.open');
  const read = readRules(rules);
  const problems = problemsOfRules(read);
  const unexplained = people.filter(({ included, reason }) => !included && reason === null).length;
  const included = people.filter((one) => one.included).length;

  function choosePreset(chosen: string) {
    setPreset(chosen);
    const found = roundPresets.find((one) => one.name === chosen);
    setRules(typedRules({ ...proposal.rules, ...found?.rules }));
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        open.mutate(
          {
            id: newId(),
            period: proposal.period,
            name,
            preset,
            rules: read,
            outsideRaters: Math.max(0, Math.floor(Number(outside) || 0)),
            people: people.map(({ staffId, included: isIn, reason, note }) => ({
              staffId,
              included: isIn,
              reason,
              note,
            })),
          },
          { onSuccess: (board) => void navigate(`/ethics/appraisal/${board.id}`) },
        );
      }}
    >
      <Panel label="考核办法" sx={{ mb: 2 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
          <Box sx={{ flex: '1 1 18rem' }}>
            <TextBox label="名称" value={name} onChange={setName} required maxLength={60} />
          </Box>
          <ChoiceField
            label="考核办法"
            value={preset}
            options={['现行办法', ...roundPresets.map((one) => one.name)].map((value) => ({
              value,
              label: value,
            }))}
            onChange={choosePreset}
            minWidth="24rem"
          />
        </Box>
        <RuleFields rules={rules} onRules={setRules} outside={outside} onOutside={setOutside} />
      </Panel>
      <PlacesTable people={people} onChange={setPeople} />
      <FailureNotice error={open.error} />
      <Box
        sx={{
          position: 'sticky',
          bottom: 0,
          bgcolor: 'background.default',
          py: 1.5,
          display: 'flex',
          gap: 2,
          alignItems: 'center',
        }}
      >
        <Button
          type="submit"
          variant="contained"
          disabled={problems.length > 0 || unexplained > 0 || included === 0 || open.isPending}
        >
          开始考核（{included} 人）
        </Button>
        <Typography color="textSecondary" role="status">
          {unexplained > 0 ? `还有 ${unexplained} 人没有选择不参加的原因。` : (problems[0]?.sentence ?? '')}
        </Typography>
      </Box>
    </form>
  );
}

interface RuleFieldsProps {
  readonly rules: TypedRules;
  readonly onRules: (rules: TypedRules) => void;
  /** Raters who aren't appraised themselves, as typed. */
  readonly outside: string;
  readonly onOutside: (typed: string) => void;
}

/** Weights, bands, numbers and vetoes of the round, each with what is wrong with it. */
function RuleFields({ rules, onRules, outside, onOutside }: RuleFieldsProps): ReactNode {
  const read = readRules(rules);
  const problems = problemsOfRules(read);
  const problemAt = (path: string) => problems.find((one) => one.path === path)?.sentence;
  const sum = read.weights.reduce((total, weight) => total + weight, 0);
  return (
    <>
      <Typography variant="h2" sx={{ mt: 2, mb: 1 }} aria-live="polite">
        权重（合计 {sum}%{sum === 100 ? '' : '，应为 100%'}）
      </Typography>
      <Row>
        {appraisalParts.map((part, index) => (
          <TextBox
            key={part}
            label={part}
            numeric={{ unit: '%' }}
            value={rules.weights[index] ?? ''}
            problem={index === 0 ? problemAt('weights') : undefined}
            onChange={(typed) => onRules({ ...rules, weights: rules.weights.with(index, typed) })}
          />
        ))}
      </Row>
      <Row>
        {['优秀最低分', '合格最低分', '基本合格最低分'].map((label, index) => (
          <TextBox
            key={label}
            label={label}
            numeric={{ unit: '分' }}
            value={rules.bands[index] ?? ''}
            problem={index === 0 ? problemAt('bands') : undefined}
            onChange={(typed) => onRules({ ...rules, bands: rules.bands.with(index, typed) })}
          />
        ))}
        {Object.entries(numberWords).map(([id, [label, unit]]) => (
          <TextBox
            key={id}
            label={label}
            numeric={{ unit }}
            value={rules[id as keyof typeof numberWords]}
            onChange={(typed) => onRules({ ...rules, [id]: typed })}
          />
        ))}
        <TextBox label="不被考核的互评人" numeric={{ unit: '人' }} value={outside} onChange={onOutside} />
      </Row>
      <Row>
        <Box sx={{ flex: '1 1 18rem' }}>
          <TextBox
            label="一票否决的处分"
            value={rules.vetoHandlings}
            onChange={(typed) => onRules({ ...rules, vetoHandlings: typed })}
          />
        </Box>
        <Box sx={{ flex: '1 1 18rem' }}>
          <TextBox
            label="一票否决的事项（代码）"
            value={rules.vetoViolations}
            onChange={(typed) => onRules({ ...rules, vetoViolations: typed })}
          />
        </Box>
      </Row>
    </>
  );
}

function Row({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: 2,
        mb: 1.5,
        '& > [data-field]': { width: '8.5rem' },
      }}
    >
      {children}
    </Box>
  );
}

/** Rules as typed. */
interface TypedRules {
  readonly weights: readonly string[];
  readonly bands: readonly string[];
  readonly excellentShare: string;
  readonly noticeWorkdays: string;
  readonly minRaters: string;
  readonly vetoHandlings: string;
  readonly vetoViolations: string;
}

function typedRules(rules: RoundRules): TypedRules {
  return {
    ...rules,
    weights: rules.weights.map(String),
    bands: rules.bands.map(String),
    excellentShare: String(rules.excellentShare),
    noticeWorkdays: String(rules.noticeWorkdays),
    minRaters: String(rules.minRaters),
  };
}

function readRules(typed: TypedRules): RoundRules {
  const number = (text: string): number => (text.trim() === '' ? -1 : Number(text));
  return {
    ...typed,
    weights: typed.weights.map(number),
    bands: typed.bands.map(number),
    excellentShare: number(typed.excellentShare),
    noticeWorkdays: number(typed.noticeWorkdays),
    minRaters: number(typed.minRaters),
  };
}
