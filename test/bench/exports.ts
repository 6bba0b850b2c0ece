import { createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WorkbookWriter, type Style } from '@cj-tech-master/excelts';
import { read } from 'hucre';
import type { OutputCell } from '#electron/documents/writeWorkbook.ts';
import { exportLedgerJob } from '#electron/services/exports/exportLedgerJob.ts';
import { createRecord } from '#electron/store/records/records.ts';
import { cellText } from '#shared/ledger/cells.ts';
import { pupil } from '#shared/ledgers/base/pupil.ts';
import { schoolId, valueOf } from '../support/temporarySchool.ts';
import { openBenchSchool, unitName, type BenchSchool } from './benchSchool.ts';
import { compare } from './measure.ts';
import { inventPupils } from './pupils.ts';
import type { ScenarioContext, ScenarioResult } from './run.ts';
import { addClasses, columns, fullSize, jobContext } from './sheets.ts';

const runs = 3;
const perTransaction = 5000;
const thin = { style: 'thin' } as const;
const bodyStyle: Partial<Style> = {
  font: { name: '宋体', size: 11 },
  border: { top: thin, left: thin, bottom: thin, right: thin },
  numFmt: '@',
  alignment: { vertical: 'middle', horizontal: 'center' },
};

/** A long list out of the program, beside the bare writer of the same cells. */
export async function exports(context: ScenarioContext): Promise<ScenarioResult> {
  const count = Math.round(fullSize * context.scale);
  const folder = join(context.folder, `exports-${count}`);
  const school = openBenchSchool(folder);
  try {
    if (!school.found) addPupils(school, count);
    const path = join(folder, 'export.xlsx');
    const ours = async (): Promise<void> => {
      valueOf(
        await exportLedgerJob(
          {
            query: { ledger: pupil.id, period: null, search: '', filters: [], sort: [], deleted: false },
            format: 'xlsx',
            profile: 'internal',
            columns: [...columns],
            unitName,
            path,
            temporaryPath: `${path}.tmp`,
          },
          jobContext(school),
        ),
      );
    };
    await ours();
    const cells = await cellsOf(path);
    const plain = join(folder, 'plain.xlsx');
    const label = `export ${count.toLocaleString('en')} rows`;
    const figures = [
      await compare({ label, runs, ours, bare: () => writePlainly(plain, cells, null) }),
      await compare({
        label: `${label}, bare with the same styles`,
        runs,
        ours,
        bare: () => writePlainly(plain, cells, bodyStyle),
      }),
    ];
    return {
      title: 'A long list leaves',
      notes: [
        `${count.toLocaleString('en')} pupils × ${columns.length + 1} columns, xlsx; the job runs in the measuring thread.`,
        'Bare: `WorkbookWriter` of excelts writing the same cells into a file without styles, in the second line with font, borders and alignment for each cell, one style object for all. Ours also reads the records and their references, syncs the file and reads it back.',
      ],
      figures,
    };
  } finally {
    school.store.close();
  }
}

function addPupils(school: BenchSchool, count: number): void {
  const pupils = inventPupils(count, [...addClasses(school).keys()]);
  for (let made = 0; made < count; made += perTransaction)
    school.store.write(school.change, (w) => {
      for (let next = 0; next < perTransaction; next += 1) {
        const { value: values } = pupils.next();
        if (!values) return;
        valueOf(
          createRecord(w, pupil, { id: school.newId(), schoolId, values, period: null, state: 'finished' }),
        );
      }
    });
}

async function cellsOf(path: string): Promise<OutputCell[][]> {
  const { sheets: all } = await read(readFileSync(path));
  return (all[0]?.rows ?? []).map((row) =>
    row.map((cell) =>
      typeof cell === 'string' || typeof cell === 'number' || cell === null
        ? cell
        : cellText(cell instanceof Date ? cell.toISOString() : cell),
    ),
  );
}

async function writePlainly(
  path: string,
  rows: readonly (readonly OutputCell[])[],
  style: Partial<Style> | null,
): Promise<void> {
  const workbook = new WorkbookWriter({
    stream: createWriteStream(path),
    useStyles: style !== null,
    useSharedStrings: false,
  });
  const sheet = workbook.addWorksheet('学生');
  for (const cells of rows) {
    const row = sheet.addRow(cells);
    if (style) for (const index of cells.keys()) row.getCell(index + 1).style = style;
    row.commit();
  }
  sheet.commit();
  await workbook.commit();
}
