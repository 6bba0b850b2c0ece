import { join } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import { saveRecord } from '#electron/services/ledgers/saveRecord.ts';
import { openDatabase } from '#electron/store/database.ts';
import type { LedgerDefinition, LooseValues } from '#shared/ledger/definition.ts';
import type { Fields } from '#shared/ledger/field.ts';
import { addDays } from '#shared/kernel/plainDate.ts';
import { emptyValues } from '#shared/ledger/schema.ts';
import { staff } from '#shared/ledgers/base/staff.ts';
import { branch } from '#shared/ledgers/partyLife/branch.ts';
import { partyMeeting } from '#shared/ledgers/partyLife/partyMeeting.ts';
import { partyMember } from '#shared/ledgers/partyLife/partyMember.ts';
import { valueOf } from '../support/temporarySchool.ts';
import { openBenchSchool, type BenchSchool } from './benchSchool.ts';
import { compare, type Figure } from './measure.ts';
import type { ScenarioContext, ScenarioResult } from './run.ts';

const runs = 100;
const attending = 20;

/** Saving one record as a form does, beside one insert of the same values into an encrypted table. */
export async function saveRecordScenario(context: ScenarioContext): Promise<ScenarioResult> {
  const folder = join(context.folder, `save-${Date.now()}`);
  const school = openBenchSchool(folder);
  const bare = openBare(join(folder, 'bare.ledger'), school.dataKey);
  try {
    const members = addMembers(school);
    const figures = [
      await measure(
        school,
        bare,
        'a member of staff (record, revision, search, post as a fact)',
        staff,
        null,
        (run) => ({
          name: '张晓明',
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
        }),
      ),
      await measure(
        school,
        bare,
        `a Party meeting with ${attending} people attending`,
        partyMeeting,
        '2026-10',
        (run) => meeting(school, members, run),
      ),
    ];
    const notes = [
      'Ours: `saveRecord` in a transaction of its own — validation, references, duplicates, record, detail rows, effective-dated facts, revision with hash, search index.',
      'Bare: one autocommitted `INSERT` of the same values (detail rows as JSON) into a table without indexes in a file with the same cipher and pragmas (WAL, synchronous=FULL).',
    ];
    return { title: 'Saving one record', notes, figures };
  } finally {
    school.store.close();
    bare.close();
  }
}

function openBare(path: string, dataKey: Uint8Array): BetterSqlite3.Database {
  const db = openDatabase(path, dataKey, { create: true });
  for (const pragma of [
    'journal_mode = WAL',
    'synchronous = FULL',
    'foreign_keys = ON',
    'secure_delete = ON',
  ])
    db.pragma(pragma);
  return db;
}

async function measure<F extends Fields>(
  school: BenchSchool,
  bare: BetterSqlite3.Database,
  label: string,
  definition: LedgerDefinition<F>,
  period: string | null,
  valuesOf: (run: number) => LooseValues,
): Promise<Figure> {
  const full = (run: number): LooseValues => ({ ...emptyValues(definition), ...valuesOf(run) });
  const fields = Object.keys(definition.fields);
  bare.exec(
    `CREATE TABLE ${definition.table} (id TEXT PRIMARY KEY NOT NULL, ${fields.map((id) => `"${id}"`).join(', ')})`,
  );
  const insert = bare.prepare(
    `INSERT INTO ${definition.table} VALUES (?, ${fields.map(() => '?').join(', ')})`,
  );
  return compare({
    label,
    runs,
    ours: (run) => {
      valueOf(
        school.store.write(school.change, (w) =>
          saveRecord(
            w,
            definition,
            { id: school.newId(), values: full(run), period, state: 'finished', baseRevision: null },
            school.context,
          ),
        ),
      );
    },
    bare: (run) => {
      const values = full(run);
      insert.run(school.newId(), ...fields.map((id) => plain(values[id])));
    },
  });
}

function plain(value: unknown): string | number | null {
  if (typeof value === 'string' || typeof value === 'number') return value;
  return value === null || value === undefined ? null : JSON.stringify(value);
}

interface Members {
  readonly branch: string;
  readonly ids: readonly string[];
}

function addMembers(school: BenchSchool): Members {
  const branchId = school.newId();
  const save = <F extends Fields>(definition: LedgerDefinition<F>, id: string, values: LooseValues): void => {
    valueOf(
      school.store.write(school.change, (w) =>
        saveRecord(
          w,
          definition,
          {
            id,
            values: { ...emptyValues(definition), ...values },
            period: null,
            state: 'finished',
            baseRevision: null,
          },
          school.context,
        ),
      ),
    );
  };
  save(branch, branchId, { name: '第一支部委员会', shortName: '第一党支部', foundedOn: '2001-07-01' });
  const ids = Array.from({ length: attending }, () => school.newId());
  ids.forEach((id, index) => {
    save(partyMember, id, {
      name: `党员${String.fromCodePoint(0x4e00 + index)}`,
      sex: '男',
      bornOn: '1980-01-01',
      branch: branchId,
      admittedOn: '2005-07-01',
      status: '正式党员',
    });
  });
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
    attendance: ids.map((member, index) => ({
      id: school.newId(),
      member,
      state: index === 3 ? '病假' : '出席',
      approvedBy: null,
      reason: index === 3 ? '住院' : null,
      madeUpOn: null,
    })),
  };
}
