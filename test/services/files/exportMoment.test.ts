import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportLedgerJob } from '#electron/services/exports/exportLedgerJob.ts';
import { changeStore } from '#electron/services/school/unitOfWork.ts';
import { staff } from '#shared/ledgers/base/staff.ts';
import { valueOf } from '../../support/temporarySchool.ts';
import { head, schoolOffice } from '../schoolOffice.ts';

test('a list leaves as it was when the export began, although somebody saves meanwhile', async () => {
  const office = schoolOffice();
  const folder = mkdtempSync(join(tmpdir(), 'export-'));
  try {
    const id = office.add(staff, { name: '马兰', sex: '女', staffKind: '专任教师' });
    const exporting = office.reopen();
    const path = join(folder, '教职工.csv');
    const written = await exportLedgerJob(
      {
        query: { ledger: staff.id, period: null, search: '', filters: [], sort: [], deleted: false },
        columns: null,
        profile: 'internal',
        format: 'csvUtf8',
        path,
        temporaryPath: join(folder, '未完成'),
        unitName: '山丹县测试学校',
      },
      {
        progress: () => undefined,
        store: () => exporting,
        change: (account) => changeStore(exporting, office.clock, account),
        clock: {
          ...office.clock,
          // Asked when the list is known and no record read yet: a colleague saves at that moment.
          today: () => {
            valueOf(office.edit(staff, id, { name: '马兰芳' }, { by: head() }));
            return office.clock.today();
          },
        },
      },
    );
    expect(valueOf(written).rows).toBe(1);
    expect(readFileSync(path, 'utf8')).toContain('马兰,');
  } finally {
    office.remove();
    rmSync(folder, { recursive: true, force: true });
  }
});
