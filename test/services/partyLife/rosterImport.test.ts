import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeAtomically } from '#electron/documents/atomicWrite.ts';
import { writeWorkbook, type OutputCell } from '#electron/documents/writeWorkbook.ts';
import { allRecords, countRecords, createRecord } from '#electron/store/records/records.ts';
import { branch } from '#shared/ledgers/partyLife/branch.ts';
import { partyGroup } from '#shared/ledgers/partyLife/partyGroup.ts';
import { partyMember } from '#shared/ledgers/partyLife/partyMember.ts';
import { partyMembership } from '#shared/ledgers/partyLife/partyMembership.ts';
import { checkCharacterOf } from '#shared/kernel/identityNumber.ts';
import { fileDesk, type FileDesk } from '../../support/fileDesk.ts';
import { schoolId, valueOf } from '../../support/temporarySchool.ts';

/** 党员名册 as schools keep it, taken in with its history. Today is 2026-11-24. */
let desk: FileDesk;
beforeEach(() => {
  desk = fileDesk();
  const add = (definition: typeof branch | typeof partyGroup, values: Record<string, unknown>): string => {
    const id = desk.school.newId();
    desk.school.store.write(desk.school.change(), (w) =>
      valueOf(createRecord(w, definition, { id, schoolId, values, period: null, state: 'finished' })),
    );
    return id;
  };
  for (const name of ['第一', '第二']) {
    const home = add(branch, {
      name: `${name}支部委员会`,
      shortName: `${name}党支部`,
      foundedOn: '2019-09-01',
    });
    add(partyGroup, { name: `${name}支部小学组`, branch: home, foundedOn: '2019-09-01' });
  }
});
afterEach(() => desk.close());

function identity(born: string, order: string): string {
  const digits = `620725${born.replaceAll('-', '')}${order}`;
  return digits + checkCharacterOf(digits);
}
const headers = [
  '序号',
  '姓名',
  '性别',
  '民族',
  '籍贯',
  '出生年月',
  '公民身份号码',
  '文化程度',
  '入党时间',
  '转正时间',
  '党员类型',
  '所属党支部',
  '所属党小组',
  '党内职务',
  '组织关系转入时间',
  '原所在党组织',
  '组织关系转出时间',
  '转出去向',
  '组织关系状态',
  '外出地点',
  '外出日期',
  '备注',
];
const member = (name: string, more: Readonly<Record<string, OutputCell>> = {}): OutputCell[] =>
  headers.map(
    (header) =>
      more[header] ??
      {
        姓名: name,
        性别: '男',
        民族: '汉族',
        籍贯: '甘肃山丹',
        文化程度: '大学本科',
        党员类型: '正式',
        所属党支部: '第一党支部',
        所属党小组: '第一支部小学组',
        组织关系转入时间: '2019.9.1',
        组织关系状态: '正常',
      }[header] ??
      null,
  );

async function roster(name: string, rows: readonly OutputCell[][]): Promise<string> {
  const path = join(desk.folder, `${name}.xlsx`);
  const sheet = {
    name: 'Sheet1',
    title: '中共山丹县清泉学校总支委员会党员名册',
    subtitle: { left: '填报单位：清泉学校', right: '2026年11月' },
    headers: [headers.map((text) => ({ text }))],
    columns: headers.map(() => ({ width: 12, form: 'text' as const })),
    rows: rows.map((row, index) => [index + 1, ...row.slice(1)]),
    signOff: '总支书记：        填表人：',
  };
  valueOf(await writeAtomically(path, (stream) => writeWorkbook(stream, [sheet])));
  return path;
}

const stored = () =>
  Object.fromEntries(
    allRecords(desk.school.store.read, partyMember).map(({ values }) => [values.name, values]),
  );
const historyOf = (name: string) => {
  const id = allRecords(desk.school.store.read, partyMember).find(({ values }) => values.name === name)?.id;
  return allRecords(desk.school.store.read, partyMembership, { where: { member: id ?? '' } }).map(
    ({ values }) => [values.status, values.from, values.to],
  );
};

describe('a roster', () => {
  it('comes in with spaced names, months without a day, transfers and members away', async () => {
    const path = await roster('名册', [
      member('赵　明', {
        出生年月: '1980.05',
        公民身份号码: identity('1980-05-12', '101'),
        入党时间: '2005年6月',
        转正时间: '2006.06.20',
        党内职务: '书记',
      }),
      member('钱小红', {
        性别: '女',
        公民身份号码: identity('1985-01-03', '102'),
        入党时间: '2010.7.1',
        组织关系转入时间: '2025.08.20',
        原所在党组织: '民乐县第一中学党支部',
      }),
      member('孙国庆', {
        公民身份号码: identity('1978-10-01', '103'),
        组织关系转出时间: '2026-03-15',
        转出去向: '张掖市第二中学党支部',
        组织关系状态: '已转出',
      }),
      member('李晓', {
        公民身份号码: identity('1990-02-28', '104'),
        组织关系状态: '流动党员',
        外出地点: '新疆喀什',
        外出日期: '2025.09',
      }),
      member('周明', {
        公民身份号码: identity('1993-04-05', '105'),
        党员类型: '预备',
        入党时间: '2026.4.10',
        组织关系转入时间: '2026.5.26',
        所属党支部: '第二党支部',
        所属党小组: '第二支部小学组',
      }),
    ]);
    const seen = await desk.bringIn(path, 'partyMember');
    expect(seen.counts).toEqual({ new: 5, changed: 0, same: 0, problem: 0 });
    expect(seen.problems.map(({ column, severity, sentence }) => [column, severity, sentence])).toEqual([
      ['F 出生年月', 'warning', '“1980.05”只写了年月，按 1980-05-01 登记，请核对日子。'],
      ['I 入党时间', 'warning', '“2005年6月”只写了年月，按 2005-06-01 登记，请核对日子。'],
      ['U 外出日期', 'warning', '“2025.09”只写了年月，按 2025-09-01 登记，请核对日子。'],
    ]);
    const all = stored();
    expect(all['赵明']).toMatchObject({
      nativePlace: '甘肃山丹',
      confirmedOn: '2006-06-20',
      relation: '在册',
    });
    expect(all['钱小红']).toMatchObject({ cameFrom: '民乐县第一中学党支部', rollSince: '2025-08-20' });
    expect(all['孙国庆']).toMatchObject({ relation: '转出', wentTo: '张掖市第二中学党支部' });
    expect(all['李晓']).toMatchObject({ relation: '流动', flowPlace: '新疆喀什' });
    expect(historyOf('赵明')).toEqual([['正式党员', '2019-09-01', null]]);
    expect(historyOf('孙国庆')).toEqual([['正式党员', '2019-09-01', '2026-03-15']]);
    expect(historyOf('周明')).toEqual([['预备党员', '2026-05-26', null]]);

    const again = await desk.preview(await desk.choose(path), 'partyMember');
    expect(again.counts).toEqual({ new: 0, changed: 0, same: 5, problem: 0 });
  });

  it('refuses one person on two rolls, in one file and against the program, and loses nothing', async () => {
    const number = identity('1980-05-12', '101');
    const path = await roster('两处', [
      member('赵明', { 公民身份号码: number }),
      member('赵明', { 公民身份号码: number, 所属党支部: '第二党支部', 所属党小组: null }),
      member('吴爱华', { 性别: '女', 公民身份号码: identity('1988-08-08', '202') }),
    ]);
    const preview = await desk.preview(await desk.choose(path), 'partyMember');
    expect(preview.counts).toEqual({ new: 2, changed: 0, same: 0, problem: 1 });
    expect(preview.problems.at(-1)?.sentence).toBe('与第 4 行是同一条记录。请只保留一行。');
    expect(countRecords(desk.school.store.read, partyMember)).toBe(0);
  });

  it('moves a member whom a later roster has in the other branch, and keeps the days before', async () => {
    const number = identity('1980-05-12', '101');
    await desk.bringIn(await roster('先', [member('赵明', { 公民身份号码: number })]), 'partyMember');
    await desk.bringIn(
      await roster('后', [
        member('赵明', {
          公民身份号码: number,
          所属党支部: '第二党支部',
          所属党小组: '第二支部小学组',
          组织关系转入时间: '2026.9.1',
        }),
      ]),
      'partyMember',
    );
    expect(historyOf('赵明').toSorted()).toEqual([
      ['正式党员', '2019-09-01', '2026-08-31'],
      ['正式党员', '2026-09-01', null],
    ]);
  });
});
