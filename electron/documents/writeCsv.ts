import type { Writable } from 'node:stream';
import iconv from 'iconv-lite';
import { guardFormula } from './formulaGuard.ts';

export type CsvEncoding = 'utf8' | 'gb18030';

/** A cell to be written: numbers as they are, text guarded against being run as a formula. */
export type CsvCell = string | number | null;

/**
 * Writes rows as csv with CRLF line ends and ends the stream. UTF-8 gets a byte-order mark, which Excel needs to know
 * it; GB18030 keeps every rare name character.
 */
export async function writeCsv(
  stream: Writable,
  rows: Iterable<readonly CsvCell[]>,
  encoding: CsvEncoding,
): Promise<void> {
  if (encoding === 'utf8') await push(stream, Buffer.from('\ufeff'));
  let block = '';
  for (const row of rows) {
    block += `${row.map(csvCell).join(',')}\r\n`;
    if (block.length < 65_536) continue;
    await push(stream, encode(block, encoding));
    block = '';
  }
  if (block !== '') await push(stream, encode(block, encoding));
  await new Promise<void>((resolve, reject) => {
    stream.once('error', reject);
    stream.end(resolve);
  });
}

function csvCell(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const text = guardFormula(cell);
  return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function encode(text: string, encoding: CsvEncoding): Buffer {
  return encoding === 'utf8' ? Buffer.from(text, 'utf8') : iconv.encode(text, 'gb18030');
}

async function push(stream: Writable, chunk: Buffer): Promise<void> {
  if (stream.write(chunk)) return;
  await new Promise<void>((resolve, reject) => {
    stream.once('drain', resolve);
    stream.once('error', reject);
  });
}
