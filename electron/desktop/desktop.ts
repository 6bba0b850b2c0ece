import type { Drive } from '../../shared/contract/reports.ts';
import type { DesktopEvent } from '../../shared/contract/index.ts';
import type { Result } from '../../shared/kernel/result.ts';

/**
 * What the application needs from the machine. Services see only this; `electronDesktop` is the product,
 * `chromiumDesktop` stands in where the Electron binary can't be had. One contract test suite covers both.
 */
export interface Desktop {
  readonly kind: 'electron' | 'chromium';

  /**
   * Opens the one window on the built renderer and connects `handle` to it. Calls from anything but the main frame of
   * our own page never reach `handle`.
   */
  openWindow(options: WindowOptions): Promise<void>;
  /** Sends an event to the window; dropped when there is none. */
  send(event: DesktopEvent): void;
  /** Resolves when the user has closed the window. */
  closed(): Promise<void>;
  /** Closes the window and ends what the desktop started. */
  quit(): Promise<void>;

  /** File dialogs; `null` = the user closed the dialog. */
  chooseFile(options: {
    readonly title: string;
    readonly extensions: readonly string[];
  }): Promise<string | null>;
  chooseFolder(options: { readonly title: string }): Promise<string | null>;
  chooseSavePath(options: { readonly title: string; readonly fileName: string }): Promise<string | null>;
  /** Shows a folder or file in the file manager. */
  showInFolder(path: string): Promise<void>;
  /** Mounted drives, removable first. */
  drives(): Promise<readonly Drive[]>;

  /**
   * Prints a complete HTML page (own CSS, no script, no network) to PDF. Page size and margins come from its CSS.
   * Failure: `unavailable` where nothing on this PC can print.
   */
  pdfFromHtml(html: string): Promise<Result<Uint8Array>>;
  /** Opens the system's print dialog for such a page. */
  print(html: string): Promise<void>;

  /** The operating system's key store for "unlock on this PC"; absent where there is none. */
  readonly keyStore: KeyStore | null;
}

export interface WindowOptions {
  /** Folder of the built renderer (`index.html` inside). */
  readonly rendererFolder: string;
  /** Address of the development server instead of the folder, for `npm run dev`. */
  readonly developmentUrl?: string;
  readonly title: string;
  /** Every call of the renderer; the router's `handle`. Never throws. */
  readonly handle: (channel: string, input: unknown) => Promise<unknown>;
  /** Where window size and place are remembered. */
  readonly stateFile: string;
  /** No visible window (tests, command line). */
  readonly headless?: boolean;
}

export interface KeyStore {
  /** Encrypts for this user of this PC. */
  seal(secret: Uint8Array): Promise<Uint8Array>;
  /** `null` when it can't be opened (other PC, other user). */
  open(sealed: Uint8Array): Promise<Uint8Array | null>;
}
