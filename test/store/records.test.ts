import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  allRecords,
  countRecords,
  createRecord,
  findByKey,
  getRecord,
  getRecords,
  listIds,
  listRecords,
  recordsOn,
  recycled,
  removeRecords,
  restoreRevision,
  titlesOf,
  undeleteRecords,
  updateRecord,
  type RecordIn,
} from '#electron/store/records/records.ts';
import { historyOf, verifyChain } from '#electron/store/records/revisions.ts';
import { sampleLedger, sampleLedgers, samplePerson, samplePost } from '#test/support/sampleLedger.ts';
import {
  failureOf,
  schoolId,
  temporarySchool,
  valueOf,
  type TemporarySchool,
} from '#test/support/temporarySchool.ts';

let school: TemporarySchool;
beforeEach(() => {
  school = temporarySchool({ ledgers: sampleLedgers });
});
afterEach(() => school.remove());

type SampleValues = RecordIn<typeof sampleLedger>['values'];

function addPerson(name: string, number: string | null = null, secret: string | null = null): string {
  const id = school.newId();
  school.store.write(school.change(), (w) =>
    createRecord(w, samplePerson, {
      id,
      schoolId,
      period: null,
      state: 'finished',
      values: { name, number, secret },
    }),
  );
  return id;
}

function addSample(
  values: Partial<SampleValues>,
  period: string | null = null,
): RecordIn<typeof sampleLedger> {
  return valueOf(
    school.store.write(school.change(), (w) =>
      createRecord(w, sampleLedger, { id: school.newId(), schoolId, period, state: 'draft', values }),
    ),
  );
}

function subjectsOf(query: Parameters<typeof listRecords>[2]): string[] {
  return valueOf(listRecords(school.store.read, sampleLedger, query, 0, 100)).rows.map(
    (row) => row.values.subject,
  );
}

describe('a record comes back as it was saved', () => {
  test('with every kind of field, also after opening the file again', () => {
    const person = addPerson('单欣怡');
    const rows = [
      { id: school.newId(), person, present: true, remark: '准时' },
      { id: school.newId(), person, present: false, remark: null },
    ];
    const values: Partial<SampleValues> = {
      subject: '十月支委会',
      body: '第一行\n第二行',
      kind: '会议',
      tags: ['甲', '丙'],
      heldOn: '2026-10-08',
      startsAt: '14:30',
      reportedAt: '2026-10-08T06:30:00.000Z',
      people: 12,
      score: 95.5,
      cost: 123_456_789,
      share: 99.99,
      open: false,
      host: person,
      guests: [person],
      identity: '62072520000101001X',
      phone: '13800000000',
      papers: [{ id: 'a'.repeat(64), kind: '照片', name: '会场.jpg' }],
      attendance: rows,
      from: '2026-01-01',
    };
    const saved = addSample(values, '2026-10');
    school.store.close();
    const read = getRecord(school.reopen().read, sampleLedger, saved.id);
    expect(read).toEqual(saved);
    expect(read?.values).toEqual({ ...values, to: null, present: 1 });
    expect(read).toMatchObject({
      period: '2026-10',
      state: 'draft',
      revision: 1,
      createdBy: '王办事',
      schoolId,
    });
  });

  test('empty values are null and empty lists', () => {
    const { id } = addSample({ subject: '空' });
    const values = getRecord(school.store.read, sampleLedger, id)?.values;
    expect(values).toMatchObject({
      body: null,
      tags: [],
      open: null,
      guests: [],
      attendance: [],
      present: 0,
    });
  });

  test('a wrong type is refused by the table', () => {
    expect(() => addSample({ subject: '错', people: 'zwölf' as unknown as number })).toThrow(/INTEGER/);
    expect(countRecords(school.store.read, sampleLedger)).toBe(0);
  });

  test('saving the same new record twice is a conflict', () => {
    const { id } = addSample({ subject: '一' });
    const again = school.store.write(school.change(), (w) =>
      createRecord(w, sampleLedger, {
        id,
        schoolId,
        period: null,
        state: 'draft',
        values: { subject: '二' },
      }),
    );
    expect(failureOf(again).kind).toBe('conflict');
    expect(subjectsOf({})).toEqual(['一']);
  });
});

describe('changes', () => {
  test('a save from an old revision is refused and names who was quicker', () => {
    const record = addSample({ subject: '会议' });
    const change = { values: { ...record.values, subject: '改一' }, period: null, state: 'draft' as const };
    const first = school.store.write(school.change({ accountName: '李快手' }), (w) =>
      updateRecord(w, sampleLedger, record.id, change, 1),
    );
    expect(valueOf(first).revision).toBe(2);
    const second = school.store.write(school.change(), (w) =>
      updateRecord(w, sampleLedger, record.id, change, 1),
    );
    expect(failureOf(second)).toMatchObject({ kind: 'conflict' });
    expect(failureOf(second).sentence).toContain('李快手');
  });

  test('a save that changes nothing makes no revision', () => {
    const record = addSample({ subject: '会议', tags: ['甲'] }, '2026');
    const same = school.store.write(school.change(), (w) =>
      updateRecord(w, sampleLedger, record.id, record, 1),
    );
    expect(valueOf(same).revision).toBe(1);
    expect(historyOf(school.store.read, 'sampleLedger', record.id)).toHaveLength(1);
  });

  test('detail rows follow: added, changed, reordered and taken away', () => {
    const person = addPerson('张三');
    const row = (remark: string) => ({ id: school.newId(), person, present: true, remark });
    const [a, b, c] = [row('甲'), row('乙'), row('丙')];
    const record = addSample({ subject: '会议', attendance: [a, b] });
    const changed = valueOf(
      school.store.write(school.change(), (w) =>
        updateRecord(
          w,
          sampleLedger,
          record.id,
          { ...record, values: { ...record.values, attendance: [c, { ...a, present: false }] } },
          1,
        ),
      ),
    );
    expect(getRecord(school.store.read, sampleLedger, record.id)).toEqual(changed);
    expect(changed.values.attendance.map(({ remark }) => remark)).toEqual(['丙', '甲']);
    expect(changed.values.present).toBe(1);
  });

  test('a refused step undoes the whole write', () => {
    const refused = school.store.write(school.change(), (w) => {
      valueOf(
        createRecord(w, sampleLedger, {
          id: school.newId(),
          schoolId,
          period: null,
          state: 'draft',
          values: { subject: '先存的' },
        }),
      );
      return updateRecord(
        w,
        sampleLedger,
        school.newId(),
        { values: { subject: '' } as never, period: null, state: 'draft' },
        1,
      );
    });
    expect(failureOf(refused).kind).toBe('notFound');
    expect(countRecords(school.store.read, sampleLedger)).toBe(0);
  });

  test('history tells who changed which fields, newest first, and any revision can be restored', () => {
    const record = addSample({ subject: '初稿', people: 3 }, '2026-10');
    school.setNow('2026-11-25T01:00:00.000Z');
    school.store.write(school.change({ accountName: '李主任', reason: '更正人数' }), (w) =>
      updateRecord(w, sampleLedger, record.id, { ...record, values: { ...record.values, people: 5 } }, 1),
    );
    const history = historyOf(school.store.read, 'sampleLedger', record.id);
    expect(history.map(({ number, action, accountName }) => [number, action, accountName])).toEqual([
      [2, 'update', '李主任'],
      [1, 'create', '王办事'],
    ]);
    expect(history[0]).toMatchObject({
      changed: ['people'],
      reason: '更正人数',
      at: '2026-11-25T01:00:00.000Z',
    });
    const restored = school.store.write(school.change({ reason: '改回' }), (w) =>
      restoreRevision(w, sampleLedger, record.id, 1),
    );
    expect(valueOf(restored)).toMatchObject({ revision: 3, values: { people: 3 } });
    expect(historyOf(school.store.read, 'sampleLedger', record.id)[0]?.action).toBe('restore');
    expect(valueOf(verifyChain(school.store.read))).toBe(3);
  });
});

describe('recycle bin', () => {
  test('a removed record leaves lists and search, can be seen and taken back', () => {
    const { id } = addSample({ subject: '误删的会议' });
    expect(
      school.store.write(school.change({ accountName: '李主任' }), (w) =>
        removeRecords(w, sampleLedger, [id]),
      ),
    ).toBe(1);
    expect(subjectsOf({})).toEqual([]);
    expect(subjectsOf({ search: '误删' })).toEqual([]);
    expect(subjectsOf({ deleted: true })).toEqual(['误删的会议']);
    expect(recycled(school.store.read)).toEqual([
      {
        ledger: 'sampleLedger',
        id,
        title: '误删的会议',
        hint: null,
        deletedAt: school.clock.now(),
        deletedBy: '李主任',
      },
    ]);
    expect(
      school.store.write(school.change(), (w) => removeRecords(w, sampleLedger, [id, school.newId()])),
    ).toBe(0);
    expect(school.store.write(school.change(), (w) => undeleteRecords(w, sampleLedger, [id]))).toBe(1);
    expect(subjectsOf({ search: '误删' })).toEqual(['误删的会议']);
    expect(recycled(school.store.read)).toEqual([]);
    expect(historyOf(school.store.read, 'sampleLedger', id).map(({ action }) => action)).toEqual([
      'undelete',
      'delete',
      'create',
    ]);
  });
});

describe('lists', () => {
  test.each([
    ['2026', ['年', '季', '月', '半年后的月']],
    ['2026Q4', ['季', '月']],
    ['2026-10', ['月']],
    ['2026-2027', ['学年', '学期']],
    ['2026-2027-1', ['学期']],
    ['2025', []],
  ])('period %s holds %j', (period, expected) => {
    for (const [subject, own] of [
      ['年', '2026'],
      ['季', '2026Q4'],
      ['月', '2026-10'],
      ['半年后的月', '2026-04'],
      ['学年', '2026-2027'],
      ['学期', '2026-2027-1'],
      ['无', null],
    ] as const) {
      addSample({ subject }, own);
    }
    expect(subjectsOf({ period }).sort()).toEqual([...expected].sort());
    expect(
      allRecords(school.store.read, sampleLedger, { period })
        .map((record) => record.values.subject)
        .sort(),
    ).toEqual([...expected].sort());
  });

  describe('filters', () => {
    beforeEach(() => {
      const person = addPerson('张三');
      addSample({
        subject: '甲会',
        kind: '会议',
        tags: ['甲', '乙'],
        heldOn: '2026-10-01',
        people: 10,
        open: true,
        attendance: [{ id: school.newId(), person, present: true, remark: '迟到5分钟' }],
        papers: [{ id: 'f', kind: '照片', name: '图' }],
      });
      addSample({ subject: '乙会', kind: '活动', heldOn: '2026-11-01', people: 20, open: false });
      addSample({ subject: '丙100%会', tags: ['乙'], people: 30 });
    });

    test.each([
      [{ field: 'kind', operator: 'is', value: '会议' }, ['甲会']],
      [{ field: 'kind', operator: 'is', value: null }, ['丙100%会']],
      [{ field: 'kind', operator: 'isNot', value: '会议' }, ['丙100%会', '乙会']],
      [{ field: 'kind', operator: 'anyOf', value: ['会议', '活动'] }, ['乙会', '甲会']],
      [{ field: 'kind', operator: 'anyOf', value: [] }, []],
      [{ field: 'kind', operator: 'isEmpty' }, ['丙100%会']],
      [{ field: 'kind', operator: 'isNotEmpty' }, ['乙会', '甲会']],
      [{ field: 'subject', operator: 'contains', value: '会' }, ['丙100%会', '乙会', '甲会']],
      [{ field: 'subject', operator: 'contains', value: '0%' }, ['丙100%会']],
      [{ field: 'subject', operator: 'contains', value: '%' }, ['丙100%会']],
      [{ field: 'subject', operator: 'contains', value: '_' }, []],
      [{ field: 'tags', operator: 'is', value: '乙' }, ['丙100%会', '甲会']],
      [{ field: 'tags', operator: 'anyOf', value: ['甲', '丙'] }, ['甲会']],
      [{ field: 'tags', operator: 'isNot', value: '甲' }, ['丙100%会', '乙会']],
      [{ field: 'papers', operator: 'is', value: '照片' }, ['甲会']],
      [{ field: 'open', operator: 'is', value: false }, ['乙会']],
      [{ field: 'people', operator: 'from', value: 20 }, ['丙100%会', '乙会']],
      [{ field: 'people', operator: 'between', value: [10, 20] }, ['乙会', '甲会']],
      [{ field: 'heldOn', operator: 'to', value: '2026-10-31' }, ['甲会']],
      [{ field: 'heldOn', operator: 'between', value: ['2026-10-15', null] }, ['乙会']],
      [{ field: 'attendance.remark', operator: 'contains', value: '迟到' }, ['甲会']],
      [{ field: 'attendance.present', operator: 'is', value: true }, ['甲会']],
      [{ field: 'state', operator: 'is', value: 'draft' }, ['丙100%会', '乙会', '甲会']],
      [{ field: 'updatedAt', operator: 'to', value: '2026-11-24' }, ['丙100%会', '乙会', '甲会']],
      [{ field: 'updatedAt', operator: 'from', value: '2026-11-25' }, []],
    ] as const)('%j', (filter, expected) => {
      const query = { filters: [{ ...filter }], sort: [{ field: 'people', direction: 'desc' as const }] };
      expect(subjectsOf(query)).toEqual(expected);
      expect(valueOf(listIds(school.store.read, sampleLedger, query))).toHaveLength(expected.length);
    });

    test.each([
      { field: 'nothing', operator: 'is', value: 1 },
      { field: 'subject" OR 1=1 --', operator: 'is', value: 1 },
      { field: '__proto__', operator: 'isEmpty' },
      { field: 'constructor', operator: 'isEmpty' },
      { field: 'subject.person', operator: 'is', value: 'x' },
      { field: 'attendance', operator: 'isEmpty' },
      { field: 'attendance.nothing', operator: 'isEmpty' },
      { field: 'people', operator: 'is', value: 'x' },
      { field: 'subject', operator: 'contains', value: { $ne: 1 } },
    ] as const)('refuses %j with a sentence', (filter) => {
      const answer = listRecords(school.store.read, sampleLedger, { filters: [filter] }, 0, 10);
      expect(failureOf(answer).kind).toBe('invalidInput');
    });

    test('locked fields can be neither filtered nor sorted by, so that nobody guesses their content', () => {
      const read = school.store.read;
      const filters = [{ field: 'secret', operator: 'contains' as const, value: 'x' }];
      expect(listRecords(read, samplePerson, { filters }, 0, 10).ok).toBe(false);
      const sort = [{ field: 'secret', direction: 'asc' as const }];
      expect(listRecords(read, samplePerson, { sort }, 0, 10).ok).toBe(false);
    });

    test('refuses what is not a period', () => {
      expect(
        failureOf(listRecords(school.store.read, sampleLedger, { period: "2026' OR 1" }, 0, 10)).kind,
      ).toBe('invalidInput');
    });

    test('totals are over all rows of the query, not of the page', () => {
      const page = valueOf(listRecords(school.store.read, sampleLedger, {}, 0, 1));
      expect(page.rows).toHaveLength(1);
      expect(page).toMatchObject({ total: 3, totals: { people: 60, cost: 0 } });
    });
  });

  test('pages neither overlap nor leave out, also with equal sort values', () => {
    for (let number = 0; number < 25; number += 1)
      addSample({ subject: `第${number}条`, heldOn: '2026-10-01' });
    const pages = [0, 1, 2].flatMap((page) =>
      valueOf(listRecords(school.store.read, sampleLedger, {}, page, 10)).rows.map(({ id }) => id),
    );
    expect(new Set(pages).size).toBe(25);
    expect(pages).toEqual(valueOf(listIds(school.store.read, sampleLedger, {})));
  });

  test('names sort by pinyin, the surname read as one, and records by the name they refer to', () => {
    const ids = ['张三', '单欣怡', '安宁', '李四'].map((name) => addPerson(name));
    const rows = valueOf(listRecords(school.store.read, samplePerson, {}, 0, 10)).rows;
    expect(rows.map((row) => row.values.name)).toEqual(['安宁', '李四', '单欣怡', '张三']);
    ids.forEach((host, index) => addSample({ subject: `会${index}`, host }));
    expect(subjectsOf({ sort: [{ field: 'host', direction: 'desc' }] })).toEqual([
      '会0',
      '会1',
      '会3',
      '会2',
    ]);
  });

  describe('a ledger that goes by the names it refers to', () => {
    function addPost(person: string): string {
      const id = school.newId();
      school.store.write(school.change(), (w) =>
        createRecord(w, samplePost, { id, schoolId, period: null, state: 'finished', values: { person } }),
      );
      return id;
    }
    function people(): (string | undefined)[] {
      const rows = valueOf(listRecords(school.store.read, samplePost, {}, 0, 10)).rows;
      const titles = titlesOf(
        school.store.read,
        rows.map(({ id }) => id),
      );
      return rows.map(({ id }) => titles[id]);
    }
    function rename(id: string, name: string): void {
      school.store.write(school.change(), (w) => {
        const before = getRecord(w, samplePerson, id);
        if (!before) throw new Error('no person');
        valueOf(
          updateRecord(
            w,
            samplePerson,
            id,
            { ...before, values: { ...before.values, name } },
            before.revision,
          ),
        );
      });
    }

    test('is in the order of the names, and follows a new name at once', () => {
      const [zhang, an] = [addPerson('张三'), addPerson('安宁')];
      addPost(zhang);
      addPost(an);
      expect(people()).toEqual(['安宁', '张三']);
      rename(zhang, '阿木');
      expect(people()).toEqual(['阿木', '安宁']);
    });

    test('also for a record that lay in the recycle bin meanwhile, and one whose person came later', () => {
      const zhang = addPerson('张三');
      const post = addPost(zhang);
      addPost(addPerson('李四'));
      school.store.write(school.change(), (w) => removeRecords(w, samplePost, [post]));
      rename(zhang, '安三');
      school.store.write(school.change(), (w) => undeleteRecords(w, samplePost, [post]));
      expect(people()).toEqual(['安三', '李四']);
      const later = school.newId();
      addPost(later);
      school.store.write(school.change(), (w) =>
        createRecord(w, samplePerson, {
          id: later,
          schoolId,
          period: null,
          state: 'finished',
          values: { name: '白五' },
        }),
      );
      expect(people()).toEqual(['安三', '白五', '李四']);
    });

    test('and is read from an index', () => {
      const plan = school.store.read.db
        .prepare<[], { detail: string }>(
          `EXPLAIN QUERY PLAN SELECT * FROM sample_post r WHERE r.deleted_at IS NULL ORDER BY r.person__sort, r.id`,
        )
        .all();
      expect(plan.map(({ detail }) => detail)).toEqual(['SCAN r USING INDEX sample_post__person__sort__id']);
    });
  });

  test('the usual list and a filtered one are read from an index', () => {
    const plan = (where: string): string =>
      school.store.read.db
        .prepare<[], { detail: string }>(
          `EXPLAIN QUERY PLAN SELECT * FROM sample_ledger r WHERE r.deleted_at IS NULL ${where}
            ORDER BY r.held_on DESC, r.id DESC LIMIT 50`,
        )
        .all()
        .map(({ detail }) => detail)
        .join('; ');
    expect(plan('')).toContain('USING INDEX sample_ledger__held_on_desc__id_desc');
    expect(plan(`AND r.kind IN ('会议')`)).toContain(
      'USING INDEX sample_ledger__kind__held_on_desc__id_desc',
    );
    expect(plan(`AND r.kind IN ('会议')`)).not.toContain('TEMP B-TREE');
  });
});

describe('other ways to records', () => {
  test('by key: all fields of the key, nothing for an empty one, nothing from the recycle bin', () => {
    const { id } = addSample({ subject: '例会', heldOn: '2026-10-01' });
    addSample({ subject: '例会', heldOn: '2026-11-01' });
    const find = (values: Record<string, unknown>) =>
      findByKey(school.store.read, sampleLedger, ['subject', 'heldOn'], values).map((record) => record.id);
    expect(find({ subject: '例会', heldOn: '2026-10-01' })).toEqual([id]);
    expect(find({ subject: '例会', heldOn: null })).toEqual([]);
    school.store.write(school.change(), (w) => removeRecords(w, sampleLedger, [id]));
    expect(find({ subject: '例会', heldOn: '2026-10-01' })).toEqual([]);
  });

  test('many by id, in the order asked', () => {
    const [a, b] = [addSample({ subject: '一' }).id, addSample({ subject: '二' }).id];
    const found = getRecords(school.store.read, sampleLedger, [b, school.newId(), a, b]);
    expect(found.map(({ id }) => id)).toEqual([b, a]);
  });

  test.each([
    ['2026-08-31', []],
    ['2026-09-01', ['书记']],
    ['2026-10-31', ['书记', '委员']],
    ['2026-11-01', ['委员']],
  ])('facts that hold on %s', (day, expected) => {
    addSample({ subject: '书记', from: '2026-09-01', to: '2026-10-31' });
    addSample({ subject: '委员', from: '2026-10-01' });
    const found = recordsOn(school.store.read, sampleLedger, day).map((record) => record.values.subject);
    expect(found.sort()).toEqual([...expected].sort());
  });

  test('by equality of fields', () => {
    addSample({ subject: '公开', open: true });
    addSample({ subject: '未定' });
    const found = (open: boolean | null) =>
      allRecords(school.store.read, sampleLedger, { where: { open } }).map((record) => record.values.subject);
    expect([found(true), found(null), found(false)]).toEqual([['公开'], ['未定'], []]);
  });

  test('titles of records of any ledger, and a new name reaches those who are called by it', () => {
    const person = addPerson('张三', 'T1');
    const meeting = addSample({ subject: '会', host: person });
    expect(titlesOf(school.store.read, [person, meeting.id, school.newId()])).toEqual({
      [person]: '张三',
      [meeting.id]: '会',
    });
    school.store.write(school.change(), (w) => {
      const before = getRecord(w, samplePerson, person);
      if (!before) throw new Error('no person');
      return updateRecord(
        w,
        samplePerson,
        person,
        { ...before, values: { ...before.values, name: '章小三' } },
        1,
      );
    });
    expect(subjectsOf({ search: '章小三' })).toEqual(['会']);
    expect(subjectsOf({ search: '张三' })).toEqual([]);
  });
});
