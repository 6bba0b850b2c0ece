import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import PizZip from 'pizzip';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { readWorkbook } from '#electron/documents/readWorkbook.ts';
import { verifySubmission } from '#electron/services/submissions/verifySubmission.ts';
import { failure } from '#shared/kernel/result.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { openSchoolWindow } from '../support/schoolWindow.ts';
import { valueOf } from '../support/temporarySchool.ts';

/** Documents leave the school: a report is looked at and saved, a term is handed over and read back. */

const term = '2026-2027-1';
const window = await openSchoolWindow();
const { page, folder } = window;
let meeting: string;

beforeAll(async () => {
  const branch = await window.add('branch', {
    name: '中共山丹县测试学校支部委员会',
    shortName: '第一党支部',
    foundedOn: '2010-01-01',
  });
  const members = [];
  for (const name of ['赵明', '钱小红', '孙国庆'])
    members.push(
      await window.add('partyMember', {
        name,
        sex: '男',
        branch,
        status: '正式党员',
        admittedOn: '2010-07-01',
        rollSince: '2015-09-01',
      }),
    );
  meeting = await window.add(
    'partyMeeting',
    {
      type: '支部党员大会',
      title: '第四季度支部党员大会',
      branch,
      heldOn: '2026-11-10',
      startsAt: '14:30',
      endsAt: '16:00',
      place: '会议室',
      host: members[0],
      recorder: members[1],
      topics: '学习全会精神',
      body: '逐项讨论了本季度的工作。',
      attendance: members.map((member) => ({ id: crypto.randomUUID(), member, state: '出席' })),
    },
    '2026-11',
  );
  await window.add(
    'term',
    {
      name: '2026—2027学年第一学期',
      season: '第一学期',
      startsOn: '2026-08-31',
      firstTeachingOn: '2026-09-01',
      lastTeachingOn: '2027-01-15',
      endsOn: '2027-01-18',
      lessonsEndAt: '16:20',
    },
    term,
  );
  const teacher = await window.add('staff', {
    name: '张伟',
    staffNumber: 'T001',
    sex: '男',
    staffKind: '专任教师',
  });
  const course = await window.add(
    'serviceCourse',
    { name: '三年级作业辅导', kind: '作业辅导', gradeFrom: 3, gradeTo: 3, room: '301' },
    term,
  );
  await window.add(
    'serviceSlot',
    {
      heldOn: '2026-11-23',
      startsAt: '16:30',
      endsAt: '18:00',
      kind: '课后服务',
      course,
      staffing: [{ id: crypto.randomUUID(), staff: teacher, role: '授课', hours: 2 }],
      confirmed: true,
    },
    term,
  );
});

const paper = () => page.frameLocator('iframe');

describe('a report', () => {
  it('is reached from its record, already filled in, and shows the page as it prints', async () => {
    await window.go(`/ledger/partyMeeting/${meeting}`);
    await page.getByRole('link', { name: '会议记录' }).click();
    await page.getByRole('heading', { name: '会议记录', level: 2 }).waitFor();
    await paper().getByText('支部党员大会会议记录').waitFor();
    await paper().getByText('逐项讨论了本季度的工作。').waitFor();
    await page.getByText('随文件离开学校的内容：3 人的姓名；敏感栏目：无。').waitFor();
    await expect
      .poll(() => page.getByRole('combobox', { name: '选择' }).inputValue())
      .toBe('第四季度支部党员大会');
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('is saved by the keyboard with a purpose and a recipient, which come again the next time', async () => {
    const path = join(folder, '会议记录.docx');
    window.answers.push(path);
    await page.getByRole('button', { name: '另存为 Word' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('input:focus').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('请写用途。').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.type('存档备查');
    await page.keyboard.press('Tab');
    await page.keyboard.type('山丹县教育局');
    await page.keyboard.press('Enter');
    await page.getByText('“会议记录”已保存并核对。').waitFor();
    const text = new PizZip(readFileSync(path)).file('word/document.xml')?.asText() ?? '';
    expect(text).toContain('第四季度支部党员大会');
    const [line] = await window.call('export.log', {});
    expect(line).toMatchObject({ what: '会议记录', purpose: '存档备查', recipient: '山丹县教育局', path });

    await page.getByRole('button', { name: '另存为 PDF' }).click();
    await expect.poll(() => page.getByLabel('交给谁').inputValue()).toBe('山丹县教育局');
    await page.keyboard.press('Escape');
  });

  it('of a period starts with the one of the switch and follows the steps', async () => {
    await page.getByRole('navigation', { name: '报表目录' }).getByRole('link', { name: '党员名册' }).click();
    await paper().getByText('山丹县测试学校党员名册').waitFor();
    await page.getByRole('group', { name: '时期' }).getByText('2026年').waitFor();
    await page.getByRole('button', { name: '前一年度' }).click();
    await page.getByRole('group', { name: '时期' }).getByText('2025年').waitFor();
    await paper().getByText('2025年12月31日').waitFor();
    expect(page.url()).toContain('period=2025');
  });

  it('that can’t be made says what is missing', async () => {
    await window.go('/reports?name=weeklyRoster&period=2026-10');
    await page.getByText('2026年10月还没有课后服务排班，请先排班。').waitFor();
    await expect.poll(() => page.getByRole('button', { name: '打印' }).isDisabled()).toBe(true);
    expect(await accessibilityProblems(page)).toEqual([]);
    await window.go('/reports?name=meetingMinutes');
    await page.getByText(/请在上面选一条/).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});

describe('a term', () => {
  it('is chosen, with what must be mended first and the form that mends it', async () => {
    await window.go('/submission');
    const tasks = page.getByRole('navigation', { name: '上报任务' });
    await tasks.waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await tasks.getByRole('link', { name: /党建工作季报.*2026年第4季度/ }).click();
    await page.getByRole('heading', { name: '1 报什么' }).waitFor();
    await page.getByRole('button', { name: '去处理' }).first().click();
    await page.waitForURL(/#\/ledger\//);
    await page.goBack();
    await tasks.getByRole('link', { name: /课后服务学期上报.*第一学期/ }).click();
    await page.getByRole('heading', { name: '课后服务学期上报 · 2026—2027学年第一学期' }).waitFor();
  });

  it('is looked at, document by document', async () => {
    const documents = page.getByRole('table', { name: '要交的文件' });
    await documents.getByRole('row', { name: /课后服务教师课时统计表.*Excel.*1 人/ }).waitFor();
    await page.getByRole('button', { name: /^预览 课后服务周排班表/ }).click();
    await paper().getByText('授课：张伟').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: /^收起 课后服务周排班表/ }).click();
  });

  it('is written to a folder, read back, and stands among the earlier ones', async () => {
    window.answers.push(folder);
    await page.getByRole('button', { name: '选择文件夹…' }).click();
    await page.getByRole('radio', { name: `文件夹：${folder}` }).waitFor();
    await expect
      .poll(() => page.getByLabel('用途').inputValue())
      .toBe('课后服务学期上报（2026—2027学年第一学期）');
    await expect.poll(() => page.getByLabel('交给谁').inputValue()).toBe('山丹县教育局');
    await page.getByRole('button', { name: '写到这里' }).click();
    await page.getByText('并逐个读回核对，与清单一致').waitFor({ timeout: 120_000 });
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('region', { name: '以前交过的' }).getByText('4 个').waitFor();
    await page
      .getByRole('navigation', { name: '上报任务' })
      .getByRole('link', { name: /课后服务学期上报.*第一学期.*2026-11-24 已交/ })
      .waitFor();

    const [name = ''] = readdirSync(folder).filter((each) => each.includes('课后服务'));
    const { manifest } = valueOf(await verifySubmission(join(folder, name)));
    expect(manifest).toMatchObject({ task: { id: 'serviceTerm' }, period: term, recipient: '山丹县教育局' });
    for (const file of manifest.files) {
      const bytes = readFileSync(join(folder, name, file.name));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256);
    }
    const hours = manifest.files.find(({ report }) => report === 'serviceHours')?.name ?? '';
    const sheets = valueOf(await readWorkbook(readFileSync(join(folder, name, hours)))).sheets;
    expect(JSON.stringify(sheets)).toContain('张伟');
  });

  it('leaves without its PDF where nothing can print, and says what is missing instead of a plain success', async () => {
    const sentence = '这台电脑上没有找到浏览器，做不了 PDF。';
    const printing = vi
      .spyOn(window.application.app.desktop, 'pdfFromHtml')
      .mockResolvedValue(failure('unavailable', sentence));
    await page.getByRole('button', { name: '写到这里' }).click();
    const notice = page.getByRole('alert').filter({ hasText: '缺少 1 个文件' });
    await notice.getByText(/课后服务统计表.*\.pdf。这台电脑上没有找到浏览器/).waitFor({ timeout: 120_000 });
    await notice.getByText('已写好 3 个文件').waitFor();
    expect(await notice.getAttribute('class')).toContain('Warning');
    expect(await accessibilityProblems(page)).toEqual([]);
    printing.mockRestore();
  });

  it('to a place that is gone says so, and what is there', async () => {
    const gone = join(folder, '拔出的 U 盘');
    window.answers.push(gone);
    await page.getByRole('button', { name: '选择文件夹…' }).click();
    await page.getByRole('button', { name: '写到这里' }).click();
    await page.getByText('U 盘可能已拔出，什么都没有写。').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});
