import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import type { ReactNode } from 'react';
import type {
  DutyKind,
  Roster,
  RosterNeed,
  RosterProblem,
} from '../../shared/domain/afterSchool/roster/problem.ts';
import { dutyWords, needWords } from '../../shared/domain/afterSchool/roster/words.ts';

export type RosterView = 'groups' | 'teachers';

interface RosterGridProps {
  readonly problem: RosterProblem;
  readonly roster: Roster;
  /** Ids of needs that are fixed by hand. */
  readonly locked: ReadonlySet<string>;
  readonly view: RosterView;
  readonly chosen: string | null;
  readonly onChoose: (needId: string) => void;
}

interface GridRow {
  readonly key: string;
  readonly title: string;
  readonly needsOn: (day: number) => readonly RosterNeed[];
}

const kindColours: Readonly<Record<DutyKind, { readonly background: string; readonly edge: string }>> = {
  teaching: { background: '#E8F0FA', edge: '#2F5D95' },
  care: { background: '#E9F4EA', edge: '#37703C' },
  leader: { background: '#F7EEDD', edge: '#8A5A00' },
  security: { background: '#EEEAF4', edge: '#5B4A86' },
};

/** The week as a table: a group and period a row, or a teacher a row; every duty is a button. */
export function RosterGrid({ problem, roster, locked, view, chosen, onChoose }: RosterGridProps): ReactNode {
  const names = new Map(problem.teachers.map(({ id, name }) => [id, name]));
  const teacherOf = new Map(roster.map(({ needId, teacherId }) => [needId, teacherId]));
  const rows = view === 'groups' ? groupRows(problem) : teacherRows(problem, teacherOf);
  return (
    <Box
      sx={{ overflow: 'auto', maxHeight: '60vh', border: 1, borderColor: 'divider' }}
      tabIndex={0}
      role="region"
      aria-label="排班表"
    >
      <Box component="table" sx={{ borderCollapse: 'collapse', width: '100%', minWidth: 720 }}>
        <Box component="thead" sx={{ position: 'sticky', top: 0, zIndex: 1, bgcolor: 'background.paper' }}>
          <tr>
            <HeadCell>{view === 'groups' ? '班组' : '教师'}</HeadCell>
            {problem.days.map(({ ordinal, label }) => (
              <HeadCell key={ordinal}>{label}</HeadCell>
            ))}
          </tr>
        </Box>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <Box
                component="th"
                scope="row"
                sx={{ ...cellStyle, textAlign: 'left', fontWeight: 400, minWidth: 150 }}
              >
                {row.title}
              </Box>
              {problem.days.map(({ ordinal }) => (
                <Box component="td" key={ordinal} sx={cellStyle}>
                  <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
                    {row.needsOn(ordinal).map((need) => {
                      const name = names.get(teacherOf.get(need.id) ?? '') ?? '未排';
                      return (
                        <Duty
                          key={need.id}
                          need={need}
                          words={view === 'groups' ? name : `${need.span.start} ${need.groupName}`}
                          label={`${needWords(problem, need)}：${name}${locked.has(need.id) ? '，已锁定' : ''}`}
                          isOpen={!teacherOf.has(need.id)}
                          isLocked={locked.has(need.id)}
                          isChosen={need.id === chosen}
                          onChoose={() => {
                            onChoose(need.id);
                          }}
                        />
                      );
                    })}
                  </Box>
                </Box>
              ))}
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  );
}

const cellStyle = { border: 1, borderColor: 'divider', px: 0.75, py: 0.5, verticalAlign: 'top' } as const;

function HeadCell({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <Box component="th" scope="col" sx={{ ...cellStyle, textAlign: 'left', py: 1 }}>
      {children}
    </Box>
  );
}

interface DutyProps {
  readonly need: RosterNeed;
  readonly words: string;
  readonly label: string;
  readonly isOpen: boolean;
  readonly isLocked: boolean;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Duty({ need, words, label, isOpen, isLocked, isChosen, onChoose }: DutyProps): ReactNode {
  const colours = kindColours[need.kind];
  return (
    <ButtonBase
      onClick={onChoose}
      aria-label={label}
      aria-pressed={isChosen}
      sx={{
        px: 0.75,
        minHeight: 28,
        borderRadius: 0.5,
        fontSize: '0.875rem',
        border: isOpen ? '1px dashed #B3261E' : `1px solid ${colours.edge}`,
        color: isOpen ? '#B3261E' : 'text.primary',
        bgcolor: isOpen ? 'background.paper' : colours.background,
        outline: isChosen ? `2px solid ${colours.edge}` : 'none',
        '&.Mui-focusVisible': { outline: '3px solid #1f1f1f' },
      }}
    >
      {isLocked ? '🔒 ' : ''}
      {words}
    </ButtonBase>
  );
}

/** What the colours mean, in words. */
export function DutyLegend(): ReactNode {
  return (
    <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
      {(Object.keys(kindColours) as DutyKind[]).map((kind) => (
        <Box key={kind} sx={{ display: 'flex', gap: 0.5, alignItems: 'center', fontSize: '0.875rem' }}>
          <Box
            aria-hidden
            sx={{
              width: 14,
              height: 14,
              bgcolor: kindColours[kind].background,
              border: `1px solid ${kindColours[kind].edge}`,
            }}
          />
          {dutyWords[kind]}
        </Box>
      ))}
    </Box>
  );
}

function groupRows(problem: RosterProblem): readonly GridRow[] {
  const several = new Set(problem.needs.map(({ period }) => period)).size > 1;
  const rows = Map.groupBy(problem.needs, ({ groupId, span }) => `${groupId}\n${span.start}`);
  return [...rows]
    .map(([key, needs]) => ({ key, needs, first: needs[0] }))
    .sort(
      (a, b) =>
        (a.first?.groupName ?? '').localeCompare(b.first?.groupName ?? '', 'zh-CN') ||
        (a.first?.span.start ?? '').localeCompare(b.first?.span.start ?? ''),
    )
    .map(({ key, needs, first }) => ({
      key,
      title: `${first?.groupName ?? ''}${several ? ` ${first?.period ?? ''}` : ''}`,
      needsOn: (day) => needs.filter((need) => need.day === day),
    }));
}

function teacherRows(problem: RosterProblem, teacherOf: ReadonlyMap<string, string>): readonly GridRow[] {
  return problem.teachers.map(({ id, name }) => ({
    key: id,
    title: name,
    needsOn: (day) => problem.needs.filter((need) => need.day === day && teacherOf.get(need.id) === id),
  }));
}
