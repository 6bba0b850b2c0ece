import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import PizZip from 'pizzip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { querySchema } from '#shared/contract/ledgers.ts';
import { createUuid } from '#shared/kernel/ids.ts';
import { emptyValues } from '#shared/ledger/schema.ts';
import { addAccess } from '#electron/store/tables/accessLog.ts';
import { lockedFieldsOf } from '#electron/services/ledgers/lockedFields.ts';
import { caseReports } from '#electron/services/reports/ethics/cases/casePaperReports.ts';
import { ethicsCase } from '#shared/ledgers/ethics/ethicsCase.ts';
import { findLedger } from '#shared/ledgers/index.ts';
import { firstSchool, startWindowless, type WindowlessApplication } from '../../support/application.ts';
import { failureOf, valueOf } from '../../support/temporarySchool.ts';

/** Every way by which words of a case's locked fields could reach somebody who isn't named on the case. */

const canaries = [
  '金丝雀举报人',
  '金丝雀电话',
  '金丝雀证据',
  '金丝雀笔录',
  '金丝雀方案',
  '金丝雀申辩',
  '金丝雀附件',
] as const;
const outsider = { name: '陈老师', password: '测试密码-外人-2026' };
const insider = { name: '李承办', password: '测试密码-承办-2026' };

let program: WindowlessApplication;
let caseId: string;
let attachmentId: string;

const newId = (): string => createUuid(Date.now(), crypto.getRandomValues(new Uint8Array(10)));

async function add(ledger: string, values: Record<string, unknown>, period: string | null = null) {
  const definition = findLedger(ledger);
  if (!definition) throw new Error(`no ledger ${ledger}`);
  const id = newId();
  valueOf(
    await program.call('ledger.save', {
      ledger,
      id,
      values: { ...emptyValues(definition), ...values },
      period,
      state: ledger === 'ethicsCase' ? 'draft' : 'finished',
      baseRevision: null,
    }),
  );
  return id;
}
async function become(accountName: string, password: string): Promise<void> {
  valueOf(await program.call('session.lock', {}));
  valueOf(await program.call('session.unlock', { accountName, password }));
}
function clean(answer: unknown, where: string): void {
  const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
  for (const canary of canaries) expect(text.includes(canary), `${where}: ${canary}`).toBe(false);
}

beforeAll(async () => {
  program = startWindowless();
  valueOf(await program.call('session.createSchool', { ...firstSchool }));
  for (const { name, password } of [outsider, insider])
    valueOf(await program.call('accounts.create', { name, password, roles: ['ethics'] }));
  const teacher = { sex: '女', staffKind: '专任教师', hiredOn: '2015-09-01' };
  const accused = await add('staff', { ...teacher, name: '周被查', staffNumber: 'T001' });
  const handler = await add('staff', { ...teacher, name: insider.name, staffNumber: 'T002' });
  const scan = valueOf(
    await program.call('attachment.add', {
      ledger: 'ethicsCase',
      kind: '调查笔录',
      name: '金丝雀附件.pdf',
      content: Buffer.from(`%PDF-1.4\n%${canaries[3]}\n%%EOF\n`).toString('base64'),
    }),
  );
  attachmentId = scan.ref.id;
  caseId = await add(
    'ethicsCase',
    {
      number: '2026-07',
      receivedOn: '2026-03-02',
      channel: '来信',
      named: '实名',
      complainant: canaries[0],
      complainantContact: canaries[1],
      staff: accused,
      handler,
      violation: 'V10 有偿补课',
      summary: '周末在家补课。',
      evidence: canaries[2],
      investigationPlan: canaries[4],
      defence: canaries[5],
      statements: [{ id: newId(), on: '2026-03-06', of: '家长', person: null, content: canaries[3] }],
      files: [scan.ref],
    },
    '2026',
  );
});
afterAll(() => program.remove());

it('every field that tells who complained is locked', () =>
  expect(lockedFieldsOf(ethicsCase)).toEqual([
    'complainant',
    'complainantContact',
    'investigationPlan',
    'evidence',
    'statements',
    'defence',
    'files',
  ]));

describe('an account of the ethics office that is not named on the case', () => {
  beforeAll(() => become(outsider.name, outsider.password));

  it('sees the case without its locked fields, in every view', async () => {
    const query = querySchema.parse({ ledger: 'ethicsCase' });
    clean(valueOf(await program.call('ledger.get', { ledger: 'ethicsCase', id: caseId })), 'record');
    clean(valueOf(await program.call('ledger.history', { ledger: 'ethicsCase', id: caseId })), 'history');
    clean(await program.call('ledger.list', { query, page: 0, pageSize: 50 }), 'list');
    clean(await program.call('ledger.latest', { ledger: 'ethicsCase' }), 'latest');
    clean(await program.call('ledger.statistics', { query }), 'statistics');
    clean(await program.call('ledger.lookup', { ledger: 'ethicsCase', text: '2026' }), 'lookup');
    clean(await program.call('ethics.cases', {}), 'board');
    const view = valueOf(await program.call('ethics.case', { id: caseId }));
    clean(view, 'case page');
    expect(view).toMatchObject({ seesLocked: false, looks: null });
    clean(await program.call('draft.list', { ledger: 'ethicsCase' }), 'drafts');
    clean(await program.call('import.batches', {}), 'imports');
    clean(await program.call('submission.tasks', {}), 'submissions');
    clean(await program.call('checks.dashboard', {}), 'dashboard');
    clean(await program.call('reports.catalogue', {}), 'catalogue');
    for (const canary of ['金丝雀', ...canaries])
      expect(valueOf(await program.call('search.everywhere', { text: canary, limit: 20 }))).toEqual([]);
  });

  it('can neither read nor change what it does not see', async () => {
    expect(
      (await program.call('attachment.read', { ledger: 'ethicsCase', recordId: caseId, attachmentId })).ok,
    ).toBe(false);
    const { record } = valueOf(await program.call('ledger.get', { ledger: 'ethicsCase', id: caseId }));
    valueOf(
      await program.call('ledger.save', {
        ledger: 'ethicsCase',
        id: caseId,
        values: { ...record.values, happened: '2026年2月' },
        period: record.period,
        state: 'draft',
        baseRevision: record.revision,
      }),
    );
  });

  it('makes the papers without locked content, and is refused the others', async () => {
    for (const { name, label, locked } of caseReports) {
      const path = join(program.root, '..', `${name}.docx`);
      const order = { jobId: randomUUID(), name, recordId: caseId, purpose: '检查', recipient: '本校' };
      const saved = await program.call('reports.save', { ...order, format: 'docx', path });
      const previewed = await program.call('reports.preview', { name, recordId: caseId });
      expect(saved.ok, label).toBe(locked !== true);
      expect(previewed.ok, label).toBe(locked !== true);
      clean(previewed, label);
      if (locked) expect(failureOf(saved).sentence).toContain('只有这件事的承办人、调查人员和负责人能看');
      else clean(unzipped(path), label);
    }
  });

  it('finds nothing in the recycle bin', async () => {
    valueOf(
      await program.call('ledger.remove', { ledger: 'ethicsCase', ids: [caseId], reason: '检查回收站' }),
    );
    clean(valueOf(await program.call('ledger.recycleBin', {})), 'recycle bin');
    valueOf(await program.call('ledger.undelete', { ledger: 'ethicsCase', ids: [caseId] }));
  });

  it('gets a sheet of import problems back without the column of the complainant', async () => {
    const text = `编号\t登记日期\t举报人\n2026-09\t不是日期\t${canaries[0]}\n`;
    const source = valueOf(await program.call('import.paste', { ledger: 'ethicsCase', text }));
    const [sheet] = source.sheets;
    if (!sheet) throw new Error('nothing pasted');
    const { importId } = source;
    const preview = valueOf(
      await program.call('import.preview', {
        importId,
        jobId: randomUUID(),
        sheet: sheet.sheet,
        ledger: 'ethicsCase',
        mapping: [...sheet.mapping],
        period: '2026',
      }),
    );
    expect(preview.counts.problem).toBe(1);
    const path = join(program.root, '..', '问题.xlsx');
    program.answers.push(path);
    valueOf(await program.call('import.saveProblems', { importId }));
    clean(unzipped(path), 'problem sheet');
    expect(unzipped(path)).toContain('2026-09');
  });
});

describe('the handler', () => {
  beforeAll(() => become(insider.name, insider.password));

  it('sees everything and prints every paper, each look written down without a word of it', async () => {
    const { record } = valueOf(await program.call('ledger.get', { ledger: 'ethicsCase', id: caseId }));
    expect(record.values['complainant']).toBe(canaries[0]);
    expect(record.values['evidence']).toBe(canaries[2]);
    valueOf(await program.call('attachment.read', { ledger: 'ethicsCase', recordId: caseId, attachmentId }));
    const copy = join(program.root, '..', '笔录.pdf');
    valueOf(
      await program.call('attachment.save', {
        ledger: 'ethicsCase',
        recordId: caseId,
        attachmentId,
        path: copy,
      }),
    );
    for (const { name, label } of caseReports) {
      const path = join(program.root, '..', `${name}-承办.docx`);
      valueOf(
        await program.call('reports.save', {
          jobId: randomUUID(),
          name,
          recordId: caseId,
          format: 'docx',
          purpose: '归入案卷',
          recipient: '本校',
          path,
        }),
      );
      expect(unzipped(path).length, label).toBeGreaterThan(1000);
    }
    expect(unzipped(join(program.root, '..', 'caseRegistration-承办.docx'))).toContain(canaries[0]);
  });
});

describe('the head', () => {
  beforeAll(() => become(firstSchool.accountName, firstSchool.password));

  it('reads on the case page who looked, by name and paper', async () => {
    const { looks } = valueOf(await program.call('ethics.case', { id: caseId }));
    const lines = looks?.map(({ accountName, what }) => `${accountName} ${what}`) ?? [];
    expect(lines).toContain(`${insider.name} 查看：投诉举报与案件的受限内容`);
    expect(lines).toContain(`${insider.name} 制作文书：投诉举报登记表（含受限内容）`);
    expect(lines).toContain(`${insider.name} 查看附件：调查笔录（受限内容）`);
    expect(lines.filter((line) => line.startsWith(outsider.name))).toEqual([]);
    clean(lines, 'looks');
    clean(valueOf(await program.call('access.log', {})), 'access log');
    clean(valueOf(await program.call('export.log', {})), 'export log');
    const findings = valueOf(await program.call('checks.findings', {}));
    clean(findings, 'findings');
    expect(findings.filter(({ ruleId }) => ruleId === 'PRV-05')).toEqual([]);
  });

  it('a look by somebody who was not named then is found', async () => {
    const store = program.app.session.current()?.store;
    store?.write({ accountId: 'x', accountName: outsider.name, at: program.clock.now() }, (w) =>
      addAccess(w, { what: '查看', ledger: 'ethicsCase', recordId: caseId }),
    );
    const findings = valueOf(await program.call('checks.findings', {}));
    expect(findings.filter(({ ruleId }) => ruleId === 'PRV-05')).toHaveLength(1);
  });

  it('no table of logs, index, settings or batches, no file and no file name holds a word', async () => {
    valueOf(await program.call('backup.create', { jobId: randomUUID(), target: 'usual' }));
    const { store } = program.app.session.current() ?? {};
    for (const table of [
      'access_log',
      'export_log',
      'search_entry',
      'search_text',
      'recent_choice',
      'setting',
      'draft',
      'saved_view',
      'import_batch',
      'import_mapping',
      'finding_override',
    ])
      clean(store?.read.db.prepare(`SELECT * FROM ${table}`).all() ?? [], table);
    const paths = readdirSync(program.root, { recursive: true, encoding: 'utf8' }).map((name) =>
      join(program.root, name),
    );
    expect(paths.some((path) => basename(path) === 'school.ledger')).toBe(true);
    for (const path of paths) {
      clean(path, 'file name');
      if (!statSync(path).isFile()) continue;
      const bytes = readFileSync(path);
      for (const canary of canaries)
        for (const encoding of ['utf8', 'utf16le'] as const)
          expect(bytes.includes(Buffer.from(canary, encoding)), `${path} ${canary}`).toBe(false);
    }
  });
});

function unzipped(path: string): string {
  const zip = new PizZip(readFileSync(path));
  return Object.values(zip.files)
    .filter((entry) => !entry.dir)
    .map((entry) => entry.asText())
    .join('\n');
}
