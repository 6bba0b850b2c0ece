import { join } from 'node:path';
import { saveRecord } from '#electron/services/ledgers/saveRecord.ts';
import { addDays } from '#shared/kernel/plainDate.ts';
import { indexTokens, nameTokens, pinyinSortKey } from '#shared/kernel/searchText.ts';
import { labelSortKey } from '#shared/kernel/labelOrder.ts';
import type { AnyLedger, LooseValues } from '#shared/ledger/definition.ts';
import { emptyValues, rowsOf } from '#shared/ledger/schema.ts';
import { staff } from '#shared/ledgers/base/staff.ts';
import { branch } from '#shared/ledgers/partyLife/branch.ts';
import { partyMeeting } from '#shared/ledgers/partyLife/partyMeeting.ts';
import { partyMember } from '#shared/ledgers/partyLife/partyMember.ts';
import { valueOf } from '../support/temporarySchool.ts';
import { openBenchSchool, type BenchSchool } from './benchSchool.ts';
import { checkSameRows, openHandWritten, type HandWritten } from './handWritten.ts';
import { compare, type Figure } from './measure.ts';
import type { ScenarioContext, ScenarioResult } from './run.ts';

const runs = 500;
const attending = 20;
const meetingMonth = '2026-10';

/** Saving one record as a form does, beside hand-written SQL that writes the same rows into an equal file. */
export async function saveRecordScenario(context: ScenarioContext): Promise<ScenarioResult> {
  const folder = join(context.folder, `save-${Date.now()}`);
  const school = openBenchSchool(folder);
  const members = addMembers(school);
  const hand = openHandWritten(school, join(folder, 'bare.ledger'));
  try {
    const figures = [
      await measure(school, {
        label: 'a member of staff (record, revision, search, post as a fact)',
        definition: staff,
        period: null,
        valuesOf: member,
        bare: handWrittenStaff(school, hand),
      }),
      await measure(school, {
        label: `a Party meeting with ${attending} people attending`,
        definition: partyMeeting,
        period: meetingMonth,
        valuesOf: (run) => meeting(school, members, run),
        bare: handWrittenMeeting(hand),
      }),
    ];
    checkSameRows(school, hand);
    const notes = [
      'Ours: `saveRecord` in a transaction of its own — validation, references, duplicates, record, detail rows, effective-dated facts, revision with hash, search index.',
      'Bare: hand-written SQL, each statement prepared once, that puts the same rows into a copy of the file, in one transaction and without any check: record, detail rows, the fact with its revision, revision with the SHA-256 of the chain, search entry and its words. Canonical JSON, sort keys and words come from the same functions. Afterwards both files hold the same rows in every table and the same words in the search index.',
    ];
    return { title: 'Saving one record', notes, figures };
  } finally {
    school.store.close();
    hand.close();
  }
}

interface Saving {
  readonly label: string;
  readonly definition: AnyLedger;
  readonly period: string | null;
  readonly valuesOf: (run: number) => LooseValues;
  readonly bare: (id: string, values: LooseValues) => void;
}

async function measure(school: BenchSchool, saving: Saving): Promise<Figure> {
  const { label, definition, period, valuesOf, bare } = saving;
  const inputs = Array.from({ length: runs + 1 }, (_, run) => ({
    id: school.newId(),
    values: { ...emptyValues(definition), ...valuesOf(run) },
  }));
  const inputOf = (run: number) => inputs[run] ?? { id: '', values: {} };
  return compare({
    label,
    runs,
    ours: (run) => {
      save(school, definition, inputOf(run), period);
    },
    bare: (run) => {
      const { id, values } = inputOf(run);
      bare(id, values);
    },
  });
}

function save(
  school: BenchSchool,
  definition: AnyLedger,
  record: { readonly id: string; readonly values: LooseValues },
  period: string | null,
): void {
  const input = { ...record, period, state: 'finished' as const, baseRevision: null };
  valueOf(school.store.write(school.change, (w) => saveRecord(w, definition, input, school.context)));
}

function member(run: number): LooseValues {
  return {
    name: `张晓${String.fromCodePoint(0x4e00 + run)}`,
    staffNumber: `T${run}`,
    sex: '女',
    ethnicity: '汉族',
    bornOn: addDays('1985-03-05', run),
    phone: '19900001234',
    politicalStatus: '群众',
    staffKind: '专任教师',
    employment: '在编',
    subject: '语文',
    professionalTitle: '一级教师',
    post: '班主任',
    postSince: '2026-09-01',
    education: '大学本科',
    hiredOn: '2008-08-20',
    remark: '2026 年由东街小学调入。',
  };
}

function handWrittenStaff(school: BenchSchool, hand: HandWritten): Saving['bare'] {
  const insertStaff = hand.db.prepare(
    `INSERT INTO staff (id, school_id, period, state, revision, created_at, created_by, updated_at, updated_by,
      name, name__sort, staff_number, sex, ethnicity, born_on, phone, political_status, staff_kind, employment,
      subject, professional_title, post, post_since, education, hired_on, remark)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertPost = hand.db.prepare(
    `INSERT INTO staff_post (id, school_id, period, state, revision, created_at, created_by, updated_at, updated_by,
      staff, post, "from") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return (id, values) => {
    hand.save(() => {
      const name = String(values['name']);
      const number = String(values['staffNumber']);
      const titleSort = pinyinSortKey(name);
      insertStaff.run(
        ...hand.columnsOf(id, null),
        name,
        titleSort,
        number,
        values['sex'],
        values['ethnicity'],
        values['bornOn'],
        values['phone'],
        values['politicalStatus'],
        values['staffKind'],
        values['employment'],
        values['subject'],
        values['professionalTitle'],
        values['post'],
        values['postSince'],
        values['education'],
        values['hiredOn'],
        values['remark'],
      );
      const words = nameTokens(name).join(' ');
      hand.addEntry({
        ledger: 'staff',
        id,
        title: name,
        code: number,
        hint: [values['sex'], values['bornOn'], values['staffKind']].join(' · '),
        titleSort,
        words: [words, indexTokens(number).join(' '), ''],
        sources: [],
      });
      hand.addRevision('staff', id, null, values);
      const postId = school.newId();
      const { post, postSince } = values;
      insertPost.run(...hand.columnsOf(postId, null), id, post, postSince);
      hand.addEntry({
        ledger: 'staffPost',
        id: postId,
        title: name,
        code: null,
        hint: [post, postSince].join(' · '),
        titleSort,
        words: [words, '', ''],
        sources: [id],
      });
      hand.addRevision('staffPost', postId, null, {
        staff: id,
        post,
        from: postSince,
        to: null,
        document: null,
      });
    });
  };
}

interface Members {
  readonly branch: string;
  readonly ids: readonly string[];
}

function addMembers(school: BenchSchool): Members {
  const add = (definition: AnyLedger, values: LooseValues): string => {
    const id = school.newId();
    save(school, definition, { id, values: { ...emptyValues(definition), ...values } }, null);
    return id;
  };
  const branchId = add(branch, {
    name: '第一支部委员会',
    shortName: '第一党支部',
    foundedOn: '2001-07-01',
  });
  const ids = Array.from({ length: attending }, (_, index) =>
    add(partyMember, {
      name: `党员${String.fromCodePoint(0x4e00 + index)}`,
      sex: '男',
      bornOn: '1980-01-01',
      branch: branchId,
      admittedOn: '2005-07-01',
      status: '正式党员',
    }),
  );
  return { branch: branchId, ids };
}

function meeting(school: BenchSchool, { branch: branchId, ids }: Members, run: number): LooseValues {
  const [host = null, recorder = null] = ids;
  return {
    type: '支部党员大会',
    title: `第一党支部党员大会（第 ${run} 次）`,
    branch: branchId,
    // A day each: nobody attends two meetings at once.
    heldOn: addDays('2026-10-20', -run),
    startsAt: '16:30',
    endsAt: '17:40',
    place: '党员活动室',
    host,
    recorder,
    topics: '学习贯彻会议精神；讨论第四季度工作安排',
    body: '会议传达学习了上级文件精神，与会党员结合教学工作逐一发言，研究了第四季度支部工作安排。'.repeat(5),
    studyHours: 1,
    attendance: ids.map((each, index) => ({
      id: school.newId(),
      member: each,
      state: index === 3 ? '病假' : '出席',
      approvedBy: null,
      reason: index === 3 ? '住院' : null,
      madeUpOn: null,
      madeUpHow: null,
    })),
  };
}

function handWrittenMeeting(hand: HandWritten): Saving['bare'] {
  const insertMeeting = hand.db.prepare(
    `INSERT INTO party_meeting (id, school_id, period, state, revision, created_at, created_by, updated_at, updated_by,
      type, title, branch, held_on, starts_at, ends_at, place, host, recorder, topics, due_count, present_count,
      body, study_hours)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertAttendance = hand.db.prepare(
    `INSERT INTO party_meeting__attendance
      (record_id, position, id, member, state_value, approved_by, reason, made_up_on, made_up_how)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return (id, given) => {
    hand.save(() => {
      const rows = rowsOf(given['attendance']);
      const presentCount = rows.filter(({ state }) => state === '出席').length;
      const values = { ...given, dueCount: rows.length, presentCount };
      const [title, topics, body] = [given['title'], given['topics'], given['body']].map(String);
      insertMeeting.run(
        ...hand.columnsOf(id, meetingMonth),
        given['type'],
        title,
        given['branch'],
        given['heldOn'],
        given['startsAt'],
        given['endsAt'],
        given['place'],
        given['host'],
        given['recorder'],
        topics,
        rows.length,
        presentCount,
        body,
        given['studyHours'],
      );
      rows.forEach((row, position) => {
        const { id: rowId, member: each, state, approvedBy, reason, madeUpOn, madeUpHow } = row;
        insertAttendance.run(id, position, rowId, each, state, approvedBy, reason, madeUpOn, madeUpHow);
      });
      const branchId = String(given['branch']);
      hand.addEntry({
        ledger: 'partyMeeting',
        id,
        title: title ?? '',
        code: null,
        hint: [given['type'], hand.titleOf(branchId), given['heldOn']].join(' · '),
        titleSort: labelSortKey(title ?? ''),
        words: [
          nameTokens(title ?? '').join(' '),
          '',
          [topics, body].map((text) => indexTokens(text ?? '').join(' ')).join(' '),
        ],
        sources: [branchId],
      });
      hand.addRevision('partyMeeting', id, meetingMonth, values);
    });
  };
}
