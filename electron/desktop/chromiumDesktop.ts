import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { platform } from 'node:os';
import { dirname } from 'node:path';
import { chromium, type Browser, type BrowserContext, type LaunchOptions, type Page } from 'playwright-core';
import { failure, success, type Result } from '../../shared/kernel/result.ts';
import type { DesktopEvent } from '../../shared/contract/index.ts';
import type { Desktop, WindowOptions } from './desktop.ts';
import { listDrives } from './drives.ts';
import { browserAdvice } from './findChromium.ts';
import { createPdfPrinter, showPrintPage } from './pdfPrinter.ts';
import { answerFromBundle } from './rendererBundle.ts';
import { isTrustedSender } from './senderGuard.ts';
import { askForPath, type DialogRequest } from './systemDialogs.ts';

/** Origin of our page. `.invalid` is reserved (RFC 2606): even a request that slipped through would reach nobody. */
const chromiumOrigin = 'https://ledger.invalid';

export interface ChromiumOptions {
  /** Path of an installed Chromium, Chrome or Edge; `findChromium` looks for one. `null` = no window and no PDF. */
  readonly executable: string | null;
  /** Folder of the browser's own files; it also remembers size and place of the window. */
  readonly profileFolder: string;
  /** Answers to the next file dialogs, taken from the front, for tests; when empty the person is asked. */
  readonly answers?: (string | null)[];
  /** Hands out a running headless browser that outlives this desktop; absent = one of its own, closed with it. */
  readonly sharedBrowser?: () => Promise<Browser>;
}

export interface ChromiumDesktop extends Desktop {
  /** The open page, for tests. Throws when there is none. */
  page(): Page;
}

/** Every way in which a browser would talk to anybody by itself is closed; requests of pages are answered by us. */
const quietArguments = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-pings',
  '--no-first-run',
  '--no-default-browser-check',
  '--deny-permission-prompts',
];

/** No name is ever looked up, and no number called but the development server's. */
const resolverArgument = (developmentUrl: string | undefined) =>
  `--host-resolver-rules=MAP * ~NOTFOUND${developmentUrl ? `, EXCLUDE ${new URL(developmentUrl).hostname}` : ''}`;

/** A window of a program, not a browser's: no tabs, no address, no notices, nothing offered to be translated. */
const windowArguments = [
  // An app window wants an address of its own kind; `about:blank` would open a tab.
  '--app=data:text/html,',
  '--window-size=1366,768',
  '--lang=zh-CN',
  '--test-type',
];

const contextSettings = { locale: 'zh-CN', serviceWorkers: 'block', acceptDownloads: false } as const;

interface OpenedPage {
  readonly context: BrowserContext;
  readonly page: Page;
}

export function createChromiumDesktop(options: ChromiumOptions): ChromiumDesktop {
  let context: BrowserContext | null = null;
  let page: Page | null = null;
  let browser: Promise<Browser> | null = null;
  /** Pages to be printed that we are opening ourselves at this moment. */
  let openingPrints = 0;
  const closing = Promise.withResolvers<void>();

  const launch = launchOptions(options.executable);
  const headlessBrowser =
    options.sharedBrowser ?? (() => (browser ??= startHeadlessBrowser(options.executable)));

  async function printingBrowser(): Promise<Result<Browser>> {
    if (options.executable === null)
      return failure('unavailable', `这台电脑上没有找到浏览器，做不了 PDF。${browserAdvice}`);
    try {
      return success(await headlessBrowser());
    } catch {
      browser = null;
      return failure('unavailable', `浏览器“${options.executable}”启动不了，做不了 PDF。${browserAdvice}`);
    }
  }

  async function openWindow(window: WindowOptions): Promise<void> {
    const { page: opened, context: own } = await (window.headless
      ? headlessPage(await headlessBrowser())
      : visiblePage(launch, options.profileFolder, window));
    context = own;
    page = opened;
    const origin = window.developmentUrl ? new URL(window.developmentUrl).origin : chromiumOrigin;
    // Grants nothing and thereby refuses everything without asking.
    await own.grantPermissions([]);
    await answerRequests(own, window, origin);
    await answerCalls(opened, window.handle, origin);
    // A second page can only come from somebody's attempt to open a window.
    own.on('page', (other) => {
      if (other !== opened && openingPrints === 0) void other.close();
    });
    opened.once('close', () => closing.resolve());
    own.once('close', () => closing.resolve());
    await opened.goto(window.developmentUrl ?? `${origin}/index.html`);
  }

  async function ask(request: DialogRequest): Promise<string | null> {
    const prepared = options.answers?.shift();
    return prepared === undefined ? askForPath(request) : prepared;
  }

  return {
    kind: 'chromium',
    openWindow,
    page() {
      if (!page) throw new Error('the window is not open');
      return page;
    },
    send(event) {
      if (!page || page.isClosed()) return;
      // A page that is just going away needs no event.
      page.evaluate(emitEvent, event).catch(() => undefined);
    },
    closed: () => closing.promise,
    async quit() {
      await context?.close();
      await (await browser)?.close();
      closing.resolve();
    },
    chooseFile: (request) => ask({ kind: 'file', ...request }),
    chooseFolder: (request) => ask({ kind: 'folder', ...request }),
    chooseSavePath: (request) => ask({ kind: 'save', ...request }),
    async showInFolder(path) {
      if (context && browser) return;
      showInFileManager(path);
    },
    drives: listDrives,
    pdfFromHtml: createPdfPrinter(printingBrowser),
    async print(html) {
      if (!context) throw new Error('the window is not open');
      openingPrints += 1;
      const printed = await context.newPage().finally(() => {
        openingPrints -= 1;
      });
      await showPrintPage(printed, html);
      // Answers when the person has closed the print dialog.
      await printed.evaluate(() => window.print());
      await printed.close();
    },
    keyStore: null,
  };
}

/** Starts the browser that works without being seen. Throws when it can't be started. */
export function startHeadlessBrowser(executable: string | null): Promise<Browser> {
  return chromium.launch({ ...launchOptions(executable), headless: true });
}

function launchOptions(executable: string | null): LaunchOptions {
  return {
    ...(executable === null ? {} : { executablePath: executable }),
    args: [...quietArguments, resolverArgument(undefined)],
    // A signal ends the program in its own order: jobs, file, backup, window.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    // Chromium refuses to start its sandbox for root on Linux; as any other user it is on.
    chromiumSandbox: !(platform() === 'linux' && process.getuid?.() === 0),
  };
}

async function headlessPage(browser: Browser): Promise<OpenedPage> {
  const context = await browser.newContext({ ...contextSettings, viewport: { width: 1366, height: 768 } });
  return { context, page: await context.newPage() };
}

async function visiblePage(
  launch: LaunchOptions,
  profileFolder: string,
  { developmentUrl }: WindowOptions,
): Promise<OpenedPage> {
  mkdirSync(profileFolder, { recursive: true });
  const context = await chromium.launchPersistentContext(profileFolder, {
    ...launch,
    ...contextSettings,
    headless: false,
    viewport: null,
    args: [...quietArguments, ...windowArguments, resolverArgument(developmentUrl)],
    // Linux takes the language of menus and dialogs from here, elsewhere it is `--lang`.
    env: { ...process.env, LANGUAGE: 'zh_CN' },
  });
  return { context, page: context.pages()[0] ?? (await context.newPage()) };
}

/** The page's bridge; calls are answered for its main frame alone. */
async function answerCalls(page: Page, handle: WindowOptions['handle'], origin: string): Promise<void> {
  await page.context().exposeBinding('ledgerInvoke', async (source, channel: unknown, input: unknown) => {
    const sender = { url: source.frame.url(), isMainFrame: source.frame === page.mainFrame() };
    if (!isTrustedSender(sender, origin) || typeof channel !== 'string')
      return failure('forbidden', '程序拒绝了来历不明的操作，请重新打开程序。');
    return handle(channel, input);
  });
  await page.context().addInitScript(installBridge, origin);
}

/** Requests are answered from the bundle; nothing else is let out. The development server is the one exception. */
async function answerRequests(context: BrowserContext, window: WindowOptions, origin: string): Promise<void> {
  await context.route('**/*', async (route) => {
    const request = route.request();
    const address = request.url();
    const own = URL.canParse(address) && new URL(address).origin === origin;
    // Our page never leaves its address. "Aborted" leaves the page as it is; any other error would show its own page.
    if (request.isNavigationRequest() && !isTrustedSender({ url: address, isMainFrame: true }, origin))
      return route.abort('aborted');
    if (!own) return route.abort('blockedbyclient');
    if (window.developmentUrl) return route.continue();
    const { status, headers, body } = await answerFromBundle(window.rendererFolder, origin, address);
    return route.fulfill({ status, headers, body });
  });
}

declare global {
  interface Window {
    ledgerInvoke?: (channel: string, input: unknown) => Promise<unknown>;
    ledgerEmit?: (event: DesktopEvent) => void;
  }
}

/** Runs in the page before its own script; the same shape as the Electron preload's. */
function installBridge(origin: string): void {
  if (window.top !== window || location.origin !== origin) return;
  const invoke = window.ledgerInvoke;
  if (!invoke) return;
  const listeners = new Set<(event: DesktopEvent) => void>();
  Object.defineProperty(window, 'ledgerEmit', {
    value: (event: DesktopEvent) => listeners.forEach((listener) => listener(event)),
  });
  Object.defineProperty(window, 'desktop', {
    value: Object.freeze({
      invoke: (channel: string, input: unknown) => invoke(channel, input),
      onEvent(listener: (event: DesktopEvent) => void) {
        listeners.add(listener);
        return () => {
          listeners.delete(listener);
        };
      },
    }),
  });
}

/** Runs in the page. */
function emitEvent(event: DesktopEvent): void {
  window.ledgerEmit?.(event);
}

function showInFileManager(path: string): void {
  const [program, args] =
    platform() === 'win32'
      ? ['explorer.exe', [`/select,${path}`]]
      : platform() === 'darwin'
        ? ['open', ['-R', path]]
        : ['xdg-open', [dirname(path)]];
  // A PC without a file manager has nothing to show; the screen names the path.
  spawn(program, args, { detached: true, stdio: 'ignore' })
    .on('error', () => undefined)
    .unref();
}
