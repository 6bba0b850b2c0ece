import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createElectronDesktop } from '#electron/desktop/electronDesktop.ts';
import { success } from '#shared/kernel/result.ts';
import { valueOf } from '#test/support/temporarySchool.ts';
import { resetStandIn, standIn } from './electronStandIn.ts';

vi.mock('electron', async () => (await import('./electronStandIn.ts')).electronModule());

let folder: string;
beforeEach(() => {
  resetStandIn();
  folder = mkdtempSync(join(tmpdir(), 'electron-'));
  mkdirSync(join(folder, 'renderer'));
  writeFileSync(join(folder, 'renderer', 'index.html'), '<p>页面</p>');
  writeFileSync(join(folder, 'secret.txt'), 'outside');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function create() {
  const desktop = createElectronDesktop({ preload: '/app/preload.cjs', profileFolder: '/data/browser' });
  if (!desktop) throw new Error('no desktop');
  return desktop;
}
async function open(more: { developmentUrl?: string; headless?: boolean } = {}) {
  const desktop = create();
  const handle = vi.fn(async (channel: string, input: unknown) => success({ channel, input }));
  await desktop.openWindow({
    rendererFolder: join(folder, 'renderer'),
    title: '校园台账',
    stateFile: join(folder, 'window.json'),
    handle,
    ...more,
  });
  const window = standIn.windows[0];
  if (!window) throw new Error('no window');
  return { desktop, window, handle };
}
/** An event as Electron gives it to a listener that may refuse it. */
const anEvent = (url: string) => ({ url, preventDefault: vi.fn() });

describe('before the window', () => {
  it('there is one program per data folder: a second one ends and brings the first to the front', async () => {
    standIn.app.hasLock = false;
    expect(createElectronDesktop({ preload: '', profileFolder: '/data/browser' })).toBeNull();
    expect(standIn.said).toEqual(['quit']);
    resetStandIn();
    await open();
    standIn.said.length = 0;
    standIn.app.emit('second-instance');
    expect(standIn.said).toEqual(['restore', 'focus']);
  });

  it('the browser engine keeps its files apart, is in its sandbox and looks up no name', () => {
    create();
    expect(standIn.app.paths.get('userData')).toBe('/data/browser');
    expect(standIn.said).toContain('enableSandbox');
    expect(standIn.app.switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND');
    expect(standIn.app.switches.has('disable-background-networking')).toBe(true);
  });

  it('only a program run from its sources may reach the development server on the same PC', () => {
    standIn.app.isPackaged = false;
    create();
    expect(standIn.app.switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND, EXCLUDE 127.0.0.1');
  });

  it('our own scheme is a secure, standard origin that steps around no policy', () => {
    create();
    expect(standIn.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ]);
  });
});

describe('the window', () => {
  it('is isolated, in the sandbox, without Node, webviews, spell checker and developer tools', async () => {
    const { window } = await open();
    expect(window.options.webPreferences).toEqual({
      preload: '/app/preload.cjs',
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    });
    expect(standIn.defaultSession.spellChecker).toBe(false);
    expect(standIn.menu).toBeNull();
    expect(window.loaded).toBe('app://ledger/index.html');
  });

  it('is shown when it is ready, and never without a display', async () => {
    const shown = await open();
    expect(standIn.said).not.toContain('show');
    shown.window.emit('ready-to-show');
    expect(standIn.said).toContain('show');
    resetStandIn();
    const hidden = await open({ headless: true });
    hidden.window.emit('ready-to-show');
    expect(standIn.said).not.toContain('show');
  });

  it('remembers its size and place, and tells when it has been closed', async () => {
    const { desktop, window } = await open();
    window.emit('close');
    expect(JSON.parse(readFileSync(join(folder, 'window.json'), 'utf8'))).toEqual({
      x: 1,
      y: 2,
      width: 1000,
      height: 700,
      maximized: false,
    });
    window.destroy();
    await desktop.closed();
    desktop.send({ type: 'session.changed' });
    expect(window.webContents.sent).toEqual([]);
  });

  it('serves its files with the policy, and nothing outside the bundle', async () => {
    await open();
    const serve = standIn.defaultSession.handlers.get('app');
    const page = await serve?.({ url: 'app://ledger/index.html' });
    expect(page?.status).toBe(200);
    expect(await page?.text()).toBe('<p>页面</p>');
    expect(page?.headers.get('content-security-policy')).toContain("default-src 'none'");
    for (const url of [
      'app://ledger/..%2fsecret.txt',
      'app://ledger/../secret.txt',
      'app://other/index.html',
      'app://ledger/nothing.js',
    ])
      expect((await serve?.({ url }))?.status, url).toBe(404);
  });

  it('neither leaves its page nor opens another, nor hosts one', async () => {
    const { window } = await open();
    const { webContents } = window;
    for (const name of ['will-navigate', 'will-redirect', 'will-attach-webview'])
      for (const url of ['https://example.com/', 'file:///etc/passwd', 'app://print/x', 'about:blank']) {
        const event = anEvent(url);
        webContents.emit(name, event);
        expect(event.preventDefault, `${name} ${url}`).toHaveBeenCalled();
      }
    const reload = anEvent('app://ledger/index.html');
    webContents.emit('will-navigate', reload);
    expect(reload.preventDefault).not.toHaveBeenCalled();
    expect(webContents.windowOpenHandler?.({ url: 'app://ledger/' })).toEqual({ action: 'deny' });
  });

  it('gets no permission, no device and no download', async () => {
    await open();
    const { defaultSession } = standIn;
    for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'fileSystem']) {
      const answer = vi.fn();
      defaultSession.permissionRequest?.({}, permission, answer);
      expect(answer).toHaveBeenCalledWith(false);
      expect(defaultSession.permissionCheck?.({}, permission)).toBe(false);
    }
    expect(defaultSession.devicePermission?.({})).toBe(false);
    const download = anEvent('app://ledger/x');
    defaultSession.emit('will-download', download);
    expect(download.preventDefault).toHaveBeenCalled();
  });

  it.each([
    ['app://ledger/a.js', false],
    ['blob:app://ledger/1', false],
    ['data:image/png;base64,x', false],
    ['https://example.com/', true],
    ['http://127.0.0.1:5180/', true],
    ['ws://127.0.0.1/', true],
    ['file:///etc/passwd', true],
    ['ftp://example.com/', true],
  ])('requests %s: cancelled %s', async (url, cancel) => {
    await open();
    const answer = vi.fn();
    standIn.defaultSession.beforeRequest?.({ url }, answer);
    expect(answer).toHaveBeenCalledWith({ cancel });
  });

  it('lets the development server through when it was named, and nothing else', async () => {
    const { window } = await open({ developmentUrl: 'http://127.0.0.1:5180/' });
    expect(window.loaded).toBe('http://127.0.0.1:5180/');
    for (const [url, cancel] of [
      ['ws://127.0.0.1:5180/hot', false],
      ['http://127.0.0.1:5181/', true],
      ['https://example.com/', true],
    ] as const) {
      const answer = vi.fn();
      standIn.defaultSession.beforeRequest?.({ url }, answer);
      expect(answer, url).toHaveBeenCalledWith({ cancel });
    }
  });
});

describe('a call', () => {
  const invoke = (event: unknown, ...args: unknown[]) => standIn.ipc.get('ledger.invoke')?.(event, ...args);

  it('from the main frame of our page reaches the router', async () => {
    const { window, handle } = await open();
    const { webContents } = window;
    const event = { sender: webContents, senderFrame: webContents.mainFrame };
    expect(await invoke(event, 'session.state', {})).toEqual(
      success({ channel: 'session.state', input: {} }),
    );
    expect(handle).toHaveBeenCalledOnce();
  });

  it('from anything else never does', async () => {
    const { window, handle } = await open();
    const { webContents } = window;
    const frame = { url: 'app://ledger/index.html' };
    const elsewhere = { url: 'https://example.com/' };
    for (const event of [
      { sender: webContents, senderFrame: frame },
      { sender: webContents, senderFrame: null },
      { sender: {}, senderFrame: webContents.mainFrame },
    ])
      expect(await invoke(event, 'session.state', {})).toMatchObject({ failure: { kind: 'forbidden' } });
    Object.assign(webContents.mainFrame, elsewhere);
    expect(
      await invoke({ sender: webContents, senderFrame: webContents.mainFrame }, 'session.state', {}),
    ).toMatchObject({ failure: { kind: 'forbidden' } });
    expect(handle).not.toHaveBeenCalled();
  });

  it('without a channel name never does either', async () => {
    const { window, handle } = await open();
    const { webContents } = window;
    const event = { sender: webContents, senderFrame: webContents.mainFrame };
    expect(await invoke(event, { toString: 1 }, {})).toMatchObject({ failure: { kind: 'forbidden' } });
    expect(handle).not.toHaveBeenCalled();
  });
});

describe('the rest of the PC', () => {
  it('prints from a hidden window of its own that reaches nothing and runs no script of the page', async () => {
    const desktop = create();
    const pdf = desktop.pdfFromHtml('<p>台账</p>');
    await vi.waitFor(() => expect(standIn.windows[0]?.loaded).toMatch(/^app:\/\/print\//));
    const [window] = standIn.windows;
    const own = standIn.partitions.get('print');
    expect(window?.options).toMatchObject({ show: false });
    expect(window?.options.webPreferences).toMatchObject({
      session: own,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      devTools: false,
    });
    expect(Buffer.from(valueOf(await pdf)).toString()).toBe('%PDF-');
    expect(window?.destroyed).toBe(true);
    const answer = vi.fn();
    own?.beforeRequest?.({ url: 'https://example.com/' }, answer);
    expect(answer).toHaveBeenCalledWith({ cancel: true });
    // The page is gone with its window, and was never anybody else's.
    const served = await own?.handlers.get('app')?.({ url: window?.loaded ?? '' });
    expect(served?.status).toBe(404);
    expect(served?.headers.get('content-security-policy')).not.toContain('script-src');
  });

  it('asks for files through the system, and takes a closed dialog as an answer', async () => {
    const { desktop } = await open();
    expect(await desktop.chooseFile({ title: '选择', extensions: ['xlsx'] })).toBe('/chosen/file.xlsx');
    expect(await desktop.chooseSavePath({ title: '保存', fileName: 'a.xlsx' })).toBeNull();
  });

  it('seals with the key store of this user, and opens nothing that another PC has sealed', async () => {
    const { keyStore } = create();
    const secret = Uint8Array.from([1, 2, 255]);
    const sealed = await keyStore?.seal(secret);
    expect(Buffer.from((await keyStore?.open(sealed ?? secret)) ?? [])).toEqual(Buffer.from(secret));
    expect(await keyStore?.open(Buffer.from('foreign'))).toBeNull();
    standIn.keyStoreAvailable = false;
    expect(create().keyStore).toBeNull();
  });
});
