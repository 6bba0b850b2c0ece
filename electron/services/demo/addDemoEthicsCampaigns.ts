import { shippedClauses } from '../../../shared/domain/ethics/signCampaigns.ts';
import { success, type Result } from '../../../shared/kernel/result.ts';
import type { LooseValues } from '../../../shared/ledger/definition.ts';
import { emptyValues } from '../../../shared/ledger/schema.ts';
import { findLedger } from '../../../shared/ledgers/index.ts';
import { systemClock } from '../../clock.ts';
import { newId } from '../school/newId.ts';
import type { DemoSurroundings } from './makeDemo.ts';

type Call = DemoSurroundings['call'];

const questions = [
  '老师关心爱护学生，不歧视、不体罚',
  '老师备课上课认真，作业批改及时',
  '老师公平对待每一个学生',
  '老师不收受家长礼品礼金',
  '老师不组织、不推荐有偿补课',
  '老师与家长沟通态度和蔼、及时',
  '老师举止文明、为人师表',
  '对学校师德师风总体满意',
];
/** Class and sheets that came back; of one too few to be shown. */
const groups = [
  ['一年级1班', 38],
  ['一年级2班', 36],
  ['三年级1班', 41],
  ['五年级1班', 35],
  ['七年级1班', 44],
  ['九年级2班', 4],
] as const;
/** Two who have not signed this year's pledge, with their reasons; the third has none. */
const excuses = [
  ['T044', '产假', '2027-02-26', '产假到寒假结束'],
  ['T071', '支教', null, '到老军乡寄宿制学校支教一年'],
] as const;

/** This year's clause text, the plan of the ethics year, zero reports, reasons and a questionnaire, with a few gaps. */
export async function addDemoEthicsCampaigns(call: Call): Promise<Result<null>> {
  const shipped = shippedClauses('师德承诺书', '九年一贯制学校');
  const steps: readonly (() => Promise<Result<unknown>>)[] = [
    () =>
      save(call, 'ethicsClause', {
        campaign: '师德承诺书',
        version: '2026年版',
        validFrom: '2026-09-01',
        preamble: shipped.preamble,
        clauses: shipped.clauses.join('\n'),
        closing: shipped.closing,
      }),
    () => call('ethics.addMinimumPlan', { schoolYear: '2026-2027' }),
    // October's report was forgotten.
    () => call('ethics.recordZeroReport', { period: '2026-09' }),
    ...excuses.map(
      ([number, reason, backOn, note]) =>
        () =>
          addExcuse(call, number, { reason, backOn, note }),
    ),
    () => addSurvey(call),
  ];
  for (const step of steps) {
    const done = await step();
    if (!done.ok) return done;
  }
  return success(null);
}

async function addExcuse(call: Call, number: string, about: LooseValues): Promise<Result<unknown>> {
  const found = await call('ledger.lookup', { ledger: 'staff', text: number, limit: 1 });
  if (!found.ok) return found;
  const [person] = found.value;
  if (!person) return success(null);
  return save(
    call,
    'ethicsExcuse',
    { ...about, staff: person.id, campaign: '师德承诺书', notedOn: '2026-09-10' },
    '2026-2027',
  );
}

async function addSurvey(call: Call): Promise<Result<unknown>> {
  const id = newId(systemClock().now());
  const saved = await save(
    call,
    'ethicsSurvey',
    {
      title: '2026年秋季学期家长师德满意度问卷',
      audience: '家长',
      grouping: '班级',
      startsOn: '2026-11-09',
      endsOn: '2026-11-16',
      issued: 220,
      version: '2026年版',
      questions: questions.map((text) => ({ id: newId(systemClock().now()), text })),
    },
    '2026-2027-1',
    id,
  );
  if (!saved.ok) return saved;
  const sheets = groups.flatMap(([group, count], place) =>
    Array.from({ length: count }, (_, index) => ({ group, answers: answersOf(place + index) })),
  );
  return call('ethics.addSurveySheets', { id, sheets });
}

/** Mostly content; of every few sheets one is critical of a question or leaves it out. */
function answersOf(seed: number): (number | null)[] {
  return questions.map((_text, index) => {
    const turn = (seed * 7 + index * 5) % 23;
    if (turn === 0) return null;
    if (turn === 1) return 3;
    if (turn < 4) return 2;
    return turn < 10 ? 1 : 0;
  });
}

async function save(
  call: Call,
  ledger: string,
  values: LooseValues,
  period: string | null = null,
  id = newId(systemClock().now()),
): Promise<Result<unknown>> {
  const definition = findLedger(ledger);
  if (!definition) throw new Error(`no ledger ${ledger}`);
  return call('ledger.save', {
    ledger,
    id,
    values: { ...emptyValues(definition), ...values },
    period,
    state: 'finished',
    baseRevision: null,
  });
}
