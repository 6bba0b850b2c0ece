/**
 * `npm run screenshots [-- name …]`: opens a copy of the demo school in headless Chromium at 1366×768 and writes
 * docs/screenshots/<name>.png. A screen that shows an error, stays empty or makes too large a picture is named at the
 * end; the others are written all the same.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { createApplication } from '../../electron/application.ts';
import { createChromiumDesktop } from '../../electron/desktop/chromiumDesktop.ts';
import { findChromium } from '../../electron/desktop/findChromium.ts';
import { clockOf } from '../../electron/clock.ts';
import { demoAccount } from '../../electron/services/demo/makeDemo.ts';
import { demoSchool, makeDemoFolder } from './makeDemoFolder.ts';
import { buildIfStale } from './openProgram.ts';

interface Screen {
  /** Of the picture's file. */
  readonly name: string;
  /** Address inside the frame. */
  readonly address: string;
  /** Brings the screen into the state worth showing. */
  readonly prepare?: (page: Page) => Promise<void>;
}

const screens: readonly Screen[] = [
  { name: 'dashboard', address: '/' },
  { name: 'development', address: '/party/development' },
  {
    name: 'list',
    address: '/ledger/partyMeeting',
    prepare: async (page) => {
      await page.getByRole('gridcell', { name: '党员大会' }).first().click();
      await page.getByRole('article').waitFor();
    },
  },
  {
    name: 'meeting',
    address: '/area/partyLife',
    prepare: async (page) => {
      await page
        .getByRole('grid')
        .first()
        .getByRole('button', { name: /支委会.*已逾期/ })
        .first()
        .click();
      await page.locator('#field-title').fill('十月支部委员会会议');
      await page.getByRole('button', { name: '从名单填入' }).click();
      await page.getByRole('button', { name: /^填入 \d+ 人/ }).click();
      await page.locator('#field-heldOn').fill('2026-10-20');
      const rollCall = page.getByText(/^共 \d+ 人：出席/);
      await rollCall.waitFor();
      await rollCall.evaluate((words) => {
        words.scrollIntoView({ block: 'center' });
      });
    },
  },
  {
    name: 'import',
    address: '/import/staff',
    prepare: async (page) => {
      await page.getByRole('button', { name: '选择表格文件…' }).click();
      await page.getByRole('button', { name: '看看结果' }).click();
      await page.getByText('要核对的地方').waitFor();
    },
  },
  { name: 'appraisal', address: '/ethics/appraisal' },
  { name: 'signUp', address: '/service/sign-up' },
  { name: 'serviceFigures', address: '/service/statistics' },
  { name: 'followUp', address: '/party/follow-up' },
  { name: 'submission', address: '/submission?task=serviceTerm&period=2026-2027-1' },
  { name: 'reports', address: '/reports?name=memberRoll&period=2026' },
  { name: 'settings', address: '/settings' },
  { name: 'backups', address: '/backups' },
];

/** What a school sends: most rows good, some to be looked at. */
const staffList = [
  '工号,姓名,性别,出生日期,人员类别,职称,任教学科,手机',
  'T201,何秀兰,女,1986-03-12,专任教师,一级教师,语文,13830500001',
  'T202,马建国,男,1979-11-02,专任教师,高级教师,数学,13830500002',
  'T203,王海燕,女,1990-13-05,专任教师,二级教师,英语,13830500003',
  'T204,陈志强,男,1983-07-21,工勤,,,1383050',
  'T205,欧阳雪,女,1992-09-30,教师,二级教师,音乐,13830500005',
  'T206,李玉梅,不详,1988-05-14,专任教师,一级教师,科学,13830500006',
].join('\n');

/** The demo school's year ends here. */
const now = '2026-11-24T06:30:00.000Z';
const largestBytes = 300_000;

const projectFolder = fileURLToPath(new URL('../../', import.meta.url));
const target = join(projectFolder, 'docs', 'screenshots');

process.exitCode = await main(process.argv.slice(2));

async function main(names: readonly string[]): Promise<number> {
  const unknown = names.find((name) => !screens.some((screen) => screen.name === name));
  if (unknown !== undefined)
    return complain(`没有名为“${unknown}”的画面，有：${screens.map(({ name }) => name).join('、')}。`);
  const executable = findChromium(process.platform, process.env);
  if (executable === null)
    return complain(
      '没有找到 Chromium、Chrome 或 Edge，截不了图。Debian：apt install chromium fonts-noto-cjk',
    );
  await buildIfStale('renderer');
  if (!existsSync(demoSchool)) {
    const made = makeDemoFolder();
    if (made !== 0) return made;
  }
  mkdirSync(target, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'screenshots-'));
  try {
    const failed = await takeAll(
      executable,
      folder,
      screens.filter(({ name }) => names.length === 0 || names.includes(name)),
    );
    failed.forEach(complain);
    return failed.length > 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns a sentence for each screen that isn't worth showing */
async function takeAll(executable: string, folder: string, wanted: readonly Screen[]): Promise<string[]> {
  const root = join(folder, 'school');
  cpSync(demoSchool, root, { recursive: true });
  const list = join(folder, '新进教职工名册.csv');
  writeFileSync(list, staffList);
  const answers: string[] = [];
  const desktop = createChromiumDesktop({ executable, profileFolder: join(folder, 'profile'), answers });
  const application = createApplication({ desktop, root, clock: clockOf(() => now) });
  try {
    const { name, password } = demoAccount;
    const opened = await application.call('session.unlock', { accountName: name, password });
    if (!opened.ok) return [opened.failure.sentence];
    await desktop.openWindow({
      title: '',
      rendererFolder: join(projectFolder, 'dist', 'renderer'),
      stateFile: join(folder, 'window.json'),
      headless: true,
      handle: application.handle,
    });
    const page = desktop.page();
    page.setDefaultTimeout(20_000);
    const failed: string[] = [];
    for (const screen of wanted) {
      answers.splice(0, answers.length, list);
      const sentence = await take(page, screen).catch(
        (error: unknown) => `画面没有准备好：${error instanceof Error ? error.message : String(error)}`,
      );
      if (sentence === null) process.stdout.write(`${screen.name}.png\n`);
      else failed.push(`${screen.name}（${screen.address}）：${sentence}`);
    }
    return failed;
  } finally {
    await application.close();
  }
}

async function take(page: Page, screen: Screen): Promise<string | null> {
  // A page read anew has nothing unsaved from the one before, so nothing asks before leaving.
  await page.goto('about:blank').catch(() => undefined);
  await page.goto(`https://ledger.invalid/index.html#${screen.address}`);
  await page.getByRole('main').waitFor();
  await settle(page);
  await screen.prepare?.(page);
  await settle(page);
  const problem = await problemOn(page);
  if (problem !== null) return problem;
  const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  if (picture.length > largestBytes)
    return `图片有 ${Math.round(picture.length / 1000)} kB，超过 ${largestBytes / 1000} kB。`;
  writeFileSync(join(target, `${screen.name}.png`), picture);
  return null;
}

/** Waits until nothing is being read any more and the fonts are there. */
async function settle(page: Page): Promise<void> {
  await page.locator('main[aria-busy="true"], main [role="status"] [role="progressbar"]').waitFor({
    state: 'detached',
  });
  await page.evaluate(() => document.fonts.ready.then(() => true));
}

/** Error notices, the broken and the unknown screen, and one that has nothing but its heading. */
async function problemOn(page: Page): Promise<string | null> {
  const main = page.getByRole('main');
  const alerts = await main.locator('.MuiAlert-colorError, [role="alert"] h1').allInnerTexts();
  if (alerts[0] !== undefined) return `画面上有错误提示：${alerts[0]}`;
  const text = await main.innerText();
  if (text.includes('没有这个页面')) return '没有这个页面。';
  return text.replace(/\s/gu, '').length < 20 ? '画面是空的。' : null;
}

function complain(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 1;
}
