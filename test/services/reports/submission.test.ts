import { createHash, randomUUID } from 'node:crypto';
import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import PizZip from 'pizzip';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { readWorkbook } from '#electron/documents/readWorkbook.ts';
import type { Caller } from '#electron/ipc/handlers.ts';
import { createRouter } from '#electron/ipc/router.ts';
import type { Session } from '#electron/services/accounts/session.ts';
import { manifestName } from '#electron/services/submissions/manifest.ts';
import { realDisk, type SubmissionDisk } from '#electron/services/submissions/submissionDisk.ts';
import { submissionHandlers } from '#electron/services/submissions/submissionHandlers.ts';
import { verifySubmission } from '#electron/services/submissions/verifySubmission.ts';
import {
  clearUp,
  writeSubmissionFolder,
  type SubmissionContent,
} from '#electron/services/submissions/writeSubmissionFolder.ts';
import { listExports } from '#electron/store/tables/exportLog.ts';
import type { SubmissionReceipt } from '#shared/contract/reports.ts';
import { failure, type Result } from '#shared/kernel/result.ts';
import { partyMeeting } from '#shared/ledgers/partyLife/partyMeeting.ts';
import { failureOf, valueOf } from '../../support/temporarySchool.ts';
import { reportDesk, type ReportDesk } from './reportDesk.ts';

/** A task is handed over on a stick: real files, real job threads, a real browser for the PDFs. */

let desk: ReportDesk;
let handlers: ReturnType<typeof submissionHandlers>;
beforeAll(() => {
  desk = reportDesk();
  handlers = submissionHandlers(desk.app);
});
afterAll(async () => {
  expect(desk.crashes).toEqual([]);
  await desk.close();
});
afterEach(() => {
  for (const name of readdirSync(desk.stick)) rmSync(join(desk.stick, name), { recursive: true });
});

const words = { purpose: '按通知上报', recipient: '县教育局' };

async function handOver(
  taskId: string,
  period: string,
  caller = desk.as('head'),
  jobId: string = randomUUID(),
): Promise<Result<SubmissionReceipt>> {
  return handlers['submission.write']({ jobId, taskId, period, target: desk.stick, ...words }, caller);
}

function digestOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

describe('a term of after-school service', () => {
  test('leaves as a folder that can be read back, every file as its manifest says', async () => {
    const receipt = valueOf(await handOver('serviceTerm', '2026-2027-1'));
    expect(readdirSync(desk.stick)).toEqual(['山丹县清泉学校_课后服务学期上报_2026—2027学年第一学期']);

    const { manifest } = valueOf(await verifySubmission(receipt.folder));
    expect(manifest).toMatchObject({
      school: { name: '山丹县清泉学校' },
      task: { id: 'serviceTerm', label: '课后服务学期上报' },
      period: '2026-2027-1',
      madeBy: '王办事',
      recipient: '县教育局',
    });
    expect(manifest.files).toHaveLength(4);
    for (const file of manifest.files) expect(digestOf(join(receipt.folder, file.name))).toBe(file.sha256);
    expect(readdirSync(receipt.folder).toSorted()).toEqual(
      [manifestName, ...manifest.files.map(({ name }) => name)].toSorted(),
    );

    const [sheet, , hours, roster] = manifest.files.map(({ name }) =>
      readFileSync(join(receipt.folder, name)),
    );
    const statistics = valueOf(await readWorkbook(sheet ?? Buffer.alloc(0)));
    expect(JSON.stringify(statistics.sheets[0]?.rows)).toContain('学生参与率');
    expect(JSON.stringify(valueOf(await readWorkbook(hours ?? Buffer.alloc(0))).sheets)).toContain('张伟');
    expect(new PizZip(roster ?? Buffer.alloc(0)).file('word/document.xml')?.asText()).toContain(
      '三年级作业辅导1班',
    );
    const pdf = manifest.files.find(({ name }) => name.endsWith('.pdf'))?.name ?? '';
    expect(readFileSync(join(receipt.folder, pdf)).subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('is written down in the export log, file by file, and as one hand-over', async () => {
    const before = listExports(desk.school.store.read).length;
    desk.school.setNow('2026-11-24T06:45:00.000Z');
    const receipt = valueOf(await handOver('serviceTerm', '2026-2027-1'));
    const lines = listExports(desk.school.store.read);
    expect(lines).toHaveLength(before + receipt.files.length);
    for (const file of receipt.files)
      expect(lines).toContainEqual(
        expect.objectContaining({
          accountName: '王办事',
          path: join(receipt.folder, file.name),
          sha256: file.sha256,
          profile: 'upward',
          ...words,
        }),
      );
    const [last] = valueOf(await handlers['submission.handOvers']({}, desk.as('head')));
    expect(last).toEqual({
      at: desk.school.clock.now(),
      accountName: '王办事',
      taskId: 'serviceTerm',
      periodWords: '2026—2027学年第一学期',
      folder: receipt.folder,
      fileCount: 4,
      ...words,
    });
  });

  test('is looked at before: every document with who and what leaves, and nothing is written', async () => {
    const documents = valueOf(
      await handlers['submission.documents'](
        { taskId: 'serviceTerm', period: '2026-2027-1' },
        desk.as('head'),
      ),
    );
    expect(documents.map(({ report, personCount, refusal }) => [report, personCount, refusal])).toEqual([
      ['serviceStatistics', 0, null],
      ['serviceHours', 4, null],
      ['weeklyRoster', 4, null],
    ]);
    expect(readdirSync(desk.stick)).toEqual([]);
  });

  test('without a single session says why it can’t be made, and the stick stays empty', async () => {
    const order = { taskId: 'serviceTerm', period: '2025-2026-1' };
    const documents = valueOf(await handlers['submission.documents'](order, desk.as('head')));
    expect(documents.at(-1)?.refusal).toContain('还没有课后服务排班');
    expect(failureOf(await handOver(order.taskId, order.period)).sentence).toContain('还没有课后服务排班');
    expect(readdirSync(desk.stick)).toEqual([]);
  });
});

describe('a quarter of Party life', () => {
  test('has one file per meeting, under names that every Windows takes', async () => {
    const [host = '', recorder = ''] = desk.sample.members;
    for (const title of ['学习“两会”: 上/下?', '学习“两会”: 上/下?', 'CON'])
      desk.sample.add(
        partyMeeting,
        {
          type: '主题党日',
          title,
          branch: desk.sample.branch,
          heldOn: '2026-12-05',
          startsAt: '09:00',
          endsAt: '10:00',
          place: '会议室',
          host,
          recorder,
          body: '内容。',
        },
        { period: '2026Q4' },
      );
    const receipt = valueOf(await handOver('partyQuarter', '2026Q4'));
    const { manifest } = valueOf(await verifySubmission(receipt.folder));
    const minutes = manifest.files.map(({ name }) => name).filter((name) => name.startsWith('会议记录/'));
    expect(minutes).toHaveLength(4);
    expect(new Set(minutes.map((name) => name.toLowerCase())).size).toBe(4);
    for (const name of minutes) expect(name.split('/')[1]).toMatch(/^[^<>:"/\\|?*]+[^<>:"/\\|?*. ]$/u);
    const [last] = valueOf(await handlers['submission.handOvers']({}, desk.as('partyAffairs')));
    expect(last).toMatchObject({ taskId: 'partyQuarter', folder: receipt.folder });
    expect(last?.fileCount).toBe(receipt.files.length);
  });

  test('names each blocking finding with the way to mend it', async () => {
    const tasks = valueOf(await handlers['submission.tasks']({ period: '2026Q4' }, desk.as('head')));
    const [task] = tasks;
    expect(task).toMatchObject({ id: 'partyQuarter', ready: false, dueOn: '2027-01-10' });
    for (const finding of task?.blocking ?? []) {
      expect(finding).toMatchObject({ severity: 'error', area: 'partyLife', override: null });
      expect(['open', 'create', 'list']).toContain(finding.remedy.kind);
    }
    expect(task?.blocking.length).toBeGreaterThan(0);
  });
});

describe('on a PC that can’t make PDF', () => {
  test('the same reports leave as Word and Excel, and nothing says that a PDF is there', async () => {
    const { desktop } = desk.app;
    const sentence = '这台电脑上没有找到浏览器，做不了 PDF。';
    const without = submissionHandlers({
      ...desk.app,
      desktop: { ...desktop, pdfFromHtml: async () => failure('unavailable', sentence) },
    });
    const order = { taskId: 'serviceTerm', period: '2026-2027-1', target: desk.stick, ...words };
    const receipt = valueOf(
      await without['submission.write']({ jobId: randomUUID(), ...order }, desk.as('head')),
    );
    expect(receipt.missing).toEqual({
      names: [expect.stringMatching(/课后服务统计表.*\.pdf$/u) as string],
      sentence,
    });
    const held = readdirSync(receipt.folder).filter((name) => name !== manifestName);
    expect(held.toSorted()).toEqual(receipt.files.map(({ name }) => name).toSorted());
    expect(held.some((name) => name.endsWith('.pdf'))).toBe(false);
    const { manifest } = valueOf(await verifySubmission(receipt.folder));
    expect(manifest.files.map(({ name }) => name).toSorted()).toEqual(held.toSorted());
  });
});

describe('a submission that was changed on its way', () => {
  test.each<[string, (folder: string, file: string) => void, string]>([
    [
      'a file with one more byte',
      (folder, file) => appendFileSync(join(folder, file), ' '),
      '内容和清单不一致',
    ],
    ['a missing file', (folder, file) => rmSync(join(folder, file)), '缺少'],
    ['an added file', (folder) => writeFileSync(join(folder, '多余.txt'), '多余'), '多余.txt'],
    [
      'another manifest',
      (folder) => {
        const path = join(folder, manifestName);
        writeFileSync(path, readFileSync(path, 'utf8').replace('县教育局', '市教育局'));
      },
      '签名对不上',
    ],
  ])('%s is found', async (_what, change, sentence) => {
    const receipt = valueOf(await handOver('ethicsPledges', '2026-2027'));
    change(receipt.folder, receipt.files[0]?.name ?? '');
    const found = failureOf(await verifySubmission(receipt.folder));
    expect(found.kind).toBe('damaged');
    expect(found.sentence).toContain(sentence);
  });
});

describe('when the stick fails', () => {
  const folderName = '学校_任务_2026年';
  const [first, second] = ['2026-11-24T08:00:00.000Z', '2026-11-24T09:00:00.000Z'];
  let folder: string;
  let earlier: SubmissionContent;
  let content: SubmissionContent;

  async function contentMadeAt(at: string): Promise<SubmissionContent> {
    desk.school.setNow(at);
    const made = valueOf(await handOver('ethicsPledges', '2026-2027'));
    const manifestText = readFileSync(join(made.folder, manifestName), 'utf8');
    const files = made.files.map(({ name }) => ({ name, bytes: readFileSync(join(made.folder, name)) }));
    return { target: desk.stick, folderName, attempt: 'abc', files, manifestText };
  }
  beforeAll(async () => {
    folder = join(desk.stick, folderName);
    earlier = await contentMadeAt(first);
    content = await contentMadeAt(second);
    for (const name of readdirSync(desk.stick)) rmSync(join(desk.stick, name), { recursive: true });
  }, 120_000);

  /** An earlier submission lies on the stick, and the next one is ready. */
  async function anEarlierOne(): Promise<void> {
    valueOf(await writeSubmissionFolder(earlier, () => undefined));
  }

  async function madeAt(): Promise<string> {
    return valueOf(await verifySubmission(folder)).manifest.madeAt;
  }

  const ioError = (code: string): Error => Object.assign(new Error(code), { code });

  test('the old one is replaced as a whole, and nothing else stays behind', async () => {
    await anEarlierOne();
    valueOf(await writeSubmissionFolder(content, () => undefined));
    expect(await madeAt()).toBe(second);
    expect(readdirSync(desk.stick)).toEqual([folderName]);
  });

  test.each<[string, Partial<SubmissionDisk>, string]>([
    ['not enough room', { freeBytes: async () => 10 }, '空间不够'],
    [
      'a write error in the last file',
      {
        writeFile: async (path, bytes) => {
          if (path.endsWith(manifestName)) throw ioError('ENOSPC');
          return realDisk.writeFile(path, bytes);
        },
      },
      '空间不够',
    ],
    [
      'a file that reads back otherwise',
      { writeFile: async (path, bytes) => realDisk.writeFile(path, path.endsWith('.pdf') ? '坏了' : bytes) },
      '内容和清单不一致',
    ],
    ['a folder that may not be written', { makeFolder: () => Promise.reject(ioError('EROFS')) }, '不许写入'],
    [
      'the swap torn off half-way',
      {
        rename: async (from, to) => {
          if (from.endsWith('.tmp')) throw ioError('EIO');
          return realDisk.rename(from, to);
        },
      },
      '可能已拔出',
    ],
  ])('%s leaves the old one whole and says so', async (_what, fault, sentence) => {
    await anEarlierOne();
    const failed = failureOf(
      await writeSubmissionFolder(content, () => undefined, { ...realDisk, ...fault }),
    );
    expect(failed.sentence).toContain(sentence);
    expect(failed.sentence).toContain('这里仍是上次的上报包，没有改动');
    expect(await madeAt()).toBe(first);
    expect(readdirSync(desk.stick)).toEqual([folderName]);
  });

  test('the same faults on an empty stick leave nothing and say so', async () => {
    const disk: SubmissionDisk = { ...realDisk, writeFile: () => Promise.reject(ioError('ENOSPC')) };
    const failed = failureOf(await writeSubmissionFolder(content, () => undefined, disk));
    expect(failed.sentence).toContain('这里没有留下上报包');
    expect(readdirSync(desk.stick)).toEqual([]);
  });

  test.each([
    ['with the place where it was mounted', false],
    ['while an empty folder stays in its place', true],
  ])(
    'a stick is pulled out in the middle %s: nobody can say, and the sentence says that',
    async (_how, mountPointStays) => {
      await anEarlierOne();
      const away = `${desk.stick}-away`;
      const failed = failureOf(
        await writeSubmissionFolder(content, (_phrase, done) => {
          if (done !== 1) return;
          renameSync(desk.stick, away);
          if (mountPointStays) mkdirSync(desk.stick);
        }),
      );
      expect(failed.sentence).toContain('可能已拔出');
      expect(failed.sentence).toContain('上次的上报包如果有，仍然完好');
      // Plugged in again: the old one is whole, and the next attempt clears up.
      rmSync(desk.stick, { recursive: true, force: true });
      renameSync(away, desk.stick);
      expect(await madeAt()).toBe(first);
      valueOf(await writeSubmissionFolder({ ...content, attempt: 'def' }, () => undefined));
      expect(readdirSync(desk.stick)).toEqual([folderName]);
    },
  );

  test('an attempt ended between the two renames gets its old one back; one at its very end counts', async () => {
    await anEarlierOne();
    renameSync(folder, join(desk.stick, `.${folderName}.abc.old`));
    mkdirSync(join(desk.stick, `.${folderName}.abc.tmp`));
    expect(await clearUp(content)).toBe('old');
    expect(readdirSync(desk.stick)).toEqual([folderName]);
    valueOf(await writeSubmissionFolder(content, () => undefined));
    expect(await clearUp(content)).toBe('new');
    rmSync(folder, { recursive: true });
    expect(await clearUp(content)).toBe('none');
  });
});

test('stopping while the documents are made leaves the stick and the log as they were', async () => {
  const before = listExports(desk.school.store.read).length;
  const jobId = randomUUID();
  const running = handOver('serviceTerm', '2026-2027-1', desk.as('head'), jobId);
  await expect
    .poll(() => desk.events.some((event) => event.type === 'job.progress' && event.jobId === jobId))
    .toBe(true);
  desk.app.jobs.cancel(jobId);
  const stopped = failureOf(await running);
  expect(stopped.kind).toBe('cancelled');
  expect(stopped.sentence).toContain('还没有往 U 盘写任何内容');
  expect(readdirSync(desk.stick)).toEqual([]);
  expect(listExports(desk.school.store.read)).toHaveLength(before);
});

describe('who may hand over', () => {
  function asked(caller: Caller): (channel: string, input: unknown) => Promise<Result<unknown>> {
    const session: Pick<Session, 'current' | 'lockIfIdle'> = {
      current: () => caller,
      lockIfIdle: () => Promise.resolve(),
    };
    return createRouter(handlers, session, {
      error: (_where, error) => {
        throw error;
      },
    });
  }
  const order = { taskId: 'partyQuarter', period: '2026Q4' };

  test('a reader may not, by any of the calls', async () => {
    const ask = asked(desk.as('reader'));
    const inputs: [string, unknown][] = [
      ['submission.tasks', {}],
      ['submission.documents', order],
      ['submission.handOvers', {}],
      ['submission.drives', {}],
      ['submission.chooseFolder', {}],
      ['submission.write', { ...order, jobId: randomUUID(), target: desk.stick, ...words }],
    ];
    for (const [channel, input] of inputs)
      expect(failureOf(await ask(channel, input)).kind).toBe('forbidden');
    expect(readdirSync(desk.stick)).toEqual([]);
  });

  test('a teacher of ethics neither sees nor hands over what is the Party’s', async () => {
    const ethics = desk.as('ethics');
    const tasks = valueOf(await handlers['submission.tasks']({}, ethics));
    expect(new Set(tasks.map(({ area }) => area))).toEqual(new Set(['ethics']));
    expect(failureOf(await handlers['submission.documents'](order, ethics)).kind).toBe('forbidden');
    expect(failureOf(await handOver(order.taskId, order.period, ethics)).kind).toBe('forbidden');
    const seen = valueOf(await handlers['submission.handOvers']({}, ethics));
    expect(seen.every(({ taskId }) => taskId === 'ethicsPledges')).toBe(true);
    expect(readdirSync(desk.stick)).toEqual([]);
  });

  test('a purpose and a recipient must be named', async () => {
    const ask = asked(desk.as('head'));
    const input = { ...order, jobId: randomUUID(), target: desk.stick, purpose: ' ', recipient: '' };
    const refused = failureOf(await ask('submission.write', input));
    expect(refused.problems?.map(({ path }) => path)).toEqual(['purpose', 'recipient']);
  });
});
