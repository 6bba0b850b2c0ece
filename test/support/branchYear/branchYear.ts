import { randomUUID } from 'node:crypto';
import { Jimp } from 'jimp';
import { createParameters } from '#shared/domain/parameters/index.ts';
import { monthlyPartyFee } from '#shared/domain/partyLife/partyFee.ts';
import { addDays } from '#shared/kernel/plainDate.ts';
import type { AttachmentRef } from '#shared/ledger/field.ts';
import { rowsOf } from '#shared/ledger/schema.ts';
import { add, at, change, type Desk } from './desk.ts';
import { dossiersAtNewYear } from './development.ts';
import { named, type Life, type Member } from './life.ts';
import { admissionVote, hold, write } from './meetings.ts';
import { closeYear, fileQuarterPlan, monthlyWork } from './otherWork.ts';
import { holdReview } from './review.ts';
import {
  branchName,
  feeBaseOf,
  groupNames,
  groupOf,
  probationer,
  rosterNames,
  writeRoster,
} from './people.ts';

const committeePosts = ['书记', '副书记', '组织委员', '宣传委员', '纪检委员'] as const;

/** The year 2026 of a branch as its secretary keeps it: 23 members, three groups, a committee of five. */
export interface BranchYear {
  readonly branch: string;
  readonly members: readonly Member[];
  /** Ids of meetings by kind, in the order they were held. */
  readonly meetings: ReadonlyMap<string, readonly string[]>;
  readonly dossiers: { readonly probationer: string; readonly applicant: string };
  /** Moves the clock to the evening of a day; the first time in a month fees, talks and study of it are entered. */
  comeTo(day: string): Promise<void>;
  /** Everything planned whose day has come by `until` is held and written up, a few days at a time. */
  liveUntil(until: string): Promise<void>;
  /** The next planned gathering of a kind (支委会, 党员大会 …) written as a draft on its day, to be finished by hand. */
  draftNext(typeName: string): Promise<{ readonly id: string; readonly on: string }>;
  /** The committee elected holds office from a day on. */
  takeOffice(from: string): Promise<void>;
  /** A new member belongs to the roll from a day on. */
  joins(id: string, name: string, from: string): Promise<void>;
  /** A member on probation votes from a day on. */
  confirm(name: string, from: string): void;
  /** 组织生活会 and 民主评议 through all steps of their campaign, once their meetings are held; its id. */
  review(): Promise<string>;
  /** What the year ends with: 民主生活会, brand, meetings of decision. */
  closeYear(): Promise<void>;
}

/** Enters what a branch has on 4 January 2026 into an empty school: calendar, branch, groups, roster, posts, dossiers. */
export async function beginBranchYear(desk: Desk, folder: string): Promise<BranchYear> {
  desk.setNow(at('2026-01-04', 9));
  for (const [name, season, startsOn, firstTeachingOn, lastTeachingOn, endsOn, period] of [
    [
      '2025—2026学年第一学期',
      '第一学期',
      '2025-08-31',
      '2025-09-01',
      '2026-01-16',
      '2026-01-20',
      '2025-2026-1',
    ],
    [
      '2025—2026学年第二学期',
      '第二学期',
      '2026-03-01',
      '2026-03-02',
      '2026-07-10',
      '2026-07-14',
      '2025-2026-2',
    ],
    [
      '2026—2027学年第一学期',
      '第一学期',
      '2026-08-31',
      '2026-09-01',
      '2027-01-15',
      '2027-01-18',
      '2026-2027-1',
    ],
  ] as const)
    await add(desk, 'term', { name, season, startsOn, firstTeachingOn, lastTeachingOn, endsOn }, period);
  const branch = await add(desk, 'branch', {
    name: '中共山丹县测试学校第一支部委员会',
    shortName: branchName,
    superior: '中共山丹县教育局委员会',
    foundedOn: '2019-09-01',
    termNumber: 2,
    termStartsOn: '2023-04-01',
    termEndsOn: '2026-03-31',
    partyDayOfMonth: 15,
  });
  const groups = new Map<string, string>();
  for (const name of groupNames)
    groups.set(name, await add(desk, 'partyGroup', { name, branch, foundedOn: '2019-09-01' }));

  await importRoster(desk, await writeRoster(folder));
  const rows = await desk.call('ledger.list', { query: { ledger: 'partyMember' }, page: 0, pageSize: 50 });
  const members: Member[] = rosterNames.map((name, index) => {
    const row = rows.rows.find(({ values }) => values['name'] === name);
    if (!row) throw new Error(`${name} was not imported`);
    return {
      id: row.id,
      name,
      group: groupOf(index),
      from: '2019-09-01',
      votesFrom: name === probationer ? null : '2019-09-01',
    };
  });
  const idOf = (index: number): string => members[index]?.id ?? '';
  for (const [index, post] of committeePosts.entries())
    await add(desk, 'committeePost', {
      branch,
      member: idOf(index),
      post,
      from: '2023-04-01',
      termNumber: 2,
    });
  for (const group of groupNames) {
    const leader = members.findIndex((one, place) => place >= committeePosts.length && one.group === group);
    await add(desk, 'committeePost', {
      branch,
      member: idOf(leader),
      post: '党小组组长',
      partyGroup: groups.get(group),
      from: '2023-04-01',
      termNumber: 2,
    });
  }
  const start = dossiersAtNewYear(branch, [idOf(3), idOf(4)]);
  const dossiers = {
    probationer: await add(desk, 'memberDevelopment', {
      ...start.probationer,
      partyMember: named({ members }, probationer).id,
    }),
    applicant: await add(desk, 'memberDevelopment', start.applicant),
  };
  const life: Life = {
    desk,
    branch,
    groups,
    members,
    papers: await attachPapers(desk),
    meetings: new Map(),
    committees: [{ from: '2023-04-01', ids: members.slice(0, 5).map(({ id }) => id) }],
  };
  const admission = await write(
    life,
    {
      ...admissionVote('接收周明为预备党员', '周明', 21),
      type: '支部党员大会',
      title: '2025年第四季度支部党员大会',
      branch,
      heldOn: '2025-11-20',
      startsAt: '16:30',
      endsAt: '17:40',
      preparedBy: null,
      resolutions: [],
    },
    '2025Q4',
  );
  await linkAdmission(desk, dossiers.probationer, admission);
  await fileQuarterPlan(life, 1, '2026-01-04');
  const parameters = createParameters();
  const monthsDone = new Set<string>();

  async function openEntries(until: string) {
    const { entries } = await desk.call('partyPlan.year', { year: 2026, branch });
    return entries.filter(
      ({ state, plannedOn }) => plannedOn <= until && ['missed', 'soon', 'planned'].includes(state),
    );
  }
  async function comeTo(day: string): Promise<void> {
    desk.setNow(at(day, 20));
    const month = day.slice(0, 7);
    if (monthsDone.has(month)) return;
    monthsDone.add(month);
    await monthlyWork(life, Number(month.slice(5)), day, (base) =>
      monthlyPartyFee(base, '在职', parameters, `${month}-01`),
    );
  }

  return {
    branch,
    members,
    meetings: life.meetings,
    dossiers,
    comeTo,
    async liveUntil(until) {
      for (;;) {
        const open = await openEntries(until);
        const [first] = open;
        if (!first) return;
        // What lies within three days is written up in one sitting.
        const last = addDays(first.plannedOn, 3);
        const batch = open.filter(({ plannedOn }) => plannedOn <= last);
        await comeTo(batch.at(-1)?.plannedOn ?? first.plannedOn);
        for (const entry of batch) await hold(life, entry);
      }
    },
    async draftNext(typeName) {
      const entry = (await openEntries('2026-12-31')).find((one) => one.typeName === typeName);
      if (!entry) throw new Error(`no ${typeName} is planned any more`);
      await comeTo(entry.plannedOn);
      return { id: await hold(life, entry, 'draft'), on: entry.plannedOn };
    },
    async takeOffice(from) {
      const posts = await desk.call('ledger.list', {
        query: { ledger: 'committeePost' },
        page: 0,
        pageSize: 50,
      });
      for (const { id, values } of posts.rows)
        if (values['post'] !== '党小组组长')
          await change(desk, 'committeePost', id, { to: addDays(from, -1) });
      const ids = [0, 1, 2, 3, 8].map(idOf);
      for (const [index, post] of committeePosts.entries())
        await add(desk, 'committeePost', { branch, member: ids[index], post, from, termNumber: 3 });
      await change(desk, 'branch', branch, {
        termNumber: 3,
        termStartsOn: from,
        termEndsOn: addDays(from, 3 * 365),
      });
      life.committees.push({ from, ids });
    },
    async joins(id, name, from) {
      members.push({ id, name, group: groupNames[0], from, votesFrom: null });
      await change(desk, 'partyMember', id, {
        partyGroup: groups.get(groupNames[0]),
        feeBase: feeBaseOf(members.length - 1) * 100,
        nativePlace: '甘肃山丹',
      });
    },
    confirm(name, from) {
      named(life, name).votesFrom = from;
    },
    review: () => holdReview(life, comeTo),
    closeYear: () => closeYear(life, comeTo),
  };
}

/** The meeting that admitted somebody stands with the 15th step. */
async function linkAdmission(desk: Desk, dossier: string, meeting: string): Promise<void> {
  const { record } = await desk.call('ledger.get', { ledger: 'memberDevelopment', id: dossier });
  await change(desk, 'memberDevelopment', dossier, {
    steps: rowsOf(record.values['steps']).map((row) =>
      String(row['step']).startsWith('15 ') ? { ...row, meeting } : row,
    ),
  });
}

async function importRoster(desk: Desk, path: string): Promise<void> {
  const jobId = randomUUID();
  const source = await desk.call('import.choose', { jobId, path, ledger: 'partyMember' });
  const [sheet] = source?.sheets ?? [];
  if (!source || !sheet) throw new Error('The roster was not read');
  const { importId } = source;
  const preview = await desk.call('import.preview', {
    importId,
    jobId,
    sheet: sheet.sheet,
    ledger: 'partyMember',
    mapping: [...sheet.mapping],
  });
  if (preview.problems.some(({ severity }) => severity === 'error'))
    throw new Error(preview.problems.map(({ sentence }) => sentence).join('\n'));
  await desk.call('import.commit', { importId, jobId, skipProblems: false });
}

/** One of each paper, put to every meeting: what they show does not matter here. */
async function attachPapers(desk: Desk): Promise<AttachmentRef[]> {
  const picture = await new Jimp({ width: 320, height: 240, color: 0xf5f0e6ff }).getBuffer('image/jpeg');
  const refs: AttachmentRef[] = [];
  for (const kind of ['签到表', '照片', '讲稿', '表决票'])
    refs.push(
      (
        await desk.call('attachment.add', {
          ledger: 'partyMeeting',
          kind,
          name: `${kind}.jpg`,
          content: picture.toString('base64'),
        })
      ).ref,
    );
  return refs;
}
