import { existsSync, readdirSync } from 'node:fs';
import { Jimp } from 'jimp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  addAttachment,
  attachmentMetas,
  checkAttachments,
  readAttachment,
} from '#electron/store/attachments/attachments.ts';
import { pictureSize } from '#electron/store/attachments/fileTypes.ts';
import { failureOf, temporarySchool, valueOf, type TemporarySchool } from '#test/support/temporarySchool.ts';

let school: TemporarySchool;
beforeEach(() => {
  school = temporarySchool({ ledgers: [] });
});
afterEach(() => school.remove());

const add = (name: string, bytes: Uint8Array) =>
  addAttachment(school.store, school.write, bytes, { name, kind: '材料' });

/** A JPEG in whose camera notes stand the orientation and the day, as phones write them. */
async function photo(width: number, height: number, orientation: number, takenAt: string): Promise<Buffer> {
  const picture = await new Jimp({ width, height, color: 0x336699ff }).getBuffer('image/jpeg');
  const tiff = Buffer.alloc(26 + 18 + 20);
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(2, 8);
  const entry = (at: number, tag: number, type: number, count: number, value: number): void => {
    tiff.writeUInt16LE(tag, at);
    tiff.writeUInt16LE(type, at + 2);
    tiff.writeUInt32LE(count, at + 4);
    tiff.writeUInt32LE(value, at + 8);
  };
  entry(10, 0x0112, 3, 1, orientation);
  entry(22, 0x8769, 4, 1, 38);
  const withDay = Buffer.concat([
    tiff.subarray(0, 38),
    Buffer.alloc(18),
    Buffer.from(`${takenAt}\0`, 'latin1'),
  ]);
  withDay.writeUInt16LE(1, 38);
  withDay.writeUInt16LE(0x9003, 40);
  withDay.writeUInt16LE(2, 42);
  withDay.writeUInt32LE(20, 44);
  withDay.writeUInt32LE(56, 48);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), withDay]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([picture.subarray(0, 2), head, body, picture.subarray(2)]);
}

describe('photos', () => {
  test('are turned upright, scaled to 1920 and freed of camera notes; the day is kept', async () => {
    const added = valueOf(await add('会场.jpg', await photo(2400, 1200, 6, '2026:10:08 14:30:00')));
    expect(added.takenOn).toBe('2026-10-08');
    const { bytes, mediaType } = valueOf(readAttachment(school.store, added.ref.id));
    expect(mediaType).toBe('image/jpeg');
    expect(pictureSize(bytes)).toEqual({ width: 960, height: 1920 });
    expect(Buffer.from(bytes).includes('Exif')).toBe(false);
    expect(added.bytes).toBe(bytes.length);
  });

  test('small ones keep their size, and a small PNG its every byte', async () => {
    const jpeg = valueOf(await add('a.JPG', await photo(300, 200, 1, '2026:02:30 00:00:00')));
    expect(jpeg.takenOn).toBeNull();
    expect(pictureSize(valueOf(readAttachment(school.store, jpeg.ref.id)).bytes)).toEqual({
      width: 300,
      height: 200,
    });
    const png = await new Jimp({ width: 20, height: 10, color: 0xff0000ff }).getBuffer('image/png');
    const kept = valueOf(readAttachment(school.store, valueOf(await add('b.png', png)).ref.id));
    expect(Buffer.from(kept.bytes)).toEqual(png);
  });

  test('a picture that claims to be gigantic is refused before it is unpacked', async () => {
    const png = await new Jimp({ width: 20, height: 10, color: 0xff0000ff }).getBuffer('image/png');
    png.writeUInt32BE(60_000, 16);
    png.writeUInt32BE(60_000, 20);
    expect(failureOf(await add('炸弹.png', png)).sentence).toContain('尺寸过大');
  });

  test('a cut-off one is refused with a sentence', async () => {
    const jpeg = await photo(2400, 1200, 1, '2026:10:08 14:30:00');
    expect(failureOf(await add('坏.jpg', jpeg.subarray(0, 300))).sentence).toContain('打不开');
  });
});

describe('what may be attached', () => {
  const zip = (part: string) =>
    Buffer.concat([Buffer.from('PK\x03\x04\0\0\0\0', 'latin1'), Buffer.from(part)]);
  const compound = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);
  const accepted: [string, Buffer, string][] = [
    ['通知.pdf', Buffer.from('%PDF-1.7\n'), 'application/pdf'],
    [
      '纪要.docx',
      zip('word/document.xml'),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    [
      '名单.xlsx',
      zip('xl/workbook.xml'),
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
    ['旧.doc', compound, 'application/msword'],
    ['旧.XLS', compound, 'application/vnd.ms-excel'],
    ['文字.wps', compound, 'application/vnd.ms-works'],
    ['表格.et', compound, 'application/vnd.ms-excel'],
    ['说明.txt', Buffer.from('说明'), 'text/plain'],
    ['国标.txt', Buffer.from([0xcb, 0xb5, 0xc3, 0xf7]), 'text/plain'],
  ];
  test.each(accepted)('%s comes back as it was', async (name, bytes, mediaType) => {
    const { ref } = valueOf(await add(name, bytes));
    expect(ref).toMatchObject({ kind: '材料', name });
    const read = valueOf(readAttachment(school.store, ref.id));
    expect(Buffer.from(read.bytes)).toEqual(bytes);
    expect(read.mediaType).toBe(mediaType);
    expect(attachmentMetas(school.store.read, [ref.id]).get(ref.id)).toMatchObject({ bytes: bytes.length });
  });

  const refused: [string, Buffer, string][] = [
    ['程序.exe', Buffer.from('MZ\x90\0'), '程序文件'],
    ['照片.jpg', Buffer.from('MZ\x90\0'), '程序文件'],
    ['脚本.txt', Buffer.from('#!/bin/sh\n'), '程序文件'],
    ['网页.html', Buffer.from('<html>'), '不支持'],
    ['无后缀', Buffer.from('text'), '不支持'],
    ['照片.jpg', Buffer.from('%PDF-1.7'), '对不上'],
    ['纪要.docx', zip('xl/workbook.xml'), '对不上'],
    ['带宏.docx', zip('word/vbaProject.bin'), '宏'],
    ['二进制.txt', Buffer.from([0x41, 0]), '对不上'],
    ['空.pdf', Buffer.alloc(0), '空文件'],
    ['大.txt', Buffer.alloc(40 * 1024 * 1024 + 1, 'a'), '40 MB'],
  ];
  test.each(refused)('%s is refused', async (name, bytes, words) => {
    const failure = failureOf(await add(name, bytes));
    expect(failure.kind).toBe('invalidInput');
    expect(failure.sentence).toContain(words);
    expect(existsSync(school.folder.attachments)).toBe(false);
  });
});

describe('keeping', () => {
  test('the same content is kept once, under a name that says nothing', async () => {
    const [first, second] = [
      await add('a.txt', Buffer.from('同样')),
      await add('b.txt', Buffer.from('同样')),
    ].map(valueOf);
    expect(first?.ref.id).toBe(second?.ref.id);
    const other = temporarySchool({ ledgers: [] });
    const elsewhere = valueOf(
      await addAttachment(other.store, other.write, Buffer.from('同样'), { name: 'a.txt', kind: 'x' }),
    );
    other.remove();
    expect(elsewhere.ref.id).not.toBe(first?.ref.id);
    expect(readdirSync(school.folder.attachments)).toEqual([first?.ref.id]);
    expect(checkAttachments(school.store)).toEqual({ total: 1, missing: 0, damaged: 0, orphans: 0 });
  });

  test('an id that leads elsewhere finds nothing', () => {
    expect(failureOf(readAttachment(school.store, '../school.keys')).kind).toBe('notFound');
  });
});
