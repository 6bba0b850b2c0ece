import { afterEach, expect, test } from 'vitest';
import { afterSchoolFacts } from '#electron/services/afterSchool/checks/afterSchoolFacts.ts';
import { handoverRow } from '#electron/services/afterSchool/handoverRow.ts';
import { rollCallRow } from '#electron/services/afterSchool/rollCallRow.ts';
import {
  keepServiceDaySums,
  serviceDaySums,
  serviceDaySumsInPieces,
} from '#electron/services/afterSchool/serviceDaySums.ts';
import { pupilsOn } from '#electron/services/afterSchool/serviceTerm.ts';
import { slotFact } from '#electron/services/afterSchool/slotFact.ts';
import {
  loadServiceFigures,
  serviceFigures,
} from '#electron/services/afterSchool/statistics/loadServiceFigures.ts';
import { createCheck } from '#electron/services/checks/check.ts';
import { areaChecks } from '#electron/services/areaChecks.ts';
import { behaviours } from '#electron/services/behaviours.ts';
import { dashboardOn } from '#electron/services/checks/dashboard.ts';
import { createBackup, restoreBackup } from '#electron/store/backups/backup.ts';
import type { WriteHandle } from '#electron/store/handles.ts';
import {
  allRecords,
  createRecord,
  removeRecords,
  restoreRevision,
  undeleteRecords,
  updateRecord,
  type RecordIn,
} from '#electron/store/records/records.ts';
import { finishedRecords } from '#electron/store/records/recordsBetween.ts';
import { openStore, type Store } from '#electron/store/store.ts';
import { saveParameter } from '#electron/store/tables/parameters.ts';
import { addImportBatch, undoImport } from '#electron/store/tables/importBatches.ts';
import type { AfterSchoolFacts } from '#shared/domain/afterSchool/facts.ts';
import { isPresent } from '#shared/domain/afterSchool/rollCall.ts';
import {
  leavingPupils,
  sumServiceDay,
  type Handover,
  type RollCall,
} from '#shared/domain/afterSchool/serviceDaySums.ts';
import { afterSchoolRules } from '#shared/domain/rules/afterSchoolRules.ts';
import { runRules } from '#shared/domain/rules/rule.ts';
import { atOnce } from '#shared/kernel/inPieces.ts';
import { mondayOf } from '#shared/kernel/plainDate.ts';
import { failure } from '#shared/kernel/result.ts';
import { areas, type AnyLedger, type LedgerRecord, type LooseValues } from '#shared/ledger/definition.ts';
import { emptyValues } from '#shared/ledger/schema.ts';
import { serviceAttendance } from '#shared/ledgers/afterSchool/serviceAttendance.ts';
import { serviceCourse } from '#shared/ledgers/afterSchool/serviceCourse.ts';
import { serviceEnrolment } from '#shared/ledgers/afterSchool/serviceEnrolment.ts';
import { serviceHandover } from '#shared/ledgers/afterSchool/serviceHandover.ts';
import { serviceSlot } from '#shared/ledgers/afterSchool/serviceSlot.ts';
import { school as schoolLedger } from '#shared/ledgers/base/school.ts';
import { schoolId, temporarySchool, valueOf, type TemporarySchool } from '../../support/temporarySchool.ts';
import { enterRollCallTerm, servicePeriod, type RollCallTerm } from './rollCallTerm.ts';

/** Of two weeks. */
const days = ['2026-11-13', '2026-11-17', '2026-11-18', '2026-11-19'];
const today = '2026-11-24';
const range = { from: '2026-08-27', to: today };
const papers: readonly AnyLedger[] = [serviceAttendance, serviceHandover];

interface Life {
  readonly school: TemporarySchool;
  readonly term: RollCallTerm;
  /** From 0 to 1. */
  readonly random: () => number;
}

let school: TemporarySchool;
afterEach(() => school.remove());

test.each([1, 2, 3])(
  'sums that were kept are those of the records, whatever happened (seed %i)',
  async (seed) => {
    school = temporarySchool();
    const random = seeded(seed);
    const term = await enterRollCallTerm((...what) => add(school, ...what), days);
    const life = { school, term, random };
    add(school, schoolLedger, { name: '山丹县测试学校', type: '九年一贯制学校', nature: '公办' }, null);
    school.write((w) => {
      for (const slot of allRecords(w, serviceSlot)) confirm(w, slot);
    });
    for (let round = 0; round < 6; round += 1) enter(life, serviceAttendance);
    const backup = valueOf(createBackup(school.store, school.folder.backups, 'manual'));
    for (let step = 0; step < 40; step += 1) {
      if (step === 15) migrateAnew(school);
      else if (step === 25) bringBack(school, backup.path);
      else await change(life);
      if (random() < 0.4) await renew(school.store);
      if (random() < 0.2) startAgain(school);
      expectSumsOfRecords(school);
      expectFiguresOfRecords(school);
      if (random() < 0.4) await expectDashboardOfRecords(school);
    }
    expect(keptKeys(school, 'serviceDay')).toEqual(days);
    expect(keptKeys(school, 'serviceWeek')).toEqual(['2026-11-09', '2026-11-16']);
  },
);

test('sums of an earlier program are reckoned anew', async () => {
  school = temporarySchool();
  const term = await enterRollCallTerm((...what) => add(school, ...what), days);
  enter({ school, term, random: seeded(5) }, serviceAttendance);
  await renew(school.store);
  school.store.read.db.exec(
    `UPDATE kept_sum SET stamp = '0' || substr(stamp, 2), content = '{"slots":[],"rollCalls":[],"handovers":[],"away":[]}'`,
  );
  startAgain(school);
  expectSumsOfRecords(school);
});

test('of a day whose papers are gone nothing stays', async () => {
  school = temporarySchool();
  const term = await enterRollCallTerm((...what) => add(school, ...what), days);
  await renew(school.store);
  const [gone = ''] = days;
  school.write((w) =>
    removeRecords(
      w,
      serviceSlot,
      Object.entries(term.slots).flatMap(([name, id]) => (name.startsWith(gone) ? [id] : [])),
    ),
  );
  await renew(school.store);
  expect(keptKeys(school, 'serviceDay')).toEqual(days.slice(1));
});

test('nothing is kept, and nobody waits, while another connection writes', async () => {
  school = temporarySchool();
  const term = await enterRollCallTerm((...what) => add(school, ...what), days);
  enter({ school, term, random: seeded(6) }, serviceAttendance);
  const own = school.store;
  serviceDaySums(own.read, range);
  const renewed: Promise<void>[] = [];
  school.reopen().write(school.change(), () => renewed.push(keepServiceDaySums(own, range)));
  await Promise.all(renewed);
  expect(keptKeys(school, 'serviceDay')).toEqual([]);
  await keepServiceDaySums(own, range);
  expect(keptKeys(school, 'serviceDay')).toEqual(days);
});

test('a paper that comes and goes while sums are renewed leaves none of its rows behind', async () => {
  school = temporarySchool();
  const term = await enterRollCallTerm((...what) => add(school, ...what), days);
  const life = { school, term, random: seeded(8) };
  for (let count = 0; count < 8; count += 1) enter(life, serviceAttendance);
  const work = serviceDaySumsInPieces(school.store.read, range);
  // Four months are looked at, and the last day is read already; the others wait for their turn.
  for (let piece = 0; piece < 5; piece += 1) work.next();
  const [slot] = allRecords(school.store.read, serviceAttendance).filter(
    ({ values }) => values.heldOn === days[0],
  );
  const id = add(
    school,
    serviceAttendance,
    { slot: slot?.values.slot, heldOn: days[0], rows: rowsFor(life, serviceAttendance) },
    servicePeriod,
  );
  atOnce(work);
  await keepServiceDaySums(school.store, range);
  school.store.write(school.change(), (w) => removeRecords(w, serviceAttendance, [id]));
  expectSumsOfRecords(school);
});

test('a full disk keeps nothing, and the sums are told all the same', async () => {
  school = temporarySchool();
  const term = await enterRollCallTerm((...what) => add(school, ...what), days);
  enter({ school, term, random: seeded(9) }, serviceAttendance);
  const { db } = school.store.read;
  db.pragma(`max_page_count = ${String(db.pragma('page_count', { simple: true }))}`);
  for (let size = 4096, key = 0; size >= 1; size = Math.floor(size / 2))
    try {
      for (;;)
        db.prepare("INSERT INTO kept_sum VALUES ('filler', ?, '', ?)").run(
          String((key += 1)),
          'x'.repeat(size),
        );
    } catch {
      // No room for as much any more.
    }
  await renew(school.store);
  expect(keptKeys(school, 'serviceDay')).toEqual([]);
  expectSumsOfRecords(school);
});

/** As a look at the dashboard and at the statistics does. */
async function renew(store: Store): Promise<void> {
  serviceDaySums(store.read, range);
  await keepServiceDaySums(store, range);
  await serviceFigures(store, servicePeriod, today);
}

/** Both the sums and what the rules make of them. */
function expectSumsOfRecords({ store }: TemporarySchool): void {
  const { sums, facts } = reckonedAnew(store.read);
  expect(serviceDaySums(store.read, range)).toEqual(sums);
  const check = createCheck(store.read, today);
  const loaded = afterSchoolFacts.all(check);
  if (!loaded) throw new Error('The term is there.');
  const found = (one: AfterSchoolFacts) => runRules(afterSchoolRules, one, check.parameters, today);
  expect(found(loaded)).toEqual(found({ ...loaded, ...facts, daily: { ...loaded.daily, ...facts.daily } }));
}

/** The statistics, beside the same counts from every row of every roll call. */
function expectFiguresOfRecords({ store: { read: h } }: TemporarySchool): void {
  const figures = loadServiceFigures(h, servicePeriod, today);
  const held = finishedRecords(h, serviceSlot).filter(
    ({ values }) => values.heldOn <= today && (values.cancelledReason ?? '') === '',
  );
  const counting = new Set(held.flatMap(({ id, values }) => (values.confirmed ? [id] : [])));
  const rows = allRecords(h, serviceAttendance).flatMap(({ values }) =>
    counting.has(values.slot) ? values.rows.map((row) => ({ ...row, slot: values.slot })) : [],
  );
  const countOf = (some: typeof rows) => ({
    due: some.length,
    present: some.filter(({ state }) => isPresent(state)).length,
  });
  const courses = new Map(held.map(({ id, values }) => [id, values.course]));
  const kinds = new Map(allRecords(h, serviceCourse).map(({ id, values }) => [id, values.kind as string]));
  const { pupils } = pupilsOn(h, today);
  const slotsOfWeeks = Map.groupBy(
    held.filter(({ id }) => counting.has(id)),
    ({ values }) => mondayOf(values.heldOn),
  );
  expect(new Map(figures.weeks.map(({ from, due, present }) => [from, { due, present }]))).toEqual(
    new Map(
      [...slotsOfWeeks].map(([monday, slots]) => [
        monday,
        countOf(rows.filter((row) => slots.some(({ id }) => id === row.slot))),
      ]),
    ),
  );
  for (const { classId, due, present } of figures.classes) {
    const own = new Set(pupils.flatMap((pupil) => (pupil.classId === classId ? [pupil.id] : [])));
    expect({ due, present }).toEqual(countOf(rows.filter((row) => own.has(row.pupil))));
  }
  for (const { kind, due, present } of figures.kinds)
    expect({ due, present }).toEqual(
      countOf(rows.filter(({ slot }) => kinds.get(courses.get(slot) ?? '') === kind)),
    );
  expect(figures.sessions).toBe(counting.size);
  expect(figures.unconfirmed).toBe(held.length - counting.size);
}

/** What the program remembers and keeps, beside what it says when it has just been started and nothing is kept. */
async function expectDashboardOfRecords({ store, folder, dataKey, clock }: TemporarySchool): Promise<void> {
  const question = { on: today, readable: areas };
  const remembered = valueOf(await dashboardOn(areaChecks, store, question));
  const beside = valueOf(openStore(folder, dataKey, { clock, behaviours }));
  beside.read.db.exec('BEGIN; DELETE FROM kept_sum');
  const anew = valueOf(await dashboardOn(areaChecks, beside, question));
  beside.read.db.exec('ROLLBACK');
  beside.close();
  expect(remembered).toEqual(anew);
}

/** The same from every row of every paper, without anything kept or left out. */
function reckonedAnew(h: TemporarySchool['store']['read']) {
  const rollCalls = finishedRecords(h, serviceAttendance).map(({ id, values }): RollCall => ({
    id,
    slotId: values.slot,
    heldOn: values.heldOn,
    rows: values.rows.map(rollCallRow),
  }));
  const handovers = finishedRecords(h, serviceHandover).map(({ id, values }): Handover => ({
    id,
    slotId: values.slot,
    heldOn: values.heldOn,
    rows: values.rows.map(handoverRow),
  }));
  const slots = finishedRecords(h, serviceSlot).map(slotFact);
  const first = new Map<string, string>();
  for (const { heldOn, rows } of rollCalls.toSorted((a, b) => a.heldOn.localeCompare(b.heldOn)))
    for (const { pupilId, state } of rows.toSorted((a, b) => a.pupilId.localeCompare(b.pupilId)))
      if (isPresent(state) && !first.has(pupilId)) first.set(pupilId, heldOn);
  const called = new Map(rollCalls.map(({ slotId, rows }) => [slotId, rows]));
  return {
    sums: days.toReversed().flatMap((day) => {
      const [calls, handed] = [rollCalls, handovers].map((all) => all.filter(({ heldOn }) => heldOn === day));
      const held = slots.filter(({ heldOn }) => heldOn === day);
      return held.length || calls?.length || handed?.length
        ? [
            sumServiceDay(
              held,
              calls as readonly RollCall[],
              handed as readonly Handover[],
              rollCalls.filter(
                ({ slotId, heldOn }) =>
                  heldOn !== day && handed?.some((handover) => handover.slotId === slotId),
              ),
            ),
          ]
        : [];
    }),
    facts: {
      slots,
      rollCalls: rollCalls.map(({ rows, ...call }) => ({
        ...call,
        present: rows.filter(({ state }) => isPresent(state)).length,
        notable: rows,
      })),
      firstPresentOn: new Map(
        [...first].sort(
          (a, b) => a.join().slice(36).localeCompare(b.join().slice(36)) || a[0].localeCompare(b[0]),
        ),
      ),
      daily: {
        handovers: handovers.map(({ rows, ...handover }) => ({
          ...handover,
          leaving: leavingPupils(called.get(handover.slotId) ?? [], rows),
        })),
      },
    },
  };
}

/** One thing that may happen to a school's papers. */
async function change(life: Life): Promise<void> {
  const { random } = life;
  const { store } = life.school;
  const kind = random();
  const [definition, record] =
    pick(
      random,
      papers.flatMap((one) => allRecords(store.read, one).map((stored) => [one, stored] as const)),
    ) ?? [];
  const write = <T>(work: (w: WriteHandle) => T): T => store.write(life.school.change(), work);
  if (kind < 0.35 || !definition || !record) enter(life, pick(random, papers) ?? serviceHandover);
  else if (kind < 0.55) write((w) => update(w, life, definition, record));
  else if (kind < 0.62) write((w) => removeRecords(w, definition, [record.id]));
  else if (kind < 0.7) write((w) => undeleteRecords(w, definition, removedIds(life.school, definition)));
  else if (kind < 0.76) write((w) => restoreRevision(w, definition, record.id, 1));
  else if (kind < 0.81) write((w) => changeApplication(w, life));
  else if (kind < 0.86) write((w) => changeSession(w, life));
  else if (kind < 0.92) await importAndUndo(life);
  else
    write((w) => {
      update(w, life, definition, record);
      return failure('cancelled', '不保存。');
    });
}

function enter({ school, term, random }: Life, definition: AnyLedger, importId?: string): void {
  const used = new Set(allRecords(school.store.read, definition).map(({ values }) => values['slot']));
  const [name, slot] =
    pick(
      random,
      Object.entries(term.slots).filter(([, id]) => !used.has(id)),
    ) ?? [];
  if (name === undefined) return;
  // The day can be typed, so it may differ from the session's.
  const heldOn = random() < 0.2 ? pick(random, days) : name.slice(0, 10);
  const values = { slot, heldOn, rows: rowsFor({ school, term, random }, definition) };
  add(school, definition, values, servicePeriod, importId);
}

function update(w: WriteHandle, life: Life, definition: AnyLedger, record: LedgerRecord): void {
  const values = { ...record.values, rows: rowsFor(life, definition) };
  const state = life.random() < 0.2 ? 'draft' : 'finished';
  valueOf(updateRecord(w, definition, record.id, { values, period: record.period, state }, record.revision));
}

function changeApplication(w: WriteHandle, { random }: Life): void {
  const one = pick(random, allRecords(w, serviceEnrolment));
  if (!one) return;
  if (random() < 0.3) {
    removeRecords(w, serviceEnrolment, [one.id]);
    return;
  }
  const values = {
    ...one.values,
    appliedOn: pick(random, ['2026-08-28', '2026-11-17', '2026-11-20']) ?? '',
    guardianName: pick(random, [null, '陌生人', '新家长']) ?? null,
  };
  valueOf(updateRecord(w, serviceEnrolment, one.id, { ...one, values }, one.revision));
}

/** The session itself, or a number that the rules measure it by. */
function changeSession(w: WriteHandle, { random }: Life): void {
  const one = pick(random, allRecords(w, serviceSlot));
  if (!one) return;
  if (random() < 0.3) {
    saveParameter(w, {
      id: 'serviceMinMinutes',
      validFrom: '2026-09-01',
      value: 60 + Math.floor(random() * 90),
      reason: '县局规定',
    });
    return;
  }
  const values = {
    ...one.values,
    endsAt: pick(random, ['17:30', '18:00', '18:30']) ?? '18:30',
    cancelledReason: pick(random, [null, null, '停电']) ?? null,
    confirmed: random() < 0.8,
  };
  valueOf(updateRecord(w, serviceSlot, one.id, { ...one, values }, one.revision));
}

function confirm(w: WriteHandle, slot: RecordIn<typeof serviceSlot>): void {
  const values = { ...slot.values, confirmed: true };
  valueOf(updateRecord(w, serviceSlot, slot.id, { ...slot, values }, slot.revision));
}

/** As if the file came from the program before sums were kept. */
function migrateAnew(school: TemporarySchool): void {
  school.store.read.db.exec(`
    DROP TABLE kept_sum;
    DROP INDEX "service_handover__rows__pupil__receiver";
    CREATE INDEX "service_handover__rows__pupil" ON "service_handover__rows" ("pupil");
    PRAGMA user_version = 14`);
  startAgain(school);
}

/** Nothing is in memory any more. */
function startAgain(school: TemporarySchool): void {
  school.store.close();
  school.reopen();
}

async function importAndUndo(life: Life): Promise<void> {
  const { school } = life;
  const { store } = school;
  const id = school.newId();
  for (const definition of papers) enter(life, definition, id);
  store.write(school.change({ importId: id }), (w) =>
    addImportBatch(w, { id, fileName: '点名.xlsx', ledger: 'serviceAttendance', created: 2, changed: 0 }),
  );
  await renew(store);
  valueOf(store.write(school.change(), (w) => undoImport(w, id)));
}

function bringBack(school: TemporarySchool, path: string): void {
  const { folder, dataKey, clock } = school;
  school.store.close();
  valueOf(restoreBackup(folder, path, { clock, dataKey }));
  school.reopen();
}

function rowsFor({ school, term, random }: Life, definition: AnyLedger): readonly LooseValues[] {
  return Object.entries(term.pupils)
    .filter(() => random() < 0.2)
    .map(([name, pupil]) => ({
      id: school.newId(),
      pupil,
      ...(definition === serviceAttendance
        ? {
            state: pick(random, ['到', '到', '到', '迟到', '早退', '请假', '缺勤']),
            reason: pick(random, [null, '生病']),
            guardianInformed: pick(random, [true, false, null]),
            fetchedBy: pick(random, [null, null, '陌生人']),
          }
        : {
            way: pick(random, ['自行离校', '家长接送', '他人代接', '未接']),
            receiver: pick(random, [null, '陌生人', ' ', `${name.slice(0, 1)}建军`]),
            handling: pick(random, [null, '留校']),
          }),
    }));
}

function add(
  school: TemporarySchool,
  definition: AnyLedger,
  values: LooseValues,
  period: string | null,
  importId?: string,
): string {
  const id = school.newId();
  const full = { ...emptyValues(definition), ...values };
  school.store.write(school.change(importId === undefined ? {} : { importId }), (w) =>
    valueOf(createRecord(w, definition, { id, schoolId, values: full, period, state: 'finished' })),
  );
  return id;
}

/** Those whose session has no paper of the kind now: a session has one. */
function removedIds({ store }: TemporarySchool, { table }: AnyLedger): readonly string[] {
  const removed = store.read.db
    .prepare<[], { id: string }>(
      `SELECT min(id) AS id FROM ${table} WHERE deleted_at IS NOT NULL
        AND slot NOT IN (SELECT slot FROM ${table} WHERE deleted_at IS NULL) GROUP BY slot`,
    )
    .all();
  return removed.map(({ id }) => id);
}

function keptKeys({ store }: TemporarySchool, kind: string): readonly string[] {
  return store.read.db
    .prepare<[string], { key: string }>('SELECT key FROM kept_sum WHERE kind = ? ORDER BY key')
    .all(kind)
    .map(({ key }) => key);
}

function pick<T>(random: () => number, list: readonly T[]): T | undefined {
  return list[Math.floor(random() * list.length)];
}

/** The numbers of a linear congruential generator: the same for the same seed. */
function seeded(seed: number): () => number {
  let state = seed * 2_654_435_761;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
