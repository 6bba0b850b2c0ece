import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { AimResult, RosterOutcome } from '../../shared/domain/afterSchool/roster/outcome.ts';

/** What the automatic rostering found, in words: how good it is and what is proved, or why it can't be done. */
export function OutcomeNotice({ outcome }: { readonly outcome: RosterOutcome }): ReactNode {
  if (outcome.kind === 'outOfTime')
    return (
      <Alert severity="warning" sx={{ mb: 2 }}>
        时间到了还没有找到可行的排法，原来的排班没有变动。请减少要求，或再试一次。
      </Alert>
    );
  if (outcome.kind === 'contradiction') {
    const { demands, people, smallest } = outcome.contradiction;
    return (
      <Alert severity="error" sx={{ mb: 2 }}>
        {demands.length === 0
          ? '排不出来：课程的场地或学生时间冲突，请先改好课程。'
          : `排不出来：下面 ${demands.length} 条要求不能同时满足${smallest ? '，放宽其中任何一条就可以' : ''}。`}
        <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
          {demands.map((demand) => (
            <li key={demand}>{demand}。</li>
          ))}
        </Box>
        {people.map((sentence) => (
          <Box key={sentence}>{sentence}</Box>
        ))}
      </Alert>
    );
  }
  return (
    <Alert severity="success" sx={{ mb: 2 }}>
      {`已排好 ${outcome.roster.length} 场，用时 ${Math.ceil(outcome.seconds)} 秒，没有冲突。除以往已多、或时间已排满的以外，每人课时与应承担的最多相差 ${round(outcome.unfairness)}。还没有保存。`}
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {outcome.aims.map((aim) => (
          <li key={aim.aim}>{aimSentence(aim)}</li>
        ))}
      </Box>
    </Alert>
  );
}

function aimSentence({ aim, value, gap }: AimResult): string {
  const proved = gap < 0.0005 ? '已证明不能更好' : `离最好最多差 ${round(gap * 100)}%`;
  switch (aim) {
    case 'fairness':
      return value === 0
        ? '课时均衡：每人都在应承担的范围内。'
        : `课时均衡：以往课时或要求相差较大，有人不在应承担的范围内，已尽量拉平，${proved}。`;
    case 'changes':
      return `变动：${value} 场换了人，${proved}。`;
    case 'familiarity':
      return `熟悉班组：${value} 场由不熟悉的教师承担，${proved}。`;
    case 'wishes':
      return `照顾意愿：得分 ${round(-value)}，${proved}。`;
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
