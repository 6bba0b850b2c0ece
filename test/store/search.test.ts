import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createRecord, getRecord, removeRecords, updateRecord } from '#electron/store/records/records.ts';
import { lookup, rememberChoice, searchRecords } from '#electron/store/search/search.ts';
import { emptyValues } from '#shared/ledger/schema.ts';
import { sampleLedger, sampleLedgers, samplePerson } from '#test/support/sampleLedger.ts';
import { schoolId, temporarySchool, valueOf, type TemporarySchool } from '#test/support/temporarySchool.ts';

let school: TemporarySchool;
beforeEach(() => {
  school = temporarySchool({ ledgers: sampleLedgers });
});
afterEach(() => school.remove());

function addPerson(name: string, more: { number?: string; post?: string; secret?: string } = {}): string {
  const id = school.newId();
  school.store.write(school.change(), (w) =>
    createRecord(w, samplePerson, {
      id,
      schoolId,
      period: null,
      state: 'finished',
      values: { name, ...more },
    }),
  );
  return id;
}

function namesFor(text: string, accountId = school.account.id): string[] {
  return lookup(school.store.read, samplePerson, text, 10, accountId).map(({ title }) => title);
}

function titlesFor(text: string): string[] {
  const ledgers = sampleLedgers.map(({ id }) => id);
  return searchRecords(school.store.read, text, { ledgers, limit: 20 }).map(({ title }) => title);
}

describe('people are found however they are typed', () => {
  test('a thing with a short name is found by its pinyin, one with a long title by its characters', () => {
    const add = (subject: string) =>
      school.store.write(school.change(), (w) =>
        createRecord(w, sampleLedger, {
          id: school.newId(),
          schoolId,
          period: null,
          state: 'finished',
          values: { ...emptyValues(sampleLedger), subject },
        }),
      );
    add('第一党支部');
    add('2026年第四季度支部党员大会和主题党日活动合并开展情况的说明');
    expect(titlesFor('dydzb')).toEqual(['第一党支部']);
    expect(titlesFor('zhibu')).toEqual([]);
    expect(titlesFor('支部')).toHaveLength(2);
  });

  test.each([
    ['张三', '张三'],
    ['三', '张三'],
    ['单', '单欣怡'],
    ['欣怡', '单欣怡'],
    ['shanxinyi', '单欣怡'],
    ['sxy', '单欣怡'],
    ['dxy', '单欣怡'],
    ['xieyu', '解宇'],
    ['jieyu', '解宇'],
    ['xy', '解宇'],
    ['qiuhe', '仇和'],
    ['chouhe', '仇和'],
    ['ZhangSan', '张三'],
    ['zs', '张三'],
    ['T0', '张三'],
    ['t007', '张三'],
  ])('%s finds %s', (text, name) => {
    addPerson('张三', { number: 'T007' });
    addPerson('单欣怡');
    addPerson('解宇');
    addPerson('仇和');
    expect(namesFor(text)).toContain(name);
  });

  test('and what was not typed is not offered', () => {
    addPerson('张三', { post: '教导主任' });
    expect(namesFor('李')).toEqual([]);
    expect(namesFor('，')).toEqual([]);
    // The picker goes by name and number; other words are the search's.
    expect(namesFor('教导')).toEqual([]);
  });

  test('the account’s own last choices come first, also before anything is typed', () => {
    const [zhang, , wang] = [addPerson('张三'), addPerson('张四'), addPerson('王五')];
    expect(namesFor('')).toEqual(['王五', '张三', '张四']);
    const choose = (id: string, at: string): void => {
      school.store.write(school.change({ at }), (w) => {
        rememberChoice(w, 'samplePerson', id);
      });
    };
    choose(wang, '2026-11-24T01:00:00.000Z');
    choose(zhang, '2026-11-24T02:00:00.000Z');
    expect(namesFor('')).toEqual(['张三', '王五', '张四']);
    choose(wang, '2026-11-24T03:00:00.000Z');
    expect(namesFor('')).toEqual(['王五', '张三', '张四']);
    expect(namesFor('张')).toEqual(['张三', '张四']);
    expect(namesFor('', 'somebodyElse')).toEqual(['王五', '张三', '张四']);
  });
});

describe('search everywhere', () => {
  test('finds words of titles, texts, detail rows and the names that records refer to', () => {
    const host = addPerson('单欣怡');
    school.store.write(school.change(), (w) =>
      createRecord(w, sampleLedger, {
        id: school.newId(),
        schoolId,
        period: null,
        state: 'draft',
        values: {
          subject: '课后服务退费说明',
          body: '讨论接收预备党员',
          host,
          attendance: [{ id: school.newId(), person: host, present: false, remark: '公出培训' }],
        },
      }),
    );
    for (const text of ['后服', '退费', '预备党员', '培训', '课后 党员']) {
      expect(titlesFor(text), text).toEqual(['课后服务退费说明']);
    }
    expect(titlesFor('shanxy').sort()).toEqual(['单欣怡', '课后服务退费说明']);
    expect(titlesFor('课后 班子')).toEqual([]);
  });

  test('only in the ledgers asked, and at most so many', () => {
    for (let number = 0; number < 5; number += 1) addPerson(`张${number}`);
    const search = (ledgers: string[], limit: number) =>
      searchRecords(school.store.read, '张', { ledgers, limit }).length;
    expect(search(['samplePerson'], 3)).toBe(3);
    expect(search(['sampleLedger'], 3)).toBe(0);
    expect(search([], 3)).toBe(0);
  });

  test('follows every change: old words are gone, new ones are there', () => {
    const id = addPerson('张三', { post: '会计' });
    school.store.write(school.change(), (w) => {
      const before = getRecord(w, samplePerson, id);
      if (!before) throw new Error('no person');
      const values = { ...before.values, name: '章三丰' };
      valueOf(updateRecord(w, samplePerson, id, { ...before, values }, before.revision));
    });
    expect([namesFor('张三'), namesFor('章三'), namesFor('zsf')]).toEqual([[], ['章三丰'], ['章三丰']]);
    school.store.write(school.change(), (w) => removeRecords(w, samplePerson, [id]));
    expect([namesFor('章三'), titlesFor('章三')]).toEqual([[], []]);
  });

  test('locked fields enter neither index nor titles nor second lines', () => {
    addPerson('张三', { post: '门卫', secret: '绝密线索' });
    expect(titlesFor('绝密')).toEqual([]);
    expect(titlesFor('线索')).toEqual([]);
    const hit = lookup(school.store.read, samplePerson, '张三', 1, school.account.id)[0];
    expect(hit).toMatchObject({ title: '张三', hint: '门卫' });
    const { db } = school.store.read;
    db.exec('CREATE VIRTUAL TABLE temp.search_words USING fts5vocab(main, search_text, row)');
    const words = db.prepare<[], { term: string }>('SELECT term FROM search_words').all();
    expect(words.map(({ term }) => term)).toContain('张三');
    expect(words.map(({ term }) => term).filter((term) => /绝|密|线|索/.test(term))).toEqual([]);
  });
});
