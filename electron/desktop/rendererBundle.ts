import { readFile } from 'node:fs/promises';
import { extname, isAbsolute, join, relative } from 'node:path';

/**
 * Policy of our own page: everything from the bundle, nothing from anywhere else, no evaluated code. Inline styles are
 * allowed because the UI library writes style elements; `data:` and `blob:` serve previews of attachments.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'none'",
  "worker-src 'self'",
  "frame-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Policy of a page to be printed: own inline styles and embedded pictures and fonts, no script, nothing from outside. */
export const printPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/**
 * The file inside `folder` that an address of `origin` (e.g. `app://ledger`) means; `null` for another origin and for
 * anything that could lead out of the folder. `/` is `index.html`.
 */
export function resolveInside(folder: string, origin: string, address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const own = new URL(origin);
  if (url.protocol !== own.protocol || url.host !== own.host) return null;
  if (url.username !== '' || url.password !== '') return null;
  const segments: string[] = [];
  for (const part of url.pathname.split('/').slice(1)) {
    const segment = decode(part);
    // Encoded slashes and backslashes, drive letters, alternate streams, NUL and dot files never occur in our bundle.
    if (segment === null || /[/\\:\0]/.test(segment) || segment.startsWith('.')) return null;
    segments.push(segment);
  }
  if (segments.every((segment) => segment === '')) return join(folder, 'index.html');
  if (segments.includes('')) return null;
  const path = join(folder, ...segments);
  const inside = relative(folder, path);
  return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? null : path;
}

export interface BundleAnswer {
  readonly status: 200 | 404;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer<ArrayBuffer>;
}

/** Answer to a request for an address of our own origin. */
export async function answerFromBundle(
  folder: string,
  origin: string,
  address: string,
): Promise<BundleAnswer> {
  const headers = {
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  };
  const path = resolveInside(folder, origin, address);
  const body = path === null ? null : await readFile(path).catch(() => null);
  if (path === null || body === null)
    return { status: 404, headers: { ...headers, 'content-type': 'text/plain' }, body: Buffer.alloc(0) };
  const mediaType = mediaTypes[extname(path).toLowerCase()] ?? 'application/octet-stream';
  return { status: 200, headers: { ...headers, 'content-type': mediaType }, body };
}

function decode(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
