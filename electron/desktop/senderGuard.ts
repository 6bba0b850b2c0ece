/** Origin of our own page in the Electron window; nothing else is ever served from it. */
export const appOrigin = 'app://ledger';

/** Who sends a message, as the desktop sees it. */
export interface Sender {
  /** Address of the sending frame. */
  readonly url: string;
  /** The frame is the top one of its window, and the window is ours. */
  readonly isMainFrame: boolean;
}

/**
 * True only for the main frame of our own page. `origin` is `app://ledger`, or the development server's.
 */
export function isTrustedSender(sender: Sender, origin: string = appOrigin): boolean {
  if (!sender.isMainFrame) return false;
  const url = parse(sender.url);
  const own = parse(origin);
  if (!url || !own) return false;
  return (
    url.protocol === own.protocol &&
    url.host === own.host &&
    url.username === '' &&
    url.password === '' &&
    (url.pathname === '/' || url.pathname === '/index.html')
  );
}

function parse(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}
