import { developmentStep, storedStepName } from '../../../shared/domain/membership/developmentSteps.ts';
import { success, type Result } from '../../../shared/kernel/result.ts';
import type { LooseValues } from '../../../shared/ledger/definition.ts';
import { emptyValues } from '../../../shared/ledger/schema.ts';
import { findLedger } from '../../../shared/ledgers/index.ts';
import { systemClock } from '../../clock.ts';
import { newId } from '../school/newId.ts';
import type { DemoSurroundings } from './makeDemo.ts';
import type { InspectionPhase } from '../../../shared/domain/membership/words.ts';

type Call = DemoSurroundings['call'];

interface DemoPerson {
  /** Staff number: after those who are members. */
  readonly staffNumber: string;
  /** Days of the steps from the first on. */
  readonly steps: readonly string[];
  readonly inspections?: readonly (readonly [on: string, phase: InspectionPhase])[];
  readonly training?: readonly [from: string, to: string];
  readonly notice?: readonly [from: string, to: string];
  readonly tags: readonly string[];
  /** Steps whose papers are not all there yet. */
  readonly papersMissing?: readonly number[];
}

/** People at every stage on 20 November 2026; some late, some with a paper missing, so that the checks have something to say. */
const people: readonly DemoPerson[] = [
  { staffNumber: 'T041', steps: ['2026-10-08'], tags: ['青年教师'] },
  { staffNumber: 'T043', steps: ['2026-06-15', '2026-07-02'], tags: ['一线教师'], papersMissing: [2] },
  {
    staffNumber: 'T045',
    steps: ['2025-09-10', '2025-09-28', '2025-12-05', '2025-12-12', '2025-12-12', '2025-12-12'],
    inspections: [['2026-06-08', '积极分子']],
    tags: ['一线教师', '学科骨干'],
  },
  {
    staffNumber: 'T047',
    steps: ['2025-03-03', '2025-03-20', '2025-09-26', '2025-10-09', '2025-10-09', '2025-10-09'],
    inspections: [['2026-03-25', '积极分子']],
    tags: ['青年教师'],
    papersMissing: [5, 6],
  },
  {
    staffNumber: 'T049',
    steps: [
      '2024-03-01',
      '2024-03-18',
      '2024-09-20',
      '2024-09-27',
      '2024-09-27',
      '2024-09-27',
      '2025-10-10',
      '2025-10-24',
      '2025-11-03',
      '2026-09-15',
      '2026-10-22',
      '2026-11-09',
    ],
    inspections: [
      ['2025-03-14', '积极分子'],
      ['2025-09-12', '积极分子'],
      ['2026-03-13', '积极分子'],
      ['2026-09-11', '积极分子'],
    ],
    training: ['2026-10-20', '2026-10-22'],
    tags: ['一线教师', '学科骨干'],
  },
  // One of the two probationary members of the roll; the vote's meeting is still to be chosen.
  {
    staffNumber: 'T037',
    steps: [
      '2024-02-26',
      '2024-03-12',
      '2024-09-06',
      '2024-09-20',
      '2024-09-20',
      '2024-09-20',
      '2025-09-12',
      '2025-09-28',
      '2025-10-10',
      '2025-12-05',
      '2025-11-20',
      '2026-03-10',
      '2026-03-20',
      '2026-03-25',
      '2026-04-10',
      '2026-05-12',
      '2026-05-26',
      '2026-06-10',
      '2026-05-28',
      '2026-07-01',
      '2026-05-28',
    ],
    inspections: [
      ['2025-03-07', '积极分子'],
      ['2025-09-05', '积极分子'],
      ['2026-03-06', '积极分子'],
      ['2026-10-09', '预备党员'],
    ],
    training: ['2025-11-18', '2025-11-20'],
    notice: ['2026-03-26', '2026-04-01'],
    tags: ['一线教师'],
  },
];

/** Puts dossiers of people on the way into the Party, and two meetings of the school's leadership, into the demo school. */
export async function addDemoDevelopment(call: Call): Promise<Result<null>> {
  const staff = await recordsOf(call, 'staff');
  if (!staff.ok) return staff;
  const members = await recordsOf(call, 'partyMember');
  if (!members.ok) return members;
  const branches = await recordsOf(call, 'branch');
  if (!branches.ok) return branches;
  const [branch] = branches.value;
  const full = members.value.filter(
    ({ values }) => values['status'] === '正式党员' && values['branch'] === branch?.id,
  );
  for (const [index, person] of people.entries()) {
    const own = staff.value.find(({ values }) => values['staffNumber'] === person.staffNumber);
    if (!own || !branch) throw new Error(`The demo school lacks ${person.staffNumber} or a branch`);
    const helpers = full.slice(index * 2, index * 2 + 2).map(({ id }) => id);
    const saved = await save(call, 'memberDevelopment', {
      ...dossierValues(person, helpers),
      name: own.values['name'],
      staff: own.id,
      sex: own.values['sex'],
      ethnicity: own.values['ethnicity'],
      bornOn: own.values['bornOn'],
      education: own.values['education'],
      post: typeof own.values['subject'] === 'string' ? `${own.values['subject']}教师` : null,
      branch: branch.id,
    });
    if (!saved.ok) return saved;
  }
  const leaders = staff.value
    .filter(({ values }) => ['T001', 'T002', 'T003', 'T004', 'T005'].includes(String(values['staffNumber'])))
    .toSorted((a, b) => String(a.values['staffNumber']).localeCompare(String(b.values['staffNumber'])))
    .map(({ id }) => id);
  return addMeetings(call, leaders);
}

function dossierValues(person: DemoPerson, helpers: readonly string[]): LooseValues {
  const { steps, inspections = [], training, notice, papersMissing = [] } = person;
  return {
    tags: person.tags,
    contacts: steps.length >= 5 ? helpers.slice(0, 1) : [],
    sponsors: steps.length >= 9 ? helpers : [],
    steps: steps.map((doneOn, index) => ({
      id: newId(systemClock().now()),
      step: storedStepName(developmentStep(index + 1)),
      doneOn,
      papersReady: !papersMissing.includes(index + 1),
      meeting: null,
      remark: null,
    })),
    inspections: inspections.map(([inspectedOn, phase]) => ({
      id: newId(systemClock().now()),
      inspectedOn,
      phase,
      inspector: null,
      opinion: '思想端正，工作踏实，同意继续培养。',
    })),
    trainings:
      training === undefined
        ? []
        : [
            {
              id: newId(systemClock().now()),
              from: training[0],
              to: training[1],
              days: 3,
              hours: 24,
              organiser: '县委组织部',
              certificate: null,
            },
          ],
    notices:
      notice === undefined
        ? []
        : [
            {
              id: newId(systemClock().now()),
              kind: '接收公示',
              from: notice[0],
              to: notice[1],
              objections: '无',
            },
          ],
  };
}

const topicBase = {
  amount: null,
  proposer: null,
  communicatedOn: null,
  review: null,
  touchesStaff: false,
  staffOpinion: null,
  recused: null,
  voteMode: null,
  inFavour: null,
  against: null,
  abstained: null,
  decisionText: null,
  decidedAt: null,
  progress: null,
  closedOn: null,
  openTo: '校务公开',
};

async function addMeetings(call: Call, leaders: readonly string[]): Promise<Result<null>> {
  const [chief = '', second = '', third = ''] = leaders;
  for (const staff of leaders) {
    const post = await save(call, 'leadingGroupPost', {
      staff,
      group: '党组织班子',
      post: staff === chief ? '党组织书记' : '班子成员',
      from: '2024-09-01',
    });
    if (!post.ok) return post;
  }
  return save(
    call,
    'governanceMeeting',
    {
      kind: '学校党组织会议',
      title: '2026年第11次党组织会议',
      session: 11,
      heldOn: '2026-11-06',
      startsAt: '16:30',
      endsAt: '17:50',
      place: '二楼会议室',
      host: chief,
      recorder: third,
      attendance: leaders.map((staff) => ({
        id: newId(systemClock().now()),
        staff,
        capacity: '班子成员',
        state: '出席',
        reason: null,
      })),
      topics: [
        {
          ...topicBase,
          id: newId(systemClock().now()),
          name: '教学楼供暖管道维修',
          topicClass: '大额度资金使用',
          major: true,
          amount: 8_650_000,
          proposer: second,
          communicatedOn: '2026-11-04',
          review: '总务处现场勘查，三家单位询价',
          reporter: second,
          voteMode: '举手',
          inFavour: leaders.length,
          against: 0,
          abstained: 0,
          decision: '同意',
          decisionText: '由总务处按政府采购规定办理，供暖期前完工',
          owner: second,
          dueOn: '2026-11-30',
        },
        {
          ...topicBase,
          id: newId(systemClock().now()),
          name: '班主任津贴发放办法修订',
          topicClass: '人事与教职工',
          major: false,
          communicatedOn: '2026-11-04',
          touchesStaff: true,
          reporter: third,
          decision: '原则同意',
          decisionText: '修改后提交教职工代表大会审议',
          owner: third,
          dueOn: '2026-11-15',
        },
      ],
      speeches: [...leaders.slice(1), chief].map((speaker, index) => ({
        id: newId(systemClock().now()),
        topic: 1,
        speaker,
        points:
          speaker === chief
            ? '综合大家意见，同意按方案实施，注意施工安全和质量验收。'
            : [
                '方案可行，建议避开上课时间施工。',
                '同意，请及时公示询价结果。',
                '同意。',
                '同意，注意留存验收资料。',
              ][index],
      })),
    },
    '2026',
  );
}

interface DemoRecord {
  readonly id: string;
  readonly values: LooseValues;
}

async function recordsOf(call: Call, ledger: string): Promise<Result<readonly DemoRecord[]>> {
  const list = await call('ledger.list', { query: { ledger }, page: 0, pageSize: 500 });
  return list.ok ? success(list.value.rows.map(({ id, values }) => ({ id, values }))) : list;
}

async function save(
  call: Call,
  ledger: string,
  values: LooseValues,
  period: string | null = null,
): Promise<Result<null>> {
  const definition = findLedger(ledger);
  if (!definition) throw new Error(`No ledger ${ledger}`);
  const saved = await call('ledger.save', {
    ledger,
    id: newId(systemClock().now()),
    values: { ...emptyValues(definition), ...values },
    period,
    state: 'finished',
    baseRevision: null,
  });
  return saved.ok ? success(null) : saved;
}
