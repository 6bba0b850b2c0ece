import type { Browser, Page } from 'playwright-core';
import { success, type Result } from '../../shared/kernel/result.ts';
import { printPolicy } from './rendererBundle.ts';

/** Nobody's (RFC 2606), and not our window's: a page to be printed gets no bridge. */
const printAddress = 'https://print.invalid/';

/** Prints pages to PDF, one after the other, from one hidden page: opening one for each was two thirds of the time. */
export function createPdfPrinter(
  browser: () => Promise<Result<Browser>>,
): (html: string) => Promise<Result<Uint8Array>> {
  let page: Page | null = null;
  /** Ends when the PDFs ordered so far are made. */
  let queue: Promise<unknown> = Promise.resolve();

  async function print(html: string): Promise<Result<Uint8Array>> {
    const opened = await browser();
    if (!opened.ok) return opened;
    const settings = { javaScriptEnabled: false, serviceWorkers: 'block' } as const;
    page ??= await (await opened.value.newContext(settings)).newPage();
    const own = page;
    try {
      await showPrintPage(own, html);
      const pdf = await own.pdf({ preferCSSPageSize: true, printBackground: true });
      await own.goto('about:blank');
      return success(pdf);
    } catch (error) {
      page = null;
      await own.context().close();
      throw error;
    }
  }

  return (html) => {
    const made = queue.then(() => print(html));
    queue = made.catch(() => undefined);
    return made;
  };
}

/** Shows a page to be printed, with nothing from outside and its fonts loaded. */
export async function showPrintPage(page: Page, html: string): Promise<void> {
  await page.unrouteAll();
  await page.route('**/*', (route) =>
    route.request().url() === printAddress
      ? route.fulfill({
          body: html,
          contentType: 'text/html; charset=utf-8',
          headers: { 'content-security-policy': printPolicy },
        })
      : route.abort('blockedbyclient'),
  );
  await page.goto(printAddress, { waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready.then(() => true));
}
