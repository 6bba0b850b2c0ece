import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Jimp } from 'jimp';
import PizZip from 'pizzip';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '#electron/documents/readWorkbook.ts';
import type { DemoSheet } from '#electron/services/demo/demoSheet.ts';
import { writeDemoFile } from '#electron/services/demo/writeDemoFile.ts';
import { verifySubmission } from '#electron/services/submissions/verifySubmission.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { openSchoolWindow } from '../support/schoolWindow.ts';
import { valueOf } from '../support/temporarySchool.ts';

/** A clerk's first days, from the empty program to the files on the stick, all in the window: 2026-11-24 in China. */

const staffNames = ['单建国', '欧阳雪', '何秀兰', '马志强', '王海燕', '李玉梅', '赵明', '钱小红'];
const pupilNames = ['张小雨', '王一诺', '李浩然', '刘子涵', '陈思远', '杨若曦'];
const memberNames = ['单建国', '欧阳雪', '何秀兰', '马志强', '赵明'];

const window = await openSchoolWindow({ empty: true });
const { page, folder } = window;

const examined = new Set<string>();

/** Holds a screen against axe the first time the story comes by. */
async function expectAccessible(screen: string): Promise<void> {
  if (examined.has(screen)) return;
  examined.add(screen);
  expect(await accessibilityProblems(page), screen).toEqual([]);
}

/** An Excel file as a school's office has it. */
async function fileOf(name: string, ...sheets: readonly DemoSheet[]): Promise<string> {
  return valueOf(await writeDemoFile(folder, { name, format: 'xlsx', sheets, imports: [] }));
}

/** Chooses an option of a picker by what is typed: characters, pinyin or initials. */
async function choose(field: string, typed: string, title: string): Promise<void> {
  await page.locator(`#field-${field}`).fill(typed);
  await page.getByRole('option', { name: title }).first().click();
}

async function type(field: string, text: string): Promise<void> {
  await page.locator(`#field-${field}`).fill(text);
}

/** Saves the form as finished, and waits for the record. */
async function finish(): Promise<void> {
  await page.getByRole('button', { name: '完成', exact: true }).click();
  await page.getByRole('tab', { name: '修改历史' }).waitFor();
}

/** Takes one sheet of a file through the four steps of the wizard. */
async function bringIn(path: string, ledger: string, sheet: string, rows: number): Promise<void> {
  await window.go(`/import/${ledger}`);
  window.answers.push(path);
  await page.getByRole('button', { name: '选择表格文件…' }).click();
  await page.getByRole('button', { name: '看看结果' }).waitFor();
  const sheets = page.getByLabel('工作表');
  if ((await sheets.count()) > 0) {
    await sheets.click();
    await page.getByRole('option', { name: new RegExp(`^${sheet}（`, 'u') }).click();
  }
  await expectAccessible('import: columns');
  await page.getByRole('button', { name: '看看结果' }).click();
  await page.getByText(`新增 ${rows} 行`).waitFor();
  await page.getByText('有问题 0 行').waitFor();
  await expectAccessible('import: preview');
  await page.getByRole('button', { name: `导入 ${rows} 行` }).click();
  await page.getByText(`新增 ${rows} 条，更新 0 条。`).waitFor();
  await expectAccessible('import: result');
}

/** Hands a task over to a folder on the page “上报”; answers with the folder written. */
async function handOver(task: RegExp, target: string): Promise<string> {
  const before = new Set(readdirSync(target));
  await window.go('/submission');
  await page.getByRole('navigation', { name: '上报任务' }).getByRole('link', { name: task }).click();
  await page.getByRole('heading', { name: '1 报什么' }).waitFor();
  window.answers.push(target);
  await page.getByRole('button', { name: '选择文件夹…' }).click();
  await page.getByRole('radio', { name: `文件夹：${target}` }).waitFor();
  await page.getByLabel('交给谁').fill('山丹县教育局');
  await expectAccessible('submission');
  await page.getByRole('button', { name: '写到这里' }).click();
  await page.getByText('并逐个读回核对，与清单一致').waitFor({ timeout: 120_000 });
  return join(target, readdirSync(target).find((name) => !before.has(name)) ?? '');
}

describe('the first start', () => {
  it('makes the school and shows the recovery code until its end has been copied', async () => {
    await expectAccessible('first start');
    await page.getByRole('button', { name: '新建学校' }).click();
    await page.getByRole('textbox', { name: '学校全称' }).fill('山丹县清泉镇九年一贯制学校');
    await page.getByRole('textbox', { name: '您的姓名' }).fill('王办事');
    await page.getByLabel('密码').first().fill('清泉台账-2026');
    await page.getByLabel('再输一遍密码').fill('清泉台账-2026');
    await expectAccessible('new school');
    await page.getByRole('button', { name: '建立学校' }).click();
    const code = await page.getByRole('status', { name: '恢复码' }).innerText();
    expect(code).toMatch(/^[0-9A-Z]{5}(-[0-9A-Z]{5})+$/u);
    await expectAccessible('recovery code');
    const next = page.getByRole('button', { name: '已妥善保存，继续' });
    await expect.poll(() => next.isDisabled()).toBe(true);
    await page.getByLabel('最后 5 位').fill(code.slice(-5));
    await next.click();
    await page.getByRole('heading', { name: '开始的三步' }).waitFor();
    await expect.poll(() => page.locator('body').innerText()).not.toContain(code);
    await expectAccessible('first dashboard');
  });
});

describe('three Excel files', () => {
  it('bring the staff', async () => {
    const path = await fileOf('教职工花名册', {
      name: '花名册',
      title: '清泉学校教职工花名册',
      headers: ['序号', '姓名', '工号', '性别', '出生年月', '手机号', '人员类别', '职称'],
      rows: staffNames.map((name, index) => [
        index + 1,
        name,
        `T${100 + index}`,
        index % 2 === 0 ? '男' : '女',
        `198${index}-0${index + 1}-15`,
        `1383050000${index}`,
        '教师',
        '一级教师',
      ]),
    });
    await bringIn(path, 'staff', '花名册', staffNames.length);
  });

  it('bring terms, classes and pupils from one file with three sheets', async () => {
    const path = await fileOf(
      '班级和学生',
      {
        name: '校历',
        title: '',
        headers: ['学期', '学期序', '报到日期', '正式上课', '课程结束', '学期结束', '下午放学时间', '所属期'],
        rows: [
          [
            '2026—2027学年第一学期',
            '第一学期',
            '2026-08-30',
            '2026-08-31',
            '2027-01-15',
            '2027-01-22',
            '16:10',
            '2026-2027-1',
          ],
        ],
      },
      {
        name: '班级一览',
        title: '',
        headers: ['班级', '年级', '入学年份', '班主任'],
        rows: [['四年级1班', 4, 2023, '何秀兰']],
      },
      {
        name: '学生',
        title: '',
        headers: ['姓名', '性别', '出生日期', '班级', '监护人', '监护人电话'],
        rows: pupilNames.map((name, index) => [
          name,
          index % 2 === 0 ? '女' : '男',
          `2016-0${index + 1}-10`,
          '四年级1班',
          `${name.slice(0, 1)}建军`,
          `1390936000${index}`,
        ]),
      },
    );
    await bringIn(path, 'term', '校历', 1);
    await bringIn(path, 'schoolClass', '班级一览', 1);
    await bringIn(path, 'pupil', '学生', pupilNames.length);
  });

  it('bring branch and Party members, who are the same people as the staff', async () => {
    const path = await fileOf(
      '党支部和党员',
      {
        name: '党支部',
        title: '',
        headers: ['党支部名称', '简称', '成立日期', '主题党日固定日'],
        rows: [['中共山丹县清泉学校支部委员会', '清泉支部', '2012-07-01', 15]],
      },
      {
        name: '党员名册',
        title: '清泉支部党员名册',
        headers: ['姓名', '对应教职工', '性别', '出生年月', '入党时间', '党员类别', '所在党支部'],
        rows: memberNames.map((name, index) => [
          name,
          name,
          index % 2 === 0 ? '男' : '女',
          `198${index}-03-15`,
          '2008-07-01',
          '正式党员',
          '清泉支部',
        ]),
      },
    );
    await bringIn(path, 'branch', '党支部', 1);
    await bringIn(path, 'partyMember', '党员名册', memberNames.length);
    const { rows, titles } = await window.call('ledger.list', {
      query: { ledger: 'partyMember' },
      page: 0,
      pageSize: 50,
    });
    for (const { values } of rows) expect(titles[String(values['staff'])]).toBe(values['name']);
  });

  it('end the first steps on the dashboard', async () => {
    await window.go('/');
    await page.getByRole('heading', { name: '工作台' }).waitFor();
    await page.getByRole('heading', { name: '开始的三步' }).waitFor({ state: 'detached' });
  });
});

describe('a meeting', () => {
  it('is written with everybody’s attendance and a photo', async () => {
    await window.go('/ledger/partyMeeting/new');
    await choose('type', 'zbdy', '支部党员大会');
    await type('title', '第四季度支部党员大会');
    await choose('branch', '清泉', '清泉支部');
    await type('heldOn', '11-20');
    await type('startsAt', '1630');
    await type('endsAt', '1800');
    await type('place', '二楼党员活动室');
    await choose('host', 'sjg', '单建国');
    await choose('recorder', 'oyx', '欧阳雪');
    await type('topics', '学习贯彻全会精神；研究年度考核');

    await page.getByRole('button', { name: '全部出席：从名单填入' }).click();
    await page.getByRole('button', { name: `填入 ${memberNames.length} 人` }).click();
    await page.getByText(`共 ${memberNames.length} 人：出席 ${memberNames.length}`).waitFor();
    await page.getByLabel('查找党员并标记例外').focus();
    await page.keyboard.type('mzq');
    await page.keyboard.press('Space');
    // Sick is the first exception offered.
    await page.keyboard.press('Enter');
    await page.getByText('出席 4 · 病假 1').waitFor();
    const grid = page.getByRole('grid', { name: '出席情况' });
    const sick = grid.getByRole('row').filter({ hasText: '马志强' });
    await sick.getByRole('gridcell').nth(3).click();
    await page.keyboard.type('住院治疗');
    await type('body', '单建国同志传达全会精神，与会党员逐一发言。');

    await page.getByRole('combobox', { name: '附件类别' }).click();
    await page.getByRole('option', { name: '照片' }).click();
    const photo = await new Jimp({ width: 640, height: 480, color: 0x336699ff }).getBuffer('image/jpeg');
    const files = page.getByRole('group', { name: '附件' });
    const input = files.locator('input[type="file"]');
    // Saving waits for what is on its way, and doesn't leave the form without it.
    await input.setInputFiles({ name: '坏.jpg', mimeType: 'image/jpeg', buffer: photo.subarray(0, 700) });
    await page.getByRole('button', { name: '完成', exact: true }).click();
    await files.getByText(/“坏\.jpg”打不开/u).waitFor();
    await input.setInputFiles({ name: '会场.jpg', mimeType: 'image/jpeg', buffer: photo });
    await files.getByText('会场.jpg').waitFor();
    await expectAccessible('meeting form');
    await finish();
    const article = page.getByRole('article', { name: '第四季度支部党员大会' });
    await expect.poll(() => article.innerText()).toMatch(/马志强\s+病假\s+住院治疗/u);
    await article.getByText('会场.jpg').waitFor();
    await expectAccessible('meeting');
  });
});

describe('an appraisal', () => {
  it('is scored and graded', async () => {
    await window.go('/ledger/ethicsAppraisal/new');
    await choose('staff', 'hxl', '何秀兰');
    for (const field of ['selfScore', 'peerScore', 'pupilScore', 'parentScore', 'panelScore'])
      await type(field, '92');
    await page.getByRole('radio', { name: '优秀' }).check();
    await type('panelOpinion', '爱岗敬业，关爱学生，同意评为优秀。');
    await expectAccessible('appraisal form');
    await finish();
    const article = page.getByRole('article', { name: '何秀兰' });
    await expect.poll(() => article.innerText()).toMatch(/总分\s+92/u);
  });
});

describe('one week of service', () => {
  const days = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-20'] as const;

  it('begins with a plan and a course', async () => {
    await window.go('/ledger/servicePlan/new');
    await type('title', '2026年秋季学期课后服务方案');
    await type('startsAt', '1620');
    await type('endsAt', '1820');
    await expectAccessible('plan form');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByRole('tab', { name: '修改历史' }).waitFor();
    await window.go('/ledger/serviceCourse/new');
    await type('name', '四年级作业辅导');
    await choose('kind', '作业辅导', '作业辅导');
    await type('gradeFrom', '4');
    await type('gradeTo', '4');
    await choose('teacher', 'hxl', '何秀兰');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByRole('tab', { name: '修改历史' }).waitFor();
  });

  it.each(days)('has its session on %s with the teacher on duty, and its roll call', async (day) => {
    await window.go('/ledger/serviceSlot/new');
    await page.locator('#field-heldOn').waitFor();
    await type('heldOn', day);
    await type('startsAt', '1620');
    await type('endsAt', '1820');
    await choose('course', '作业', '四年级作业辅导');
    await page.getByRole('button', { name: '添加人员' }).click();
    await page.keyboard.type('hxl');
    await page.getByRole('option', { name: '何秀兰' }).first().waitFor();
    await page.keyboard.press('Enter');
    await expectAccessible('session form');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByRole('tab', { name: '修改历史' }).waitFor();

    await window.go('/ledger/serviceAttendance/new');
    await choose('slot', day, `${day} 四年级作业辅导`);
    await type('heldOn', day);
    await page.getByRole('button', { name: '全部到：从名单填入' }).click();
    await page.getByRole('button', { name: `填入 ${pupilNames.length} 人` }).click();
    await page.getByLabel('查找学生并标记例外').focus();
    await page.keyboard.type('zxy');
    await page.keyboard.press('Space');
    await page.keyboard.press('q');
    await page.keyboard.press('Enter');
    await page.getByText('到 5 · 请假 1').waitFor();
    await expectAccessible('roll call form');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByRole('tab', { name: '修改历史' }).waitFor();
  });
});

describe('the dashboard', () => {
  it('names what is missing: Thursday’s service, October’s Party day', async () => {
    await window.go('/');
    await page.getByRole('tab', { name: /^党建/u }).waitFor();
    await expectAccessible('dashboard');
    const due = await page.getByRole('region', { name: /要办的事/u }).innerText();
    expect(due).toMatch(/第 12 周 11月19日（星期四）没有课后服务安排/u);
    expect(due).toMatch(/2026年10月 清泉支部还没有主题党日记录/u);
    await page.getByRole('tab', { name: /^课后服务/u }).click();
    await page
      .getByRole('button', { name: /^再看 \d+ 条/u })
      .first()
      .click();
    const found = await page.getByRole('tabpanel').innerText();
    expect(found).toContain('11月19日（星期四）没有课后服务安排');
    // The week has no other gap.
    expect(found).not.toMatch(/11月(16|17|18|20)日（星期.）没有/u);
    await expectAccessible('dashboard: service');
  });

  it('leads from the gap to the form that closes it', async () => {
    await page
      .getByRole('region', { name: /要办的事/u })
      .getByRole('button', { name: /11月19日/u })
      .click();
    await page.locator('#field-heldOn').waitFor();
    await expect.poll(() => page.locator('#field-heldOn').inputValue()).toBe('2026-11-19');
    await page.getByRole('button', { name: '返回' }).click();
  });
});

describe('the files for the bureau', () => {
  it('leave into a folder, hold together, and say what was entered', async () => {
    const stick = mkdtempSync(join(folder, 'stick-'));
    const written = await handOver(/党建工作季报.*2026年第4季度/, stick);
    const { manifest } = valueOf(await verifySubmission(written));
    expect(manifest.files.length).toBeGreaterThanOrEqual(3);

    const names = readdirSync(written, { recursive: true, encoding: 'utf8' });
    const only = (pattern: RegExp): Buffer => {
      const found = names.filter((name) => pattern.test(name));
      expect(found, String(pattern)).toHaveLength(1);
      return readFileSync(join(written, found[0] ?? ''));
    };
    const minutes = new PizZip(only(/会议记录.*\.docx$/u)).file('word/document.xml')?.asText() ?? '';
    for (const text of ['二楼党员活动室', '单建国', '马志强', '学习贯彻全会精神'])
      expect(minutes).toContain(text);
    const roll = valueOf(await readWorkbook(only(/名册.*\.xlsx$/u)));
    const cells = roll.sheets.flatMap(({ rows }) => rows.flat().map(String));
    for (const name of memberNames)
      expect(cells.some((cell) => cell.replace(/\s/gu, '') === name)).toBe(true);
    expect(
      only(/统计.*\.pdf$/u)
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');

    const service = await handOver(/课后服务学期上报.*第一学期/, stick);
    valueOf(await verifySubmission(service));
    expect(readdirSync(stick)).toHaveLength(2);
  });
});
