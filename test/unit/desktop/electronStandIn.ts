/** Stands in for the `electron` module: keeps what our code sets, and lets a test play the other side. */
import { EventEmitter } from 'node:events';

type Listener = (...args: unknown[]) => unknown;

class FakeSession extends EventEmitter {
  permissionRequest: Listener | null = null;
  permissionCheck: Listener | null = null;
  devicePermission: Listener | null = null;
  beforeRequest: Listener | null = null;
  spellChecker = true;
  readonly handlers = new Map<string, (request: { url: string }) => Promise<Response> | Response>();
  readonly protocol = {
    handle: (scheme: string, handler: (request: { url: string }) => Promise<Response> | Response) => {
      this.handlers.set(scheme, handler);
    },
    isProtocolHandled: (scheme: string) => this.handlers.has(scheme),
  };
  readonly webRequest = {
    onBeforeRequest: (listener: Listener) => {
      this.beforeRequest = listener;
    },
  };
  setPermissionRequestHandler(handler: Listener): void {
    this.permissionRequest = handler;
  }
  setPermissionCheckHandler(handler: Listener): void {
    this.permissionCheck = handler;
  }
  setDevicePermissionHandler(handler: Listener): void {
    this.devicePermission = handler;
  }
  setSpellCheckerEnabled(enabled: boolean): void {
    this.spellChecker = enabled;
  }
}

class FakeContents extends EventEmitter {
  readonly mainFrame = { url: 'app://ledger/index.html' };
  readonly sent: unknown[][] = [];
  windowOpenHandler: Listener | null = null;
  setWindowOpenHandler(handler: Listener): void {
    this.windowOpenHandler = handler;
  }
  send(...args: unknown[]): void {
    this.sent.push(args);
  }
  async executeJavaScript(): Promise<boolean> {
    return true;
  }
  async printToPDF(): Promise<Buffer> {
    return Buffer.from('%PDF-');
  }
}

class FakeWindow extends EventEmitter {
  readonly webContents = new FakeContents();
  readonly options: { webPreferences: Record<string, unknown>; show?: boolean };
  loaded = '';
  destroyed = false;
  constructor(options: FakeWindow['options']) {
    super();
    this.options = options;
    standIn.windows.push(this);
    standIn.app.emit('web-contents-created', {}, this.webContents);
  }
  async loadURL(address: string): Promise<void> {
    this.loaded = address;
  }
  isDestroyed = () => this.destroyed;
  isMinimized = () => true;
  isMaximized = () => false;
  restore = () => standIn.said.push('restore');
  focus = () => standIn.said.push('focus');
  maximize = () => standIn.said.push('maximize');
  show = () => standIn.said.push('show');
  getNormalBounds = () => ({ x: 1, y: 2, width: 1000, height: 700 });
  destroy(): void {
    this.destroyed = true;
    this.emit('closed');
  }
}

class FakeApp extends EventEmitter {
  hasLock = true;
  isPackaged = true;
  readonly switches = new Map<string, string | undefined>();
  readonly paths = new Map<string, string>();
  readonly commandLine = {
    appendSwitch: (name: string, value?: string) => this.switches.set(name, value),
  };
  requestSingleInstanceLock = () => this.hasLock;
  quit = () => standIn.said.push('quit');
  enableSandbox = () => standIn.said.push('enableSandbox');
  setPath = (name: string, path: string) => this.paths.set(name, path);
  getPath = (name: string) => this.paths.get(name) ?? `/${name}`;
  whenReady = async () => undefined;
  isReady = () => true;
}

/** All that our code can touch, and what it did. */
export const standIn = {
  said: [] as string[],
  windows: [] as FakeWindow[],
  app: new FakeApp(),
  schemes: [] as unknown[],
  ipc: new Map<string, Listener>(),
  defaultSession: new FakeSession(),
  partitions: new Map<string, FakeSession>(),
  menu: undefined as unknown,
  keyStoreAvailable: true,
};

export function resetStandIn(): void {
  Object.assign(standIn, {
    said: [],
    windows: [],
    app: new FakeApp(),
    schemes: [],
    ipc: new Map(),
    defaultSession: new FakeSession(),
    partitions: new Map(),
    menu: undefined,
    keyStoreAvailable: true,
  });
}

/** What `import … from 'electron'` gives. */
export function electronModule() {
  return {
    get app() {
      return standIn.app;
    },
    BrowserWindow: FakeWindow,
    dialog: {
      showOpenDialog: async () => ({ canceled: false, filePaths: ['/chosen/file.xlsx'] }),
      showSaveDialog: async () => ({ canceled: true, filePath: '' }),
      showMessageBoxSync: () => 0,
    },
    ipcMain: { handle: (name: string, listener: Listener) => standIn.ipc.set(name, listener) },
    Menu: {
      setApplicationMenu: (menu: unknown) => {
        standIn.menu = menu;
      },
    },
    protocol: { registerSchemesAsPrivileged: (schemes: unknown[]) => standIn.schemes.push(...schemes) },
    safeStorage: {
      isEncryptionAvailable: () => standIn.keyStoreAvailable,
      getSelectedStorageBackend: () => 'gnome_libsecret',
      encryptString: (text: string) => Buffer.from(`sealed ${text}`),
      decryptString: (bytes: Buffer) => {
        const text = bytes.toString();
        if (!text.startsWith('sealed ')) throw new Error('another PC');
        return text.slice(7);
      },
    },
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1366, height: 728 } }] },
    session: {
      get defaultSession() {
        return standIn.defaultSession;
      },
      fromPartition: (name: string) => {
        const own = standIn.partitions.get(name) ?? new FakeSession();
        standIn.partitions.set(name, own);
        return own;
      },
    },
    shell: { showItemInFolder: (path: string) => standIn.said.push(`show ${path}`) },
  };
}
