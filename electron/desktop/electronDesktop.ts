import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  type OpenDialogOptions,
  type Session,
  type WebContents,
} from 'electron';
import { bridgeMessages } from '../../shared/contract/bridge.ts';
import { failure, success } from '../../shared/kernel/result.ts';
import type { Desktop, KeyStore, WindowOptions } from './desktop.ts';
import { listDrives } from './drives.ts';
import { appOrigin, isTrustedSender } from './senderGuard.ts';
import { answerFromBundle, printPolicy } from './rendererBundle.ts';
import { fitToDisplays, loadWindowState, saveWindowState, type WindowState } from './windowState.ts';

/** In memory only: printed pages leave nothing behind. */
const printPartition = 'print';
const printOrigin = 'app://print';

/**
 * The product's desktop. Call it before Electron is ready, once. `null` when the program already runs on this PC: then
 * the running one has been brought to the front, and this process should end.
 *
 * `preload` is the path of the built preload script, `profileFolder` takes the browser engine's own files.
 */
export function createElectronDesktop({
  preload,
  profileFolder,
}: {
  readonly preload: string;
  readonly profileFolder: string;
}): Desktop | null {
  // Before the lock, which is kept there: one program per data folder.
  app.setPath('userData', profileFolder);
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return null;
  }
  let window: BrowserWindow | null = null;
  let origin = appOrigin;
  const closing = Promise.withResolvers<void>();

  harden();
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('web-contents-created', (_, contents) => denyLeaving(contents, () => origin));
  // Without a listener Electron would quit here by itself, before the file is locked and backed up.
  app.on('window-all-closed', () => undefined);

  async function openWindow(options: WindowOptions): Promise<void> {
    await app.whenReady();
    Menu.setApplicationMenu(null);
    const developmentUrl = options.developmentUrl;
    if (developmentUrl) origin = new URL(developmentUrl).origin;
    serveBundle(options);
    const displays = screen.getAllDisplays().map((display) => display.workArea);
    const state = fitToDisplays(loadWindowState(options.stateFile), displays);
    const opened = createWindow(preload, state, options);
    window = opened;
    opened.on('close', () =>
      saveWindowState(options.stateFile, {
        ...opened.getNormalBounds(),
        maximized: opened.isMaximized(),
      }),
    );
    opened.on('closed', () => {
      window = null;
      closing.resolve();
    });
    askBeforeLeaving(opened);
    answerCalls(opened, options.handle, origin);
    if (!options.headless)
      opened.once('ready-to-show', () => {
        if (state.maximized) opened.maximize();
        opened.show();
      });
    await opened.loadURL(developmentUrl ?? `${appOrigin}/index.html`);
  }

  return {
    kind: 'electron',
    openWindow,
    send(event) {
      if (window && !window.isDestroyed()) window.webContents.send(bridgeMessages.event, event);
    },
    closed: () => closing.promise,
    async quit() {
      window?.destroy();
      app.quit();
    },
    ...fileDialogs(() => window),
    async showInFolder(path) {
      shell.showItemInFolder(path);
    },
    drives: listDrives,
    pdfFromHtml: (html) =>
      withPrintWindow(html, async (contents) =>
        success(await contents.printToPDF({ preferCSSPageSize: true, printBackground: true })),
      ),
    print: (html) =>
      withPrintWindow(
        html,
        (contents) =>
          new Promise<void>((resolve) => {
            // Called with `false` when the person closed the dialog, which is no failure.
            contents.print({ silent: false, printBackground: true }, () => resolve());
          }),
      ),
    get keyStore() {
      return electronKeyStore();
    },
  };
}

/** Before Electron is ready: the sandbox for every page, no names looked up, the scheme of our own pages. */
function harden(): void {
  app.enableSandbox();
  // No name is ever looked up, whatever asks for it, and no number called but the development server's.
  app.commandLine.appendSwitch(
    'host-resolver-rules',
    app.isPackaged ? 'MAP * ~NOTFOUND' : 'MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  );
  app.commandLine.appendSwitch('disable-background-networking');
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Answers the requests of our own pages from the bundle and refuses all others. */
function serveBundle({ developmentUrl, rendererFolder }: WindowOptions): void {
  const own = session.defaultSession;
  denyEverything(own, (address) => developmentUrl !== undefined && isOfHost(address, developmentUrl));
  own.protocol.handle('app', async (request) => {
    const { status, headers, body } = await answerFromBundle(rendererFolder, appOrigin, request.url);
    return new Response(status === 200 ? body : null, { status, headers });
  });
}

function createWindow(
  preload: string,
  state: WindowState,
  { title, developmentUrl }: WindowOptions,
): BrowserWindow {
  return new BrowserWindow({
    ...(state.x === undefined || state.y === undefined ? {} : { x: state.x, y: state.y }),
    width: state.width,
    height: state.height,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
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
      devTools: developmentUrl !== undefined,
    },
  });
}

function askBeforeLeaving(opened: BrowserWindow): void {
  opened.webContents.on('will-prevent-unload', (event) => {
    const leave = dialog.showMessageBoxSync(opened, {
      type: 'question',
      message: '有内容还没有保存，确定要关闭吗？',
      buttons: ['继续填写', '不保存，关闭'],
      defaultId: 0,
      cancelId: 0,
    });
    if (leave === 1) event.preventDefault();
  });
}

/** Calls are answered for the main frame of our own page alone. */
function answerCalls(opened: BrowserWindow, handle: WindowOptions['handle'], origin: string): void {
  ipcMain.handle(bridgeMessages.invoke, (event, channel: unknown, input: unknown) => {
    const frame = event.senderFrame;
    const trusted =
      frame !== null &&
      event.sender === opened.webContents &&
      isTrustedSender({ url: frame.url, isMainFrame: frame === opened.webContents.mainFrame }, origin);
    if (!trusted || typeof channel !== 'string')
      return failure('forbidden', '程序拒绝了来历不明的操作，请重新打开程序。');
    return handle(channel, input);
  });
}

function fileDialogs(
  windowNow: () => BrowserWindow | null,
): Pick<Desktop, 'chooseFile' | 'chooseFolder' | 'chooseSavePath'> {
  const saveOptions = (title: string, fileName: string) => ({
    title,
    defaultPath: join(app.getPath('documents'), fileName),
  });
  async function choose(options: OpenDialogOptions): Promise<string | null> {
    const window = windowNow();
    const chosen = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
    return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
  }
  return {
    chooseFile: ({ title, extensions }) =>
      choose({
        title,
        properties: ['openFile'],
        filters: [{ name: title, extensions: extensions.map((extension) => extension.replace(/^\./, '')) }],
      }),
    chooseFolder: ({ title }) => choose({ title, properties: ['openDirectory', 'createDirectory'] }),
    async chooseSavePath({ title, fileName }) {
      const options = saveOptions(title, fileName);
      const window = windowNow();
      const chosen = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options));
      return chosen.canceled || chosen.filePath === '' ? null : chosen.filePath;
    },
  };
}

function isOfHost(address: string, developmentUrl: string): boolean {
  return URL.canParse(address) && new URL(address).host === new URL(developmentUrl).host;
}

/** No page of ours leaves its address, opens a window or hosts another page. */
function denyLeaving(contents: WebContents, origin: () => string): void {
  const stay = (event: { preventDefault: () => void; readonly url: string }) => {
    if (!isTrustedSender({ url: event.url, isMainFrame: true }, origin())) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** No permission is ever given, and no request leaves the PC. `allowed` lets the development server through. */
function denyEverything(own: Session, allowed: (address: string) => boolean): void {
  own.setPermissionRequestHandler((_, __, answer) => answer(false));
  own.setPermissionCheckHandler(() => false);
  own.setDevicePermissionHandler(() => false);
  own.setSpellCheckerEnabled(false);
  own.webRequest.onBeforeRequest((details, answer) => {
    const inside = /^(?:app|blob|data):/.test(details.url);
    answer({ cancel: !inside && !allowed(details.url) });
  });
  own.on('will-download', (event) => event.preventDefault());
}

/** Pages being printed, by the address they are served at; they may be larger than a `data:` address can be. */
const printPages = new Map<string, string>();

/** Loads a page in a hidden window that can neither run the page's script nor reach anything, and uses it. */
async function withPrintWindow<T>(html: string, use: (contents: WebContents) => Promise<T>): Promise<T> {
  await app.whenReady();
  const own = session.fromPartition(printPartition);
  denyEverything(own, () => false);
  if (!own.protocol.isProtocolHandled('app'))
    own.protocol.handle('app', (request) => {
      const page = printPages.get(request.url);
      const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': printPolicy };
      return new Response(page ?? null, { status: page === undefined ? 404 : 200, headers });
    });
  const address = `${printOrigin}/${randomUUID()}`;
  printPages.set(address, html);
  const hidden = new BrowserWindow({
    show: false,
    webPreferences: {
      session: own,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
    },
  });
  try {
    await hidden.loadURL(address);
    // Ours, not the page's: the policy keeps the page's own script from running.
    await hidden.webContents.executeJavaScript('document.fonts.ready.then(() => true)');
    return await use(hidden.webContents);
  } finally {
    printPages.delete(address);
    hidden.destroy();
  }
}

/** `null` where the system has no real key store (a Linux without one would seal with a password that everybody knows). */
function electronKeyStore(): KeyStore | null {
  if (!app.isReady() || !safeStorage.isEncryptionAvailable()) return null;
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') return null;
  return {
    async seal(secret) {
      return safeStorage.encryptString(Buffer.from(secret).toString('base64'));
    },
    async open(sealed) {
      try {
        return Buffer.from(safeStorage.decryptString(Buffer.from(sealed)), 'base64');
      } catch {
        return null;
      }
    },
  };
}
