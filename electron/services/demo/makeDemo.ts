import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { AnswerOf, Channel, InputOf } from '../../../shared/contract/index.ts';
import { success, type Result } from '../../../shared/kernel/result.ts';
import { demoFiles } from './demoFiles.ts';
import { addDemoAppraisal } from './addDemoAppraisal.ts';
import { addDemoDevelopment } from './addDemoDevelopment.ts';
import { addDemoPlan } from './addDemoPlan.ts';
import { addDemoServiceDays } from './addDemoServiceDays.ts';
import { addDemoEthicsCampaigns } from './addDemoEthicsCampaigns.ts';
import { attachDemoPapers } from './attachDemoPapers.ts';
import { demoSchoolName } from './demoPeople.ts';
import type { DemoFile } from './demoSheet.ts';
import { writeDemoFile } from './writeDemoFile.ts';

/** Account and password of every demo school; they are shown, and protect nothing but invented data. */
export const demoAccount = { name: '演示员', password: 'shandan2026' } as const;

export interface DemoSurroundings {
  /** The calls the window makes: the demo takes no other way in than a clerk. */
  readonly call: <C extends Channel>(channel: C, input: InputOf<C>) => Promise<AnswerOf<C>>;
  /** Where the Excel files are put before they are imported. */
  readonly filesFolder: string;
  readonly onProgress: (phrase: string, done: number, total: number) => void;
}

export interface DemoOutcome {
  readonly recoveryCode: string;
  readonly files: readonly string[];
  readonly imported: readonly { readonly ledger: string; readonly created: number }[];
}

/**
 * Makes the demo school in the application's folder: writes the Excel and csv files such as a school has, then takes
 * them in by the real import, as a clerk would. Ends with the school open. The first refusal ends it.
 */
export async function makeDemo(surroundings: DemoSurroundings): Promise<Result<DemoOutcome>> {
  const { call, filesFolder, onProgress } = surroundings;
  const files = demoFiles();
  const steps = files.reduce((sum, file) => sum + file.imports.length, 0) + 2;
  let done = 0;

  onProgress('正在建立演示学校', done, steps);
  const school = await call('session.createSchool', {
    schoolName: demoSchoolName,
    schoolType: '九年一贯制学校',
    accountName: demoAccount.name,
    password: demoAccount.password,
  });
  if (!school.ok) return school;
  await mkdir(filesFolder, { recursive: true });

  const paths: string[] = [];
  const imported: { ledger: string; created: number }[] = [];
  for (const file of files) {
    const written = await writeDemoFile(filesFolder, file);
    if (!written.ok) return written;
    paths.push(written.value);
    for (const order of file.imports) {
      done += 1;
      onProgress(`正在导入“${file.name}”的“${order.sheet}”`, done, steps);
      const batch = await importSheet(call, written.value, order);
      if (!batch.ok) return batch;
      imported.push(batch.value);
    }
  }
  onProgress('正在放入签到表和照片', steps - 1, steps);
  const attached = await attachDemoPapers(call);
  if (!attached.ok) return attached;
  const developed = await addDemoDevelopment(call);
  if (!developed.ok) return developed;
  const planned = await addDemoPlan(call);
  if (!planned.ok) return planned;
  const served = await addDemoServiceDays(call);
  if (!served.ok) return served;
  const campaigned = await addDemoEthicsCampaigns(call);
  if (!campaigned.ok) return campaigned;
  onProgress('正在办理师德考核', steps - 1, steps);
  const appraised = await addDemoAppraisal({ call, filesFolder });
  if (!appraised.ok) return appraised;
  onProgress('演示学校已建好', steps, steps);
  return success({ recoveryCode: school.value.recoveryCode, files: paths, imported });
}

async function importSheet(
  call: DemoSurroundings['call'],
  path: string,
  order: DemoFile['imports'][number],
): Promise<Result<{ ledger: string; created: number }>> {
  const source = await call('import.choose', { jobId: randomUUID(), path });
  if (!source.ok) return source;
  const sheet = source.value?.sheets.find((each) => each.sheet === order.sheet) ?? source.value?.sheets[0];
  // A sheet that its own import takes for something else is a fault of the program, not of the data.
  if (!source.value || !sheet || sheet.ledger !== order.ledger) {
    throw new Error(`${order.sheet}: recognised as ${sheet?.ledger ?? 'nothing'}, not ${order.ledger}`);
  }
  const preview = await call('import.preview', {
    importId: source.value.importId,
    jobId: randomUUID(),
    sheet: sheet.sheet,
    ledger: order.ledger,
    mapping: [...sheet.mapping],
    period: order.period ?? null,
  });
  if (!preview.ok) return preview;
  if (preview.value.counts.problem > 0) {
    const [first] = preview.value.problems;
    throw new Error(
      `${order.sheet}: ${preview.value.counts.problem} problem rows, first: ${first?.row} ${first?.column} ${first?.sentence}`,
    );
  }
  const batch = await call('import.commit', {
    importId: source.value.importId,
    jobId: randomUUID(),
    skipProblems: false,
  });
  return batch.ok ? success({ ledger: order.ledger, created: batch.value.created }) : batch;
}

/** Folder beside the school's data where the in-program demo keeps its files. */
export function demoFilesFolder(root: string): string {
  return join(root, '演示用表格');
}
