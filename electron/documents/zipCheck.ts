import { inflateRawSync } from 'node:zlib';
import { failure, success, type Result } from '../../shared/kernel/result.ts';

export interface ZipLimits {
  readonly entries: number;
  /** Sum of the unpacked sizes, in bytes. */
  readonly totalBytes: number;
  /** Unpacked bytes per packed byte of one entry; small entries are not judged. */
  readonly ratio: number;
}

export interface ZipSummary {
  readonly names: readonly string[];
  readonly totalBytes: number;
}

export const workbookZipLimits: ZipLimits = { entries: 2_000, totalBytes: 400_000_000, ratio: 200 };

/** Entries below this size can't hurt, and repetitive small parts pack very well. */
const judgedBytes = 8_000_000;

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;

const incomplete = failure(
  'fileProblem',
  '文件不完整或已损坏，打不开。请用 WPS 或 Excel 打开原文件，另存一份再试。',
);
const tooLarge = failure(
  'fileProblem',
  '文件解压后大得不正常，为安全起见没有打开。请核对文件来源，或把内容拆成几个文件。',
);

/**
 * Judges a zip container (xlsx, docx …) before anything unpacks it: directory complete, entries inside the file and
 * not overlapping, sizes within the limits, and each entry really unpacking to the size it declares.
 */
export function checkZip(bytes: Uint8Array, limits: ZipLimits): Result<ZipSummary> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return incomplete;
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  // 0xffff and 0xffffffff announce zip64, which no office file within our size limit needs.
  if (count === 0xffff || start === 0xffffffff || count > limits.entries) return tooLarge;
  const entries = readEntries(view, start, end, count);
  if (!entries) return incomplete;
  const totalBytes = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  const packedBytes = entries.reduce((sum, entry) => sum + entry.packed, 0);
  if (totalBytes > limits.totalBytes || packedBytes > bytes.length) return tooLarge;
  for (const entry of entries) {
    if (entry.unpacked > judgedBytes && entry.unpacked > entry.packed * limits.ratio) return tooLarge;
    const data = entryData(bytes, view, entry);
    if (!data) return incomplete;
    const verdict = unpacksAsDeclared(data, entry);
    if (verdict !== 'asDeclared') return verdict === 'larger' ? tooLarge : incomplete;
  }
  return success({ names: entries.map((entry) => entry.name), totalBytes });
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

function findEnd(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at -= 1) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  return undefined;
}

function readEntries(view: DataView, start: number, end: number, count: number): Entry[] | undefined {
  const entries: Entry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== entrySignature) return undefined;
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) return undefined;
    entries.push({
      name: new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength)),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at = next;
  }
  return entries;
}

function entryData(bytes: Uint8Array, view: DataView, entry: Entry): Uint8Array | undefined {
  const at = entry.offset;
  if (at + 30 > view.byteLength || view.getUint32(at, true) !== localSignature) return undefined;
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  return start + entry.packed <= view.byteLength ? bytes.subarray(start, start + entry.packed) : undefined;
}

function unpacksAsDeclared(data: Uint8Array, entry: Entry): 'asDeclared' | 'larger' | 'damaged' {
  if (entry.method === 0) return data.length === entry.unpacked ? 'asDeclared' : 'damaged';
  if (entry.method !== 8) return 'damaged';
  try {
    const unpacked = inflateRawSync(data, { maxOutputLength: Math.max(entry.unpacked, 1) });
    return unpacked.length === entry.unpacked ? 'asDeclared' : 'damaged';
  } catch (error) {
    const larger = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return larger ? 'larger' : 'damaged';
  }
}
