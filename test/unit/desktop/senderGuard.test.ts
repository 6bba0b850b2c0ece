import { describe, expect, it } from 'vitest';
import { isTrustedSender } from '#electron/desktop/senderGuard.ts';

describe('a sender is heard', () => {
  it.each(['app://ledger/', 'app://ledger/index.html', 'app://ledger/index.html#/records?x=1'])(
    'when it is the main frame of %s',
    (url) => {
      expect(isTrustedSender({ url, isMainFrame: true })).toBe(true);
      expect(isTrustedSender({ url, isMainFrame: false })).toBe(false);
    },
  );

  it('when it is the development server that was named', () => {
    const sender = { url: 'http://127.0.0.1:5180/#/x', isMainFrame: true };
    expect(isTrustedSender(sender, 'http://127.0.0.1:5180')).toBe(true);
    expect(isTrustedSender(sender)).toBe(false);
    expect(isTrustedSender(sender, 'http://127.0.0.1:9999')).toBe(false);
  });
});

describe('a sender is refused', () => {
  it.each([
    'app://print/index.html',
    'app://ledger.evil/index.html',
    'app://evil@ledger/index.html',
    'app://ledger/other.html',
    'app://ledger:1/index.html',
    'https://ledger/index.html',
    'https://example.com/',
    'file:///index.html',
    'data:text/html,x',
    'about:blank',
    'about:srcdoc',
    'blob:app://ledger/1',
    '',
  ])('from %s', (url) => {
    expect(isTrustedSender({ url, isMainFrame: true })).toBe(false);
  });
});
