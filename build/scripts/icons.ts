/** Draws build/icons/icon.svg at the sizes that Linux and Windows want: `<size>x<size>.png` and `icon.ico`. */
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findChromium } from '../../electron/desktop/findChromium.ts';

const folder = fileURLToPath(new URL('../icons/', import.meta.url));
const linuxSizes = [16, 32, 48, 64, 128, 256, 512];
const windowsSizes = [16, 24, 32, 48, 64, 256];

const executablePath = findChromium(process.platform, process.env);
if (executablePath === null) throw new Error('drawing the icons needs Chromium');
const browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 });
const page = await browser.newPage();
const drawing = readFileSync(`${folder}icon.svg`, 'utf8');

async function draw(size: number): Promise<Buffer> {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`,
  );
  return page.screenshot({ omitBackground: true });
}

for (const size of linuxSizes) writeFileSync(`${folder}${size}x${size}.png`, await draw(size));
const pictures: Picture[] = [];
for (const size of windowsSizes) pictures.push({ size, png: await draw(size) });
writeFileSync(`${folder}icon.ico`, icoOf(pictures));
await browser.close();

interface Picture {
  readonly size: number;
  readonly png: Buffer;
}

/** An .ico file is a table of pictures; since Windows Vista they may be PNG. */
function icoOf(all: readonly Picture[]): Buffer {
  const header = Buffer.alloc(6 + 16 * all.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(all.length, 4);
  let offset = header.length;
  for (const [index, { size, png }] of all.entries()) {
    const entry = 6 + 16 * index;
    // 0 stands for 256.
    header.writeUInt8(size % 256, entry);
    header.writeUInt8(size % 256, entry + 1);
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(png.length, entry + 8);
    header.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  }
  return Buffer.concat([header, ...all.map(({ png }) => png)]);
}
