import { Workbook, type Worksheet } from '@cj-tech-master/excelts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { serviceDayHandlers } from '#electron/services/afterSchool/day/serviceDayHandlers.ts';
import { servicePayHandlers } from '#electron/services/afterSchool/pay/servicePayHandlers.ts';
import { produceReport } from '#electron/services/reports/produceReport.ts';
import { allRecords } from '#electron/store/records/records.ts';
import { withWay } from '#shared/domain/afterSchool/handover.ts';
import { withRollState } from '#shared/domain/afterSchool/rollCall.ts';
import { serviceSlot } from '#shared/ledgers/afterSchool/serviceSlot.ts';
import { serviceSafetyRound } from '#shared/ledgers/afterSchool/serviceSafetyRound.ts';
import { valueOf } from '../../support/temporarySchool.ts';
import { officeOf } from '../officeCalls.ts';
import { head, schoolOffice, type SchoolOffice } from '../schoolOffice.ts';
import { enterRollCallTerm, servicePeriod, type RollCallTerm } from './rollCallTerm.ts';

/** The papers of a locked month, their sums worked out again from the sessions and from the formulas in the file. */

let school: SchoolOffice;
let entered: RollCallTerm;

beforeEach(async () => {
  school = schoolOffice();
  entered = await enterRollCallTerm(
    (definition, values, period) => school.add(definition, values, { period }),
    ['2026-10-15', '2026-10-16'],
  );
  const call = officeOf(school, (app) => ({ ...serviceDayHandlers(), ...servicePayHandlers(app) })).as(
    head(),
  );
  for (const day of ['2026-10-15', '2026-10-16']) {
    const slotId = entered.slots[`${day} 三年级作业辅导`] ?? '';
    const { rollCall } = valueOf(await call('serviceDay.session', { slotId }));
    const rows = rollCall.rows.map((row, index) =>
      index === 0
        ? { ...withRollState(row, '请假'), reason: '看牙' }
        : index === 1
          ? { ...withRollState(row, '早退'), leftAt: '17:10', fetchedBy: '白建军' }
          : row,
    );
    valueOf(await call('serviceDay.saveRollCalls', { sheets: [{ slotId, rows, baseRevision: null }] }));
    const desk = valueOf(await call('serviceDay.session', { slotId }));
    const [plan] = desk.plans.filter(({ name }) => name === '王芳');
    valueOf(
      await call('serviceDay.saveHandover', {
        slotId,
        leftAt: '18:30',
        rows: desk.handover.rows.map((row) =>
          plan && row.pupilId === plan.pupilId
            ? { ...withWay(row, '他人代接', plan, '18:30'), receiver: '李叔叔', relation: '邻居' }
            : row,
        ),
        baseRevision: null,
      }),
    );
    school.add(
      serviceSafetyRound,
      {
        heldOn: day,
        patrol: entered.staff['张丽'],
        leader: entered.staff['孙校长'],
        facilities: '正常',
        attendance: '全部到岗',
      },
      { period: servicePeriod },
    );
  }
  valueOf(await call('serviceDay.confirm', { from: '2026-10-12', to: '2026-10-18' }));
  const taxes = [{ payeeId: entered.staff['王春梅'] ?? '', tax: 1234 }];
  valueOf(await call('servicePay.lock', { month: '2026-10', taxes }));
});
afterEach(() => school.remove());

async function sheetOf(name: string): Promise<Worksheet> {
  const made = valueOf(
    await produceReport(
      school.store.read,
      { name, scope: { period: '2026-10', recordId: null }, form: 'xlsx' },
      { today: '2026-11-24', accountName: '王办事' },
    ),
  );
  expect(made.problems).toEqual([]);
  const workbook = new Workbook();
  await workbook.xlsx.load(Buffer.from('bytes' in made.content ? made.content.bytes : new Uint8Array()));
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

/** Works a cell out from the formulas alone; what the file says beside them is not looked at. */
function worth(sheet: Worksheet, address: string): number {
  const { formula, value } = sheet.getCell(address);
  if (typeof formula !== 'string') return typeof value === 'number' ? value : 0;
  const sum = /^SUM\(([A-Z]+)(\d+):([A-Z]+)(\d+)\)$/.exec(formula);
  if (sum) {
    const [, left = '', top, right = '', bottom] = sum;
    let total = 0;
    for (let row = Number(top); row <= Number(bottom); row += 1)
      for (let column = numberOf(left); column <= numberOf(right); column += 1)
        total += worth(sheet, `${lettersOf(column)}${row}`);
    return total;
  }
  const product = /^ROUND\(([A-Z]+\d+)\*([A-Z]+\d+),2\)$/.exec(formula);
  if (product) return Math.round(worth(sheet, product[1] ?? '') * worth(sheet, product[2] ?? '') * 100) / 100;
  const difference = /^([A-Z]+\d+)-([A-Z]+\d+)$/.exec(formula);
  if (difference) return worth(sheet, difference[1] ?? '') - worth(sheet, difference[2] ?? '');
  throw new Error(`unknown formula ${formula}`);
}

function numberOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
function lettersOf(column: number): string {
  return column === 0
    ? ''
    : lettersOf(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26));
}

function lastRowOf(sheet: Worksheet): number {
  for (let row = 1; row <= sheet.rowCount; row += 1)
    if (sheet.getCell(`A${row}`).value === '合计') return row;
  throw new Error('no totals row');
}

/** 元 by plain arithmetic over the stored sessions: the rate of 授课 rose between the two days. */
function owed(): number {
  const rates: Readonly<Record<string, number>> = { 看护: 25, 值班领导: 20 };
  return allRecords(school.store.read, serviceSlot)
    .flatMap(({ values }) =>
      values.staffing.map(
        (row) => (row.hours ?? 0) * (rates[row.role] ?? (values.heldOn === '2026-10-15' ? 40 : 45.5)),
      ),
    )
    .reduce((sum, amount) => sum + amount, 0);
}

test('the pay sheet pays what the sessions say, by its own formulas', async () => {
  const sheet = await sheetOf('paySheet');
  const last = lastRowOf(sheet);
  expect(owed()).toBe(2 * 40 + 2 * 45.5 + 2 * 1.5 * 25 + 2 * 2 * 20);
  expect(worth(sheet, `F${last}`)).toBeCloseTo(owed(), 6);
  expect(worth(sheet, `G${last}`)).toBe(12.34);
  expect(worth(sheet, `H${last}`)).toBeCloseTo(owed() - 12.34, 6);
  expect(worth(sheet, `D${last}`)).toBe(11);
  // Live in every line, not only below, and the number beside each formula is what it gives.
  for (let row = last - 4; row < last; row += 1)
    for (const column of ['F', 'H']) {
      const cell = sheet.getCell(`${column}${row}`);
      expect(cell.formula).toBeTruthy();
      expect(cell.result).toBeCloseTo(worth(sheet, `${column}${row}`), 6);
    }
  expect(sheet.getCell(`I${last - 1}`).value).toBe('8800');
});

test('the hours of a teacher are the sum of the days', async () => {
  const sheet = await sheetOf('serviceHours');
  const last = lastRowOf(sheet);
  // 序号, 姓名, 单位, 31 days, three kinds, 合计.
  const total = lettersOf(3 + 31 + 3 + 1);
  expect(worth(sheet, `${total}${last}`)).toBe(11);
  const kinds = [1, 2, 3].map((each) => worth(sheet, `${lettersOf(34 + each)}${last}`));
  expect(kinds).toEqual([4, 3, 4]);
});

test('registers name who was away, who was fetched by somebody else, and every round', async () => {
  const words = async (name: string): Promise<string> => {
    const sheet = await sheetOf(name);
    const texts: string[] = [];
    sheet.eachRow((row) => {
      row.eachCell((cell) => texts.push(cell.text));
    });
    return texts.join('|');
  };
  expect(await words('rollCallRegister')).toContain(
    '三年级作业辅导|40|39|安心怡（请假，看牙）|白雪莹（17:10，白建军）|王春梅',
  );
  expect(await words('handoverRegister')).toContain('|38|王春梅|王芳：李叔叔，邻居|无|孙校长');
  expect(await words('safetyRegister')).toContain('2026-10-15|张丽|孙校长|正常|全部到岗|无|无|无');
});

test('the paper form of a week has forty names, a place a day, and who may fetch', async () => {
  const recordId = entered.slots['2026-10-15 三年级作业辅导'] ?? '';
  const made = valueOf(
    await produceReport(
      school.store.read,
      { name: 'rollCallForm', scope: { period: null, recordId }, form: 'html' },
      { today: '2026-11-24', accountName: '王办事' },
    ),
  );
  const html = 'html' in made.content ? made.content.html : '';
  expect(made).toMatchObject({ personCount: 40, problems: [] });
  for (const text of ['安心怡', '王　芳', '王建军（父亲）', '第7周（10月12日—16日）', '值班领导签字'])
    expect(html).toContain(text);
});
