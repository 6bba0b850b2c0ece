import type { PlainDate } from '../../../kernel/plainDate.ts';
import { isAppointment, isMajor, leadingGroupFor } from '../../governance/facts.ts';
import type { GovernanceFacts, GovernanceMeetingFact } from '../../governance/facts.ts';
import { hasQuorum, quorumWords, type DecisionKind } from '../../partyLife/quorum.ts';
import { listNames } from '../../listNames.ts';
import { aboutGovernance, governanceBasis } from './aboutGovernance.ts';
import type { GovernanceRule } from './aboutGovernance.ts';

/** Ids of the group's members on the day; empty where the school keeps no list. */
function groupOn(facts: GovernanceFacts, meeting: GovernanceMeetingFact, on: PlainDate): readonly string[] {
  const group = leadingGroupFor(meeting.kind);
  return facts.leadingGroup
    .filter((one) => one.group === group && one.from <= on && (one.to === null || on <= one.to))
    .map(({ staffId }) => staffId);
}

/** Who is due and who came: by the list of the leading group, else by the roll of the meeting itself. */
function headcount(
  facts: GovernanceFacts,
  meeting: GovernanceMeetingFact,
): { readonly due: number; readonly present: number } {
  const listed = groupOn(facts, meeting, meeting.heldOn);
  const rows = meeting.attendance.filter(({ capacity }) => capacity === '班子成员');
  const present = rows.filter((row) => row.present);
  if (listed.length === 0) return { due: rows.length, present: present.length };
  return { due: listed.length, present: present.filter(({ staffId }) => listed.includes(staffId)).length };
}

function shortOfQuorum(facts: GovernanceFacts, meeting: GovernanceMeetingFact, kind: DecisionKind) {
  const { due, present } = headcount(facts, meeting);
  if (due === 0 || hasQuorum(kind, due, present)) return undefined;
  return `班子成员 ${due} 人，到会 ${present} 人，${quorumWords(kind)}。`;
}

const organisationPresence: GovernanceRule = {
  id: 'GOV-01',
  severity: 'error',
  label: '党组织会议到会人数达到规定',
  basis: governanceBasis,
  check: (facts) =>
    facts.meetings.flatMap((meeting) => {
      if (meeting.kind !== '学校党组织会议') return [];
      const appointment = meeting.topics.find(isAppointment);
      const problem = shortOfQuorum(facts, meeting, appointment ? 'organisationAppointment' : 'organisation');
      if (problem === undefined) return [];
      const about = appointment ? `讨论干部任免（“${appointment.name}”），` : '';
      return [aboutGovernance(meeting, about + problem)];
    }),
};

const principalPresence: GovernanceRule = {
  id: 'GOV-02',
  severity: 'error',
  label: '校长办公会到会人数过半',
  basis: governanceBasis,
  check: (facts) =>
    facts.meetings.flatMap((meeting) => {
      if (meeting.kind !== '校长办公会议') return [];
      const problem = shortOfQuorum(facts, meeting, 'principal');
      return problem === undefined ? [] : [aboutGovernance(meeting, problem)];
    }),
};

const speechOrder: GovernanceRule = {
  id: 'GOV-09',
  severity: 'info',
  label: '班子成员逐人发言，主要负责人最后表态',
  basis: governanceBasis,
  check: (facts) =>
    facts.meetings.flatMap((meeting) =>
      meeting.topics.flatMap((topic) => {
        const spoken = meeting.speeches
          .filter((speech) => speech.topic === topic.number)
          .map(({ staffId }) => staffId);
        if (spoken.length === 0 && !isMajor(topic)) return [];
        const nameOf = (id: string) => facts.staff.find((one) => one.id === id)?.name ?? '';
        const silent = meeting.attendance
          .filter(
            ({ capacity, present, staffId }) =>
              capacity === '班子成员' &&
              present &&
              !spoken.includes(staffId) &&
              !topic.recused.includes(nameOf(staffId)),
          )
          .map(({ staffId }) => nameOf(staffId));
        const problems = [
          ...(silent.length > 0 ? [`没有${listNames(silent)}的发言记录`] : []),
          ...(spoken.length > 0 && spoken.includes(meeting.hostId) && spoken.at(-1) !== meeting.hostId
            ? [`主要负责人${nameOf(meeting.hostId)}应最后表态`]
            : []),
        ];
        return problems.length === 0
          ? []
          : [aboutGovernance(meeting, `议题“${topic.name}”${problems.join('；')}。`, topic.id)];
      }),
    ),
};

/** Who must be there, and who speaks when. */
export const presenceRules: readonly GovernanceRule[] = [
  organisationPresence,
  principalPresence,
  speechOrder,
];
