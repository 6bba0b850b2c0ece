import type { PlanEntry } from '#shared/contract/partyPlan.ts';
import { add, newId } from './desk.ts';
import { committeeOf, rollOf, type Life, type Member } from './life.ts';
import { awayName } from './people.ts';
import { minutesOf } from './writing.ts';

type Values = Readonly<Record<string, unknown>>;

/** Writes up a planned gathering on its day; the id of its record. */
export async function hold(
  life: Life,
  entry: PlanEntry,
  state: 'draft' | 'finished' = 'finished',
): Promise<string> {
  if (entry.opens.kind !== 'create') throw new Error(`${entry.title} has a record already`);
  const { values, period } = entry.opens;
  return write(life, { ...values, heldOn: entry.plannedOn, title: entry.title }, period, state);
}

/** Writes up a meeting of a kind, with those who belong to it, who said what, and what its kind asks for. */
export async function write(
  life: Life,
  given: Values,
  period: string | null,
  state: 'draft' | 'finished' = 'finished',
): Promise<string> {
  const type = String(given['type']);
  const on = String(given['heldOn']);
  const invited = invitedTo(life, type, on, given['partyGroup']);
  const [first] = invited;
  const host = type === '党小组会' ? leaderOf(life, given['partyGroup']) : String(committeeOf(life, on)[0]);
  const recorder =
    type === '党小组会'
      ? (invited.find(({ id }) => id !== host)?.id ?? '')
      : String(committeeOf(life, on)[2]);
  if (!first) throw new Error(`nobody is invited to ${type}`);
  const month = Number(on.slice(5, 7));
  const speakers = invited.filter(({ name }) => name !== awayName).slice(0, 5);
  const { topic, body } = minutesOf(
    month,
    speakers.map(({ name }) => name),
  );
  const number = [...life.meetings.values()].flat().length;
  const id = await add(
    life.desk,
    'partyMeeting',
    {
      place: type === '党小组会' ? `${invited[0]?.group ?? ''}办公室` : '三楼会议室',
      host,
      recorder,
      topics: topic,
      attendance: attendanceOf(invited, number, [host, recorder], type),
      agenda: speakers.slice(0, 3).map(({ id: speaker }, index) => ({
        id: newId(),
        item: ['通报情况', '讨论', '提出要求'][index],
        speaker,
        speech: `围绕“${topic}”，结合${['年级组', '备课组', '本人岗位'][index] ?? ''}谈了${number % 7 === 0 ? '不足' : '打算'}。`,
      })),
      body,
      platformOn: on,
      reportedOn: on,
      files: papersOf(life, type),
      ...ownValues(life, type, on, invited),
      ...given,
    },
    period,
    state,
  );
  life.meetings.set(type, [...(life.meetings.get(type) ?? []), id]);
  return id;
}

function invitedTo(life: Life, type: string, on: string, group: unknown): readonly Member[] {
  const roll = rollOf(life, on);
  if (type === '支部委员会会议' || type === '民主生活会') {
    const committee = committeeOf(life, on);
    return committee.flatMap((id) => roll.find((member) => member.id === id) ?? []);
  }
  return type === '党小组会' ? roll.filter((member) => life.groups.get(member.group) === group) : roll;
}

/** The sixth to the eighth of the roster lead the groups. */
function leaderOf(life: Life, group: unknown): string {
  return life.members.slice(5, 8).find((member) => life.groups.get(member.group) === group)?.id ?? '';
}

function attendanceOf(invited: readonly Member[], number: number, needed: readonly string[], type: string) {
  const absentAt =
    ['支部党员大会', '党课', '组织生活会', '民主评议党员'].includes(type) || number % 6 !== 0
      ? -1
      : invited.length - 2;
  return invited.map(({ id: member, name }, index) => {
    const absent = index === absentAt && !needed.includes(member) && name !== awayName;
    return {
      id: newId(),
      member,
      state: name === awayName ? '不计应到' : absent ? '病假' : '出席',
      approvedBy: absent || name === awayName ? '赵建国' : null,
      reason: absent ? '住院检查' : name === awayName ? '援疆支教，经支部同意不计应到' : null,
      madeUpOn: null,
      madeUpHow: null,
    };
  });
}

function papersOf({ papers }: Life, type: string) {
  const wanted = [
    '签到表',
    '照片',
    ...(type === '党课' ? ['讲稿'] : []),
    ...(type === '支部党员大会' ? ['表决票'] : []),
  ];
  return papers.filter(({ kind }) => wanted.includes(kind));
}

function ownValues(life: Life, type: string, on: string, invited: readonly Member[]): Values {
  const lastCommittee = life.meetings.get('支部委员会会议')?.at(-1) ?? null;
  switch (type) {
    case '主题党日':
      return { studyHours: 2, activityForms: ['集中学习', '重温誓词'], themeMeeting: lastCommittee };
    case '党课':
      return {
        studyHours: 2,
        lecturer: committeeOf(life, on)[(life.meetings.get('党课') ?? []).length % 4],
        lecturerRole: (life.meetings.get('党课') ?? []).length % 4 === 0 ? '书记' : '委员',
        lectureTitle: `${Number(on.slice(5, 7))}月党课：做学生为学为事为人的大先生`,
        audience: '全体党员和入党积极分子',
        discussion: '大家联系岗位谈了体会，认为备好课、上好课就是最实在的学习。',
      };
    case '支部党员大会':
      return { preparedBy: lastCommittee, ...assemblyValues(life, on, invited) };
    case '支部委员会会议':
      return { topicSource: '书记提出', toAssembly: [3, 6, 9, 12].includes(Number(on.slice(5, 7))) };
    case '党小组会':
      return { criticism: '联系教学常规开展了批评和自我批评。', reportedMatters: '本月学习和帮扶情况。' };
    case '组织生活会':
    case '民主生活会':
      return {
        criticism: '按照“团结—批评—团结”的原则，逐人作了自我批评，相互提出了批评意见。',
        selfCriticismCount: invited.length * 2,
        mutualCriticismCount: invited.length * 3,
        superiorPresent: '县教育局党委派员到会指导',
      };
    case '民主评议党员':
      return gradesOf(on, invited);
    default:
      return {};
  }
}

/** What each quarter's assembly decides: election, admission, half-year work, confirmation. */
function assemblyValues(life: Life, on: string, invited: readonly Member[]): Values {
  const voters = invited.filter(
    ({ votesFrom, name }) => votesFrom !== null && votesFrom <= on && name !== awayName,
  ).length;
  const quarter = Math.ceil(Number(on.slice(5, 7)) / 3);
  const resolved = (content: string) => ({
    resolutions: [
      { id: newId(), content, owner: invited[2]?.id, dueOn: on, progress: '已办理', closedOn: on },
    ],
  });
  switch (quarter) {
    case 1:
      return electionOf(life, voters);
    case 2:
      return { ...admissionVote('接收吴敏为预备党员', '吴敏', voters), ...resolved('接收吴敏为预备党员') };
    case 3:
      return halfYear(life, on, invited, voters);
    default:
      return {
        ...admissionVote('周明按期转为正式党员', '周明', voters, '预备党员转正'),
        ...resolved('周明按期转为正式党员'),
      };
  }
}

function voteOf(matter: string, kind: string, due: number, present: number, inFavour: number): Values {
  return {
    id: newId(),
    matter,
    kind,
    candidate: null,
    mode: '举手',
    dueVoters: due,
    presentVoters: present,
    inFavour,
    against: 0,
    abstained: present - inFavour,
    written: 0,
    writtenBy: null,
    outcome: '通过',
  };
}

/** One is on leave, and what was decided is still to be done. */
function halfYear(life: Life, on: string, invited: readonly Member[], voters: number): Values {
  const absent = invited.at(-5)?.id;
  return {
    attendance: attendanceOf(invited, 1, [], '支部党员大会').map((row) =>
      row.member === absent ? { ...row, state: '事假', approvedBy: '赵建国', reason: '陪护家人' } : row,
    ),
    votes: [voteOf('审议支部下半年工作安排', '年度计划', voters, voters - 1, voters - 1)],
    resolutions: [
      {
        id: newId(),
        content: '十月底前整理党员活动室',
        owner: committeeOf(life, on)[2],
        dueOn: '2026-10-31',
        progress: null,
        closedOn: null,
      },
    ],
  };
}

/** A vote by secret ballot on somebody's membership, with one abstention. */
export function admissionVote(
  matter: string,
  candidate: string,
  voters: number,
  kind = '接收预备党员',
): Values {
  return {
    votes: [{ ...voteOf(matter, kind, voters, voters, voters - 1), candidate, mode: '无记名投票' }],
    scrutineers: '沈立新',
    tellers: '韩冬梅',
    callers: '杨得志',
  };
}

/** Six candidates for five places: the five with the most votes are in. */
function electionOf({ members }: Life, voters: number): Values {
  return {
    candidates: [0, 1, 2, 3, 8, 4].map((index, place) => ({
      id: newId(),
      candidate: members[index]?.id,
      post: '支部委员',
      nominated: '候选人',
      inFavour: place === 5 ? 8 : voters - place,
      against: place === 5 ? voters - 8 : place,
      abstained: 0,
      elected: place !== 5,
    })),
    scrutineers: '沈立新',
    tellers: '韩冬梅',
    callers: '杨得志',
    electorsDue: voters,
    electorsPresent: voters,
    ballotsIssued: voters,
    ballotsReturned: voters,
    ballotsSpoiled: 0,
  };
}

/** A third of the members at most are 优秀; those on probation take part without a grade. */
function gradesOf(on: string, invited: readonly Member[]): Values {
  const ballots = invited.length - 1;
  return {
    reviewBallots: ballots,
    grades: invited.map(({ id: member, votesFrom }, index) => {
      const full = votesFrom !== null && votesFrom <= on;
      const excellent = index < 7;
      return {
        id: newId(),
        member,
        selfGrade: full ? '合格' : null,
        peerGrade: full ? (excellent ? '优秀' : '合格') : null,
        excellentVotes: full ? (excellent ? ballots - 3 : 4) : null,
        qualifiedVotes: full ? (excellent ? 3 : ballots - 4) : null,
        basicVotes: full ? 0 : null,
        unqualifiedVotes: full ? 0 : null,
        grade: full ? (excellent ? '优秀' : '合格') : '不评等次',
        remark: full ? '履行党员义务，发挥了作用。' : '预备期内参加评议，不评等次。',
        feedbackOn: on,
      };
    }),
  };
}
