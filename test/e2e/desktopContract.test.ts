import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createChromiumDesktop, type ChromiumDesktop } from '../../electron/desktop/chromiumDesktop.ts';
import { findChromium } from '../../electron/desktop/findChromium.ts';
import { installedChromium } from '../support/storyBrowser.ts';
import { valueOf } from '../support/temporarySchool.ts';
import { startElectronProbe } from '../support/electronProbe.ts';
import { findElectron } from '../../build/scripts/findElectron.ts';
import { success } from '../../shared/kernel/result.ts';

/** What a test may do with either desktop: run an expression in our page, and see which calls arrived. */
interface Probe {
  evaluate(expression: string): Promise<unknown>;
  readonly calls: { readonly channel: string; readonly input: unknown }[];
  pdf(html: string): Promise<Uint8Array>;
  drives(): Promise<readonly { path: string; freeBytes: number; removable: boolean }[]>;
  send(): Promise<void>;
  stop(): Promise<void>;
}

const page = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>台账</title>
<script type="module" src="./main.js"></script><style>body{color:rgb(1,2,3)}</style></head>
<body><p id="mark">页面</p><iframe id="inner" srcdoc="<p>内页</p>"></iframe></body></html>`;
const script = `window.started = 'yes'; window.events = [];
window.stop = window.desktop.onEvent((event) => window.events.push(event));`;

const folder = mkdtempSync(join(tmpdir(), 'ledger-desktop-'));
const renderer = join(folder, 'renderer');

const desktops: { name: string; missing: string | null; start: () => Promise<Probe> }[] = [
  {
    name: 'chromium',
    missing:
      findChromium(process.platform, process.env) === null
        ? 'no Chromium, Chrome or Edge is installed'
        : null,
    start: startChromium,
  },
  {
    name: 'electron',
    missing: findElectron() === null ? 'the Electron binary is not installed' : null,
    start: () => startElectronProbe(folder, renderer),
  },
];

beforeAll(() => {
  mkdirSync(renderer);
  writeFileSync(join(renderer, 'index.html'), page);
  writeFileSync(join(renderer, 'main.js'), script);
  writeFileSync(join(folder, 'secret.txt'), 'outside the bundle');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

for (const { name, missing, start } of desktops) {
  describe.skipIf(missing !== null)(`${name} desktop${missing ? ` (skipped: ${missing})` : ''}`, () => {
    let probe: Probe;
    beforeAll(async () => {
      probe = await start();
    });
    afterAll(() => probe.stop());

    it('loads our page from the folder and runs only its own script', async () => {
      expect(await probe.evaluate('window.started')).toBe('yes');
      expect(await probe.evaluate("document.getElementById('mark').textContent")).toBe('页面');
    });

    it('carries a call to the router and its answer back', async () => {
      const answer = await probe.evaluate(
        "window.desktop.invoke('session.state', { 键: ['值', 1, null, true] })",
      );
      expect(answer).toEqual(success({ channel: 'session.state' }));
      expect(probe.calls.at(-1)).toEqual({ channel: 'session.state', input: { 键: ['值', 1, null, true] } });
    });

    it('gives the page nothing but invoke and onEvent', async () => {
      expect(await probe.evaluate('Object.keys(window.desktop).sort().join()')).toBe('invoke,onEvent');
      expect(await probe.evaluate('typeof window.require + typeof window.process')).toBe(
        'undefinedundefined',
      );
    });

    it('tells the page events until it stops listening', async () => {
      await probe.send();
      await expect.poll(() => probe.evaluate('window.events.length')).toBe(1);
      expect(await probe.evaluate('window.events[0].type')).toBe('session.changed');
      await probe.evaluate('window.stop()');
      await probe.send();
      await probe.evaluate('new Promise((done) => setTimeout(done, 200))');
      expect(await probe.evaluate('window.events.length')).toBe(1);
    });

    it('gives an inner frame no bridge', async () => {
      expect(await probe.evaluate("String(document.getElementById('inner').contentWindow.desktop)")).toBe(
        'undefined',
      );
    });

    it('lets the page neither fetch nor load anything from outside', async () => {
      const fetched = "fetch('https://example.com/').then(() => 'reached', () => 'refused')";
      expect(await probe.evaluate(fetched)).toBe('refused');
      const picture = `new Promise((done) => { const image = new Image(); image.onload = () => done('reached');
        image.onerror = () => done('refused'); image.src = 'https://example.com/a.png'; })`;
      expect(await probe.evaluate(picture)).toBe('refused');
    });

    it('serves nothing outside the bundle', async () => {
      const read = (
        address: string,
      ) => `new Promise((done) => { const link = document.createElement('script');
        link.onload = () => done('served'); link.onerror = () => done('refused'); link.src = ${JSON.stringify(address)};
        document.head.append(link); })`;
      expect(await probe.evaluate(read('main.js?again'))).toBe('served');
      expect(await probe.evaluate(read('..%2fsecret.txt'))).toBe('refused');
      expect(await probe.evaluate(read('%2e%2e/secret.txt'))).toBe('refused');
    });

    it('runs no inline script and evaluates no text', async () => {
      await probe.evaluate(`(() => { const mark = document.createElement('script');
        mark.textContent = 'window.inlineRan = 1'; document.head.append(mark); })()`);
      expect(await probe.evaluate('String(window.inlineRan)')).toBe('undefined');
    });

    it('neither leaves its page nor opens a window', async () => {
      await probe.evaluate("setTimeout(() => { location.href = 'https://example.com/'; }, 0)");
      await probe.evaluate("setTimeout(() => { window.open('https://example.com/'); }, 0)");
      await probe.evaluate('new Promise((done) => setTimeout(done, 500))');
      expect(await probe.evaluate('window.started')).toBe('yes');
      expect(await probe.evaluate("document.getElementById('mark').textContent")).toBe('页面');
    });

    it('grants no permission', async () => {
      const place = `new Promise((done) => navigator.geolocation.getCurrentPosition(
        () => done('given'), (error) => done(error.code === error.PERMISSION_DENIED ? 'denied' : error.message)))`;
      expect(await probe.evaluate(place)).toBe('denied');
      expect(await probe.evaluate('Notification.requestPermission()')).toBe('denied');
    });

    it('prints a page to PDF at the size of its own CSS, without running its script', async () => {
      const bytes =
        await probe.pdf(`<!doctype html><meta charset="utf-8"><style>@page{size:297mm 210mm;margin:0}
        </style><body><p>横向</p><script>document.body.innerHTML='<p style="page-break-before:always">x</p>'.repeat(9)</script>`);
      const text = Buffer.from(bytes).toString('latin1');
      expect(text.startsWith('%PDF-')).toBe(true);
      expect(text.match(/\/Type \/Page\b/g)).toHaveLength(1);
      const box = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(text);
      expect(Number(box?.[1])).toBeCloseTo(841.9, -1);
      expect(Number(box?.[2])).toBeCloseTo(595.3, -1);
    });

    it('names drives that can be written to, removable ones first', async () => {
      const drives = await probe.drives();
      expect(drives.length).toBeGreaterThan(0);
      for (const drive of drives) expect(drive.freeBytes).toBeGreaterThan(0);
      const order = drives.map((drive) => Number(drive.removable));
      expect(order).toEqual(order.toSorted((a, b) => b - a));
    });
  });
}

async function startChromium(): Promise<Probe> {
  const calls: Probe['calls'] = [];
  const desktop: ChromiumDesktop = createChromiumDesktop({
    executable: installedChromium(),
    profileFolder: join(folder, 'profile'),
  });
  await desktop.openWindow({
    rendererFolder: renderer,
    title: '校园台账',
    stateFile: join(folder, 'window.json'),
    headless: true,
    async handle(channel, input) {
      calls.push({ channel, input });
      return success({ channel });
    },
  });
  return {
    calls,
    evaluate: (expression) => desktop.page().evaluate(expression),
    pdf: async (html) => valueOf(await desktop.pdfFromHtml(html)),
    drives: () => desktop.drives(),
    async send() {
      desktop.send({ type: 'session.changed' });
    },
    stop: () => desktop.quit(),
  };
}
