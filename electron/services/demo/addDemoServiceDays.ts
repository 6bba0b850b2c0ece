import { withWay } from '../../../shared/domain/afterSchool/handover.ts';
import { addDays } from '../../../shared/kernel/plainDate.ts';
import { success, type Result } from '../../../shared/kernel/result.ts';
import type { AnyLedger, LooseValues } from '../../../shared/ledger/definition.ts';
import { emptyValues } from '../../../shared/ledger/schema.ts';
import { serviceRate } from '../../../shared/ledgers/afterSchool/serviceRate.ts';
import { serviceSafetyRound } from '../../../shared/ledgers/afterSchool/serviceSafetyRound.ts';
import { systemClock } from '../../clock.ts';
import { newId } from '../school/newId.ts';
import { demoTeachingDays, demoTerms, demoToday } from './demoCalendar.ts';
import type { DemoSurroundings } from './makeDemo.ts';

type Call = DemoSurroundings['call'];

const term = demoTerms[2];
/** Days at the end of the records that have their hand-overs: enough to look at. */
const handedOverDays = 5;
const lockedMonth = '2026-09';
const rates = [
  ['授课', 4000],
  ['看护', 3000],
  ['值班领导', 2000],
  ['安保', 2000],
] as const;

/**
 * What the days of service leave behind in the demo school: rates, safety rounds with one open hazard, the hand-overs of a week and
 * a locked month. One round and one hand-over were forgotten, as the checks are meant to find.
 */
export async function addDemoServiceDays(call: Call): Promise<Result<null>> {
  const staff = await call('ledger.list', { query: { ledger: 'staff' }, page: 0, pageSize: 3 });
  if (!staff.ok) return staff;
  const [leader, ...patrols] = staff.value.rows.map(({ id }) => id);
  for (const [role, amount] of rates) {
    const saved = await save(call, serviceRate, { role, amount, from: '2025-08-01' }, null);
    if (!saved.ok) return saved;
  }
  const days = demoTeachingDays(term);
  for (const [index, day] of days.entries()) {
    if (index === 40) continue;
    const mended = index === 20;
    const hazard = mended || index === 50;
    const saved = await save(
      call,
      serviceSafetyRound,
      {
        heldOn: day,
        heldAt: '17:00',
        patrol: patrols[index % 2],
        leader,
        places: '教学楼、操场、校门口',
        facilities: hazard ? '有隐患' : '正常',
        attendance: '全部到岗',
        hazard: hazard ? '操场西侧篮球架螺栓松动，已停用并拉警戒线' : null,
        owner: hazard ? patrols[0] : null,
        dueOn: hazard ? addDays(day, 3) : null,
        measure: mended ? '后勤更换螺栓并加固，复查合格' : null,
        closedOn: mended ? addDays(day, 2) : null,
      },
      term.period,
    );
    if (!saved.ok) return saved;
  }
  for (const day of days.slice(-handedOverDays)) {
    const handed = await handOver(call, day);
    if (!handed.ok) return handed;
  }
  const month = await call('servicePay.month', { month: lockedMonth });
  if (!month.ok || month.value.obstacles.length > 0) return month.ok ? success(null) : month;
  return call('servicePay.lock', { month: lockedMonth, taxes: [] });
}

/** Every called session of a day: all as enrolled; in every sixth group nobody came for one child. */
async function handOver(call: Call, on: string): Promise<Result<null>> {
  const day = await call('serviceDay.read', { on });
  if (!day.ok) return day;
  for (const [index, { id, present }] of day.value.sessions.entries()) {
    if (present === null || (on === demoToday && index === 3)) continue;
    const desk = await call('serviceDay.session', { slotId: id });
    if (!desk.ok) return desk;
    const { handover, plans } = desk.value;
    const rows = handover.rows.map((row, place) => {
      const plan = plans.find(({ pupilId }) => pupilId === row.pupilId);
      return plan && place === 4 && index % 6 === 0
        ? { ...withWay(row, '未接', plan, handover.leftAt), handling: '联系家长，留校看护，19:00 由家长接走' }
        : row;
    });
    if (rows.length === 0) continue;
    const saved = await call('serviceDay.saveHandover', {
      slotId: id,
      leftAt: handover.leftAt,
      rows,
      baseRevision: null,
    });
    // On a PC whose clock stands before the demo's days these sessions are still to come.
    if (!saved.ok && saved.failure.kind !== 'invalidInput') return saved;
  }
  return success(null);
}

async function save(
  call: Call,
  definition: AnyLedger,
  values: LooseValues,
  period: string | null,
): Promise<Result<null>> {
  const saved = await call('ledger.save', {
    ledger: definition.id,
    id: newId(systemClock().now()),
    values: { ...emptyValues(definition), ...values },
    period,
    state: 'finished',
    baseRevision: null,
  });
  return saved.ok ? success(null) : saved;
}
