import { join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, printPolicy, resolveInside } from '#electron/desktop/rendererBundle.ts';

const folder = join(sep, 'program', 'renderer');

describe('an address of our own origin', () => {
  it.each([
    ['app://ledger/', 'index.html'],
    ['app://ledger', 'index.html'],
    ['app://ledger/index.html', 'index.html'],
    ['app://ledger/index.html?x=1#/records', 'index.html'],
    ['app://ledger/assets/main-1a2b.js', 'assets/main-1a2b.js'],
    ['app://ledger/assets/%E5%AD%97%E4%BD%93.woff2', 'assets/字体.woff2'],
    // The address itself is put right before it is looked at, and stays inside.
    ['app://ledger/assets/../index.html', 'index.html'],
    ['app://ledger/../../etc/passwd', 'etc/passwd'],
    ['app://ledger/%2e%2e/%2e%2e/etc/passwd', 'etc/passwd'],
  ])('%s is a file inside', (address, file) => {
    expect(resolveInside(folder, 'app://ledger', address)).toBe(join(folder, file));
  });

  it.each([
    ['another host', 'app://print/index.html'],
    ['another scheme', 'file:///etc/passwd'],
    ['another origin that begins alike', 'app://ledger.example/index.html'],
    ['a port', 'app://ledger:8080/index.html'],
    ['a user', 'app://someone@ledger/index.html'],
    ['an encoded slash', 'app://ledger/assets%2f..%2f..%2fsecret'],
    ['an encoded backslash', 'app://ledger/..%5c..%5csecret'],
    ['a backslash', 'app://ledger/..\\..\\secret'],
    ['dots encoded twice', 'app://ledger/%252e%252e%2fsecret'],
    ['a drive letter', 'app://ledger/C:/Windows/win.ini'],
    ['an alternate stream', 'app://ledger/index.html::$DATA'],
    ['a NUL', 'app://ledger/index.html%00.png'],
    ['a dot file', 'app://ledger/.git/config'],
    ['an absolute path', 'app://ledger//etc/passwd'],
    ['a broken escape', 'app://ledger/%E0%A4%A'],
    ['no address at all', 'index.html'],
  ])('%s is refused', (_, address) => {
    expect(resolveInside(folder, 'app://ledger', address)).toBeNull();
  });

  it('counts the whole origin under the browser too', () => {
    expect(resolveInside(folder, 'https://ledger.invalid', 'https://ledger.invalid/a.js')).toBe(
      join(folder, 'a.js'),
    );
    for (const other of [
      'http://ledger.invalid/a.js',
      'https://ledger.invalid:8443/a.js',
      'https://x.y/a.js',
    ])
      expect(resolveInside(folder, 'https://ledger.invalid', other)).toBeNull();
  });
});

describe('the policies', () => {
  it('let the program load its own files and nothing else, and evaluate nothing', () => {
    expect(contentSecurityPolicy).toContain("default-src 'none'");
    expect(contentSecurityPolicy).toContain("script-src 'self';");
    expect(contentSecurityPolicy).toContain("connect-src 'none'");
    expect(contentSecurityPolicy).not.toMatch(/unsafe-eval|https?:|\*/);
  });

  it('let a printed page run no script at all', () => {
    expect(printPolicy).toContain("default-src 'none'");
    expect(printPolicy).not.toMatch(/script-src|connect-src|https?:|\*/);
  });
});
