import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from '../support/accessibility.ts';
import { beginBranchYear, type BranchYear } from '../support/branchYear/branchYear.ts';
import { at, change, newId } from '../support/branchYear/desk.ts';
import { openSchoolWindow } from '../support/schoolWindow.ts';

/**
 * A branch's year 2026 from an empty file: 23 members, three groups, a committee of five; an election, an admission, somebody
 * confirmed, a review. What repeats goes in by the window's own calls, the telling parts through the screen.
 */

const window = await openSchoolWindow({ now: at('2026-01-04', 9) });
const { page, folder } = window;
let year: BranchYear;

beforeAll(async () => {
  year = await beginBranchYear(window, folder);
}, 60_000);

/** Opens a draft, presses 完成 and waits for the finished record. */
async function finishDraft(id: string): Promise<void> {
  await openDraft(id);
  await page.getByRole('button', { name: '完成', exact: true }).click();
  await page.getByRole('button', { name: '重新打开' }).waitFor();
}
async function openDraft(id: string): Promise<void> {
  await window.go(`/ledger/partyMeeting/${id}/edit`);
  await page.locator('#field-title').waitFor();
}

async function step(id: string, number: number, on: string, meeting: string | null = null) {
  window.setNow(at(on, 18));
  const { revision } = await window.call('development.dossier', { id });
  return window.call('development.recordStep', {
    id,
    step: number,
    on,
    papersReady: true,
    meeting,
    baseRevision: revision,
  });
}

const lists = [
  'campaignPlan',
  'campaignOpinions',
  'campaignProblems',
  'campaignRectifications',
  'campaignReport',
];
function campaignPapers(kind: string): string[] {
  return kind.includes('评议') ? [...lists, 'reviewSummary', 'reviewForms'] : lists;
}

describe('January', () => {
  it('has the roster of 23 from its Excel file', async () => {
    const roll = await window.call('members.roll', { year: 2026 });
    expect(roll.members).toHaveLength(23);
    expect(roll.members.filter(({ status }) => status === '预备党员').map(({ name }) => name)).toEqual([
      '周明',
    ]);
  });

  it('plans the year on the screen, every obligation on a day that suits', async () => {
    await window.go('/party/plan?month=2026-01');
    await page.getByRole('button', { name: '生成计划' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('2026年1月支委会').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await dialog.getByRole('button', { name: /^加入 / }).click();
    await dialog.waitFor({ state: 'detached' });
    const { entries } = await window.call('partyPlan.year', { year: 2026, branch: year.branch });
    expect(entries).toHaveLength(70);
    // The yearly meetings are wanted before the year is out.
    for (const { id, revision, typeName } of entries.filter(({ plannedOn }) => plannedOn > '2026-12-31'))
      await window.call('partyPlan.move', {
        id,
        to: typeName === '民主评议' ? '2026-12-18' : '2026-12-17',
        baseRevision: revision,
      });
  });
});

describe('the election in March', () => {
  it('is judged while it is written down, and the new committee takes office', async () => {
    await year.liveUntil('2026-03-09');
    const { id, on } = await year.draftNext('党员大会');
    await openDraft(id);
    await page.getByText('到会达到五分之四，可以选举').waitFor();
    await finishDraft(id);
    await year.takeOffice(on);
  });
});

describe('the admission in June', () => {
  it('refuses more votes than voters at the field and loses nothing', async () => {
    await year.liveUntil('2026-06-06');
    const { applicant } = year.dossiers;
    const committee = year.meetings.get('支部委员会会议')?.at(-1) ?? null;
    await step(applicant, 12, '2026-06-05', committee);
    await step(applicant, 13, '2026-06-08');
    await step(applicant, 14, '2026-06-09');
    const { id, on } = await year.draftNext('党员大会');
    await openDraft(id);
    await page.getByText('已超过应到 21 人的半数（至少 11 票），应为通过').waitFor();
    const votes = page.getByRole('grid', { name: '表决情况' });
    const columns = await votes.getByRole('columnheader').allInnerTexts();
    const inFavour = columns.findIndex((word) => word.startsWith('赞成'));
    const cell = votes.getByRole('row').nth(1).locator('td, th').nth(inFavour);
    const typeVotes = async (count: string) => {
      await cell.click();
      await votes.getByRole('textbox', { name: '第 1 行 赞成' }).fill(count);
      await page.keyboard.press('Tab');
    };
    await typeVotes('25');
    await page.getByRole('button', { name: '完成', exact: true }).click();
    await page.getByText('多于参加表决的 21 人').first().waitFor();
    await expect.poll(() => page.locator('#field-title').inputValue()).toContain('党员大会');
    await typeVotes('20');
    await page.getByRole('button', { name: '完成', exact: true }).click();
    await page.getByRole('button', { name: '重新打开' }).waitFor();
    await step(applicant, 15, on, id);
  });

  it('puts the new member on the roll with the superior’s approval', async () => {
    const { applicant } = year.dossiers;
    await year.liveUntil('2026-06-30');
    await step(applicant, 16, '2026-06-30');
    const { roll } = await step(applicant, 17, '2026-07-06');
    expect(roll).toMatchObject({ words: '预备党员，2026-07-06 起', pending: null });
    await year.joins(roll.memberId ?? '', '吴敏', '2026-07-06');
    for (const [number, on] of [
      [19, '2026-07-06'],
      [20, '2026-07-07'],
      [21, '2026-07-07'],
      [18, '2026-07-20'],
    ] as const)
      await step(applicant, number, on);
  });
});

describe('what the assembly of September leaves to do', () => {
  it('is settled on one page, without reopening the record', async () => {
    await year.liveUntil('2026-09-22');
    await window.go('/party/follow-up');
    const decision = page.getByRole('row', { name: /十月底前整理党员活动室/ });
    await decision.getByPlaceholder('落实情况').fill('已整理，添置书柜');
    await decision.getByPlaceholder('办结日期').fill('9-20');
    await decision.getByRole('button', { name: /^保存/ }).click();
    await page.getByText('没有还没办结的决议和决定').waitFor();
    await page.getByRole('tab', { name: '补学 1' }).click();
    const absentee = page.getByRole('row', { name: /待补学/ });
    await absentee.getByPlaceholder('补学方式').fill('自学会议材料');
    expect(await accessibilityProblems(page)).toEqual([]);
    await absentee.getByPlaceholder('补学日期').fill('9-18');
    await absentee.getByRole('button', { name: /^保存/ }).click();
    await page.getByText('都已补学').waitFor();
  });

  it('has the text for the provincial platform ready to paste, field by field', async () => {
    const [, , , assembly] = year.meetings.get('支部党员大会') ?? [];
    await window.go(`/ledger/partyMeeting/${assembly ?? ''}`);
    await page.getByRole('button', { name: '逐项复制' }).click();
    await page.evaluate(() => {
      globalThis.addEventListener('copy', (event) => {
        document.title = event.clipboardData?.getData('text/plain') ?? '';
      });
    });
    await page.getByRole('button', { name: '复制：会议时间' }).click();
    await page.getByRole('button', { name: '已复制：会议时间' }).waitFor();
    await expect.poll(() => page.title()).toContain('2026年9月10日 16:30');
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});

describe('the confirmation in December', () => {
  it('gives the vote with the approval recorded on the screen', async () => {
    const { probationer } = year.dossiers;
    await year.liveUntil('2026-11-16');
    await step(probationer, 22, '2026-11-16');
    await year.liveUntil('2026-12-08');
    const { id, on } = await year.draftNext('党员大会');
    await finishDraft(id);
    await step(probationer, 23, on, id);
    await year.liveUntil('2026-12-16');
    window.setNow(at('2026-12-17', 9));
    await window.go(`/party/development/${probationer}`);
    await page.getByRole('button', { name: '登记第 24 步', exact: true }).click();
    await page.getByRole('dialog').getByText('材料已归齐').click();
    await page.getByRole('dialog').getByRole('button', { name: '登记', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByText('正式党员，2026-12-17 起').waitFor();
    await page.getByRole('link', { name: '党员名册', exact: true }).click();
    await page.getByText('2026-11-20').first().waitFor();
    year.confirm('周明', '2026-12-17');
  });
});

describe('the review of members in December', () => {
  it('goes step by step from its plan to its report', async () => {
    await year.liveUntil('2026-12-31');
    const id = await year.review();
    window.setNow(at('2026-12-29', 18));
    const { steps, review } = await window.call('campaigns.page', { id });
    expect(review?.rows.filter(({ grade }) => grade === '优秀')).toHaveLength(7);
    expect(steps.filter(({ state }) => state !== 'done').map(({ name }) => name)).toEqual(['整改销号']);
    await window.go(`/party/campaigns/${id}`);
    await page.getByText(`已完成 ${steps.length - 1} / ${steps.length} 步`).waitFor();
    await page.getByText('理论学习联系教学实际不够').first().waitFor();
  });
});

describe('the end of the year', () => {
  it('shows nothing overdue and no error for the branch', async () => {
    const { record } = await window.call('ledger.get', {
      ledger: 'memberDevelopment',
      id: year.dossiers.applicant,
    });
    const { inspections } = record.values as { readonly inspections: readonly object[] };
    await change(window, 'memberDevelopment', year.dossiers.applicant, {
      inspections: [
        ...inspections,
        {
          id: newId(),
          inspectedOn: '2026-12-10',
          phase: '预备党员',
          inspector: '李晓梅',
          opinion: '表现良好。',
        },
      ],
    });
    await year.closeYear();
    window.setNow(at('2026-12-31', 18));
    const dashboard = await window.call('checks.dashboard', {});
    expect(
      dashboard.upcoming.filter(({ area, state }) => area === 'partyLife' && state === 'overdue'),
    ).toEqual([]);
    const findings = await window.call('checks.findings', { area: 'partyLife' });
    expect(findings.map(({ ruleId, sentence }) => `${ruleId} ${sentence}`)).toEqual([]);
    await window.go('/area/partyLife');
    await page.getByRole('grid').first().waitFor();
    const cells = dashboard.walls
      .filter(({ area }) => area === 'partyLife')
      .flatMap(({ rows }) => rows.flatMap((row) => row.cells.map(({ state }) => state)));
    expect(new Set(cells)).toEqual(new Set(['met', 'notDue']));
  });

  it('yields every document', async () => {
    const documents: { name: string; period?: string; recordId?: string }[] = [
      ...[...year.meetings.values()].flatMap(([id]) =>
        id === undefined
          ? []
          : ['meetingNotice', 'attendanceSheet', 'meetingMinutes'].map((name) => ({ name, recordId: id })),
      ),
      { name: 'yearPlan', period: '2026', recordId: year.branch },
      ...['talkForm', 'ballotForms', 'reviewBallots'].map((name) => ({ name, recordId: year.branch })),
      ...['talkList', 'partyYearStatistics', 'memberRoll', 'developmentLedger'].map((name) => ({
        name,
        period: '2026',
      })),
      { name: 'partyLifeStatistics', period: '2026' },
      { name: 'branchHandbook', period: '2026', recordId: year.branch },
      ...Object.values(year.dossiers).map((recordId) => ({ name: 'developmentContents', recordId })),
    ];
    const campaigns = await window.call('campaigns.overview', { year: 2026 });
    documents.push(
      ...campaigns.rows.flatMap(({ id, kind }) =>
        id === null ? [] : campaignPapers(kind).map((name) => ({ name, recordId: id })),
      ),
    );
    const governance = await window.call('ledger.list', {
      query: { ledger: 'governanceMeeting' },
      page: 0,
      pageSize: 5,
    });
    documents.push(...governance.rows.map(({ id }) => ({ name: 'governanceMinutes', recordId: id })));
    const catalogue = await window.call('reports.catalogue', {});
    // With a folder given, every document is written there to be looked at; otherwise those that hold the most.
    const wanted = process.env['BRANCH_YEAR_PAPERS'];
    const out = wanted ?? join(folder, 'papers');
    mkdirSync(out, { recursive: true });
    const written = ['branchHandbook', 'memberRoll', 'partyYearStatistics'];
    for (const scope of documents) {
      if (wanted === undefined && !written.includes(scope.name)) {
        const { html, problems } = await window.call('reports.preview', scope);
        expect(html.length, `${scope.name} ${problems.join()}`).toBeGreaterThan(1000);
        continue;
      }
      const report = catalogue.find(({ name }) => name === scope.name);
      const format = report?.formats.find((one) => one !== 'pdf');
      if (!format) throw new Error(`no report ${scope.name}`);
      const receipt = await window.call('reports.save', {
        ...scope,
        format,
        purpose: '年底归档',
        recipient: '支部',
        folder: out,
      });
      expect(receipt && existsSync(receipt.path), scope.name).toBe(true);
    }
    expect(readdirSync(out).length).toBeGreaterThanOrEqual(written.length);
    expect(documents.length).toBeGreaterThanOrEqual(40);
  });
});
