import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import { describe, expect, it } from 'vitest';
import { openSchoolWindow } from '../support/schoolWindow.ts';

const window = await openSchoolWindow();

describe('what the unlock screen is made of', () => {
  it('holds no table, chart, calendar, address, dictionary or ledger: these are read when they are needed', async () => {
    const chunks = await rendererChunks();
    const entry = [...chunks.values()].find((chunk) => chunk.isEntry);
    const first = new Set<string>();
    const visit = (file: string): void => {
      const chunk = chunks.get(file);
      if (!chunk || first.has(file)) return;
      first.add(file);
      chunk.imports.forEach(visit);
    };
    visit(entry?.fileName ?? '');
    const modules = [...first].flatMap((file) => Object.keys(chunks.get(file)?.modules ?? {}));
    expect(modules.some((module) => module.endsWith('/renderer/session/UnlockScreen.tsx'))).toBe(true);
    expect(modules.filter((module) => readLater.test(module))).toEqual([]);
  });
});

/** Heavy parts; of the table and the calendar only their Chinese words belong to the theme. */
const readLater =
  /node_modules\/(@mui\/x-(data-grid|date-pickers|charts)\/(?!locales\/|utils\/getGridLocalization)|pinyin-pro\/|react-router\/|dayjs\/)|\/shared\/ledgers\/|\/renderer\/app\/routes/;

async function rendererChunks(): Promise<ReadonlyMap<string, Rolldown.OutputChunk>> {
  const built = await build({
    configFile: fileURLToPath(new URL('../../build/vite.renderer.config.ts', import.meta.url)),
    logLevel: 'warn',
    build: { write: false },
  });
  if (!('output' in built)) throw new Error('one output was expected');
  return new Map(
    built.output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])),
  );
}

describe('the unlock screen', () => {
  it('finds one of many accounts by the initials of the name', async () => {
    for (const name of ['赵明', '钱小红', '孙国庆', '李晓', '周平', '吴敏', '郑华', '王芳', '冯军'])
      await window.call('accounts.create', { name, roles: ['partyAffairs'], password: '同事密码-2026' });
    await window.call('session.lock', {});
    const { page } = window;
    const names = page.getByRole('combobox', { name: '姓名' });
    await names.fill('sgq');
    await page.getByRole('option', { name: '孙国庆' }).waitFor();
    expect(await page.getByRole('option').count()).toBe(1);
    await page.keyboard.press('Enter');
    await page.getByLabel('密码', { exact: true }).fill('同事密码-2026');
    await page.keyboard.press('Enter');
    await page.getByRole('banner').getByText('孙国庆').waitFor();
  });
});
