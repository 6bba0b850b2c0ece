import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { followUpHandlers } from '#electron/services/partyLife/followUpHandlers.ts';
import { historyOf } from '#electron/store/records/revisions.ts';
import { getRecord } from '#electron/store/records/records.ts';
import { staff } from '#shared/ledgers/base/staff.ts';
import { branch } from '#shared/ledgers/partyLife/branch.ts';
import { governanceMeeting } from '#shared/ledgers/partyLife/governanceMeeting.ts';
import { partyMeeting } from '#shared/ledgers/partyLife/partyMeeting.ts';
import { partyMember } from '#shared/ledgers/partyLife/partyMember.ts';
import { failureOf, valueOf } from '../../support/temporarySchool.ts';
import { officeOf, type Office } from '../officeCalls.ts';
import { head, schoolOffice, type SchoolOffice } from '../schoolOffice.ts';

/** What comes after a meeting, written into the locked record. Today is 2026-11-24. */
let school: SchoolOffice;
let office: Office;
let home: string;
let members: string[];
let meeting: string;
const rowId = { absent: '', decided: '' };

beforeEach(() => {
  school = schoolOffice();
  office = officeOf(school, followUpHandlers);
  home = school.add(branch, { name: '第一支部委员会', shortName: '第一党支部', foundedOn: '2019-09-01' });
  members = ['李强', '王芳', '孙立'].map((name) =>
    school.add(partyMember, { name, sex: '男', status: '正式党员', branch: home, rollSince: '2020-01-01' }),
  );
  rowId.absent = school.newId();
  rowId.decided = school.newId();
  meeting = school.add(
    partyMeeting,
    {
      type: '支部党员大会',
      title: '第三季度党员大会',
      branch: home,
      heldOn: '2026-09-18',
      startsAt: '15:00',
      endsAt: '16:30',
      place: '会议室',
      host: members[0],
      recorder: members[1],
      attendance: [
        { id: school.newId(), member: members[0], state: '出席' },
        { id: school.newId(), member: members[1], state: '出席' },
        { id: rowId.absent, member: members[2], state: '病假', approvedBy: '李强' },
      ],
      resolutions: [
        { id: rowId.decided, content: '整理党员活动室', owner: members[1], dueOn: '2026-10-31' },
        { id: school.newId(), content: '慰问老党员', owner: null, dueOn: null },
      ],
    },
    { period: '2026Q3', state: 'approved' },
  );
});
afterEach(() => {
  school.remove();
});

const clerk = () => school.person('李党务', 'partyAffairs');
const board = async (closed = false) =>
  valueOf(await office.as(clerk())('followUp.board', { year: 2026, closed }));
const record = (more: Record<string, unknown>) =>
  office.as(clerk())('followUp.record', { ledger: 'partyMeeting', id: meeting, baseRevision: 1, ...more });

describe('what meetings have left to do', () => {
  it('lists decisions of both kinds of meetings, most pressing first', async () => {
    const chief = school.add(staff, { staffNumber: 'T001', name: '马校长', sex: '男' });
    school.add(
      governanceMeeting,
      {
        kind: '学校党组织会议',
        title: '第 11 次党组织会议',
        heldOn: '2026-11-06',
        startsAt: '16:30',
        endsAt: '17:30',
        place: '会议室',
        host: chief,
        recorder: chief,
        topics: [
          {
            id: school.newId(),
            name: '维修供暖',
            topicClass: '其他',
            decision: '同意',
            owner: chief,
            dueOn: '2026-11-30',
          },
          { id: school.newId(), name: '换校服', topicClass: '其他', decision: '暂缓' },
        ],
      },
      { period: '2026' },
    );
    const { decisions } = await board();
    expect(decisions.map(({ content, owner, standing }) => [content, owner, standing])).toEqual([
      ['整理党员活动室', '王芳', 'overdue'],
      ['维修供暖', '马校长', 'dueSoon'],
      ['慰问老党员', '', 'undated'],
    ]);
  });

  it('names who has not made up, and which meetings are not on the platform', async () => {
    const { makeUps, unentered } = await board();
    expect(makeUps).toMatchObject([{ member: '孙立', state: '病假', dueOn: '2026-10-18', overdue: true }]);
    expect(unentered).toMatchObject([{ meeting: { title: '第三季度党员大会' }, ahead: false }]);
  });
});

describe('settling it', () => {
  it('writes into the approved record without reopening it, as a revision', async () => {
    const saved = valueOf(
      await record({
        platformOn: '2026-09-16',
        rows: [
          { id: rowId.decided, closedOn: '2026-10-20', progress: '已整理' },
          { id: rowId.absent, madeUpOn: '2026-09-25', madeUpHow: '自学并写心得' },
        ],
      }),
    );
    expect(saved.revision).toBe(2);
    const stored = getRecord(school.store.read, partyMeeting, meeting);
    expect(stored).toMatchObject({ state: 'approved', revision: 2 });
    expect(stored?.values.resolutions[0]).toMatchObject({ closedOn: '2026-10-20', progress: '已整理' });
    expect(stored?.values.attendance[2]).toMatchObject({ madeUpOn: '2026-09-25', approvedBy: '李强' });
    expect(historyOf(school.store.read, partyMeeting.id, meeting)).toHaveLength(2);
    const left = await board();
    expect([left.makeUps, left.unentered, left.decisions.length]).toEqual([[], [], 1]);
    expect((await board(true)).decisions.map(({ standing }) => standing)).toEqual(['undated', 'closed']);
  });

  it('refuses days before the meeting and in the future, at the row', async () => {
    const early = failureOf(await record({ rows: [{ id: rowId.decided, closedOn: '2026-09-01' }] }));
    expect(early.problems).toEqual([
      { path: `${rowId.decided}.closedOn`, sentence: '会议 2026-09-18 才开，这个日期不能早于会议，请核对。' },
    ]);
    const late = failureOf(await record({ rows: [{ id: rowId.absent, madeUpOn: '2026-11-25' }] }));
    expect(late.problems?.[0]?.path).toBe(`${rowId.absent}.madeUpOn`);
    expect(getRecord(school.store.read, partyMeeting, meeting)?.revision).toBe(1);
  });

  it('does not overwrite what somebody saved meanwhile, and is not open to readers', async () => {
    valueOf(await record({ platformOn: '2026-09-16' }));
    expect(failureOf(await record({ platformOn: '2026-09-17' })).kind).toBe('conflict');
    const reader = office.as(school.person('查阅员', 'reader'));
    const order = { ledger: 'partyMeeting', id: meeting, baseRevision: 2, platformOn: null } as const;
    expect(failureOf(await reader('followUp.record', order)).kind).toBe('forbidden');
  });

  it('leaves everything else of a finished record locked', () => {
    const moved = school.edit(partyMeeting, meeting, { place: '操场' }, { by: head() });
    expect(failureOf(moved).sentence).toContain('已经完成并锁定');
    const both = school.edit(
      partyMeeting,
      meeting,
      { place: '操场', platformOn: '2026-09-16' },
      { by: head() },
    );
    expect(failureOf(both).sentence).toContain('已经完成并锁定');
  });
});
