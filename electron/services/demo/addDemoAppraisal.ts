import { randomUUID } from 'node:crypto';
import type { RoundBoard } from '../../../shared/contract/appraisal.ts';
import type { AppraisalPart } from '../../../shared/domain/ethics/round/roundRules.ts';
import { formatPeriod } from '../../../shared/kernel/periods.ts';
import { success, type Result } from '../../../shared/kernel/result.ts';
import { sheetCode } from '../ethics/appraisal/scoreSheets.ts';
import { systemClock } from '../../clock.ts';
import { newId } from '../school/newId.ts';
import type { DemoCell, DemoSheet } from './demoSheet.ts';
import type { DemoSurroundings } from './makeDemo.ts';
import { seededRandom, type SeededRandom } from './seededRandom.ts';
import { writeDemoFile } from './writeDemoFile.ts';

type Call = DemoSurroundings['call'];

/** Raters of the round that is half-way: how many sheets came back of how many. */
const peerSheets = { issued: 40, came: 32 };
const parentSheets = { issued: 30, came: 30 };
/** A rater who stands out. */
const oddRater = 17;

/** Two rounds of appraisals: last year's, filed with the forms that were imported, and this year's, half-way. */
export async function addDemoAppraisal({
  call,
  filesFolder,
}: Pick<DemoSurroundings, 'call' | 'filesFolder'>): Promise<Result<null>> {
  const last = await fileLastYear(call);
  if (!last.ok) return last;
  const board = await openRound(call, '2026', []);
  if (!board.ok) return board;
  const written = await writeDemoFile(filesFolder, {
    name: '9 师德考核评分表',
    format: 'xlsx',
    sheets: filledSheets(seededRandom(620725), board.value),
    imports: [],
  });
  if (!written.ok) return written;
  const { id } = board.value;
  for (const [part, { issued }] of [
    ['互评', peerSheets],
    ['家长测评', parentSheets],
  ] as const) {
    const path = written.value.replace(/\.xlsx$/u, `（空白${part}表）.xlsx`);
    const given = await call('appraisal.writeSheets', {
      id,
      jobId: randomUUID(),
      part,
      layout: 'together',
      raters: issued,
      path,
    });
    if (!given.ok) return given;
  }
  const read = await call('appraisal.readSheets', {
    id,
    jobId: randomUUID(),
    from: 'file',
    path: written.value,
  });
  if (!read.ok) return read;
  const [problem] = read.value?.problems ?? [];
  if (!read.value || problem) throw new Error(`demo score sheets: ${problem?.sentence ?? 'not read'}`);
  const imported = await call('appraisal.importSheets', { id, previewId: read.value.previewId });
  return imported.ok ? success(null) : imported;
}

async function openRound(
  call: Call,
  period: string,
  forgotten: readonly string[],
): Promise<Result<RoundBoard>> {
  const proposal = await call('appraisal.proposal', { period });
  if (!proposal.ok) return proposal;
  return call('appraisal.open', {
    id: newId(systemClock().now()),
    period,
    name: `${formatPeriod(period)}师德考核`,
    preset: '现行办法',
    rules: proposal.value.rules,
    people: proposal.value.people.map(({ staffId, included, reason, note }) =>
      included && forgotten.includes(staffId)
        ? { staffId, included: false, reason: '其他' as const, note: '当年漏评，待补' }
        : { staffId, included, reason, note },
    ),
  });
}

/** The round that last year's forms belong to, with its days. */
async function fileLastYear(call: Call): Promise<Result<null>> {
  const forms = await call('ledger.list', {
    query: { ledger: 'ethicsAppraisal', period: '2025' },
    page: 0,
    pageSize: 500,
  });
  if (!forms.ok) return forms;
  const proposal = await call('appraisal.proposal', { period: '2025' });
  if (!proposal.ok) return proposal;
  const appraised = new Set(forms.value.rows.map(({ values }) => values['staff']));
  const board = await openRound(
    call,
    '2025',
    proposal.value.people.flatMap(({ staffId }) => (appraised.has(staffId) ? [] : [staffId])),
  );
  if (!board.ok) return board;
  const { id } = board.value;
  const steps = [
    ['个人自评', '2025-12-19'],
    ['教师互评', '2025-12-24'],
    ['学生家长测评', '2025-12-26'],
    ['考核组评定', '2025-12-31'],
  ] as const;
  const { tie } = board.value;
  if (tie) {
    const decided = await call('appraisal.decideTie', {
      id,
      granted: tie.staffIds.slice(0, tie.places),
      on: '2025-12-31',
      reason: '考核小组按班主任工作和家校满意度研究决定',
    });
    if (!decided.ok) return decided;
  }
  for (const [step, on] of steps) {
    const finished = await call('appraisal.finishStep', { id, step, on });
    if (!finished.ok) return finished;
  }
  const notice = await call('appraisal.startNotice', { id, from: '2026-01-05', to: '2026-01-12' });
  if (!notice.ok) return notice;
  const published = await call('appraisal.finishStep', { id, step: '公示', on: '2026-01-13' });
  if (!published.ok) return published;
  const unsigned = published.value.people.filter(({ signedOn }) => signedOn === null);
  if (unsigned.length > 0) {
    const noted = await call('appraisal.sign', {
      id,
      staffIds: unsigned.map(({ staffId }) => staffId),
      on: null,
      note: '外出培训，回校后补签',
    });
    if (!noted.ok) return noted;
  }
  for (const step of ['本人签字', '归档'] as const) {
    const finished = await call('appraisal.finishStep', { id, step, on: '2026-01-15' });
    if (!finished.ok) return finished;
  }
  return success(null);
}

/** Self-ratings of most, sheets of peers and all of the parents. */
function filledSheets(random: SeededRandom, board: RoundBoard): readonly DemoSheet[] {
  const people = board.people.map(({ name, hint }) => ({
    name,
    number: hint.split(' · ')[0] ?? '',
    level: random.whole(80, 96),
  }));
  const sheet = (
    part: AppraisalPart,
    heads: readonly string[],
    cells: (person: (typeof people)[number], index: number) => readonly DemoCell[],
  ): DemoSheet => ({
    name: part,
    title: `${board.name}${part}（表号：${sheetCode(board.id, part)}）`,
    headers: ['序号', '工号', '姓名', ...heads],
    rows: people.map((person, index) => [index + 1, person.number, person.name, ...cells(person, index)]),
  });
  const raters = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
  const near = (level: number): number => Math.min(100, level + random.whole(-3, 3));
  return [
    sheet('自评', ['自评分', '自评小结'], ({ level }, index) =>
      index % 9 === 0
        ? [null, null]
        : [near(level + 2), '一年来认真履行教育教学职责，关爱学生，廉洁从教，没有违反师德的行为。'],
    ),
    sheet(
      '互评',
      raters(peerSheets.came).map((number) => `${number}号`),
      // Nobody gives marks to themselves.
      ({ level }, index) =>
        raters(peerSheets.came).map((number) =>
          number === index + 1 ? null : number === oddRater ? 60 : near(level),
        ),
    ),
    sheet(
      '家长测评',
      raters(parentSheets.came).map((number) => `${number}号`),
      ({ level }) => raters(parentSheets.came).map(() => near(level)),
    ),
  ];
}
