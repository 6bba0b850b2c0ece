import { failure, success, type Result } from '../../../shared/kernel/result.ts';

export interface FileType {
  readonly extension: string;
  readonly mediaType: string;
}

const officeOpen = 'application/vnd.openxmlformats-officedocument';

const allowed: readonly (FileType & { readonly fits: (bytes: Uint8Array) => boolean })[] = [
  { extension: 'jpg', mediaType: 'image/jpeg', fits: (bytes) => startsWith(bytes, [0xff, 0xd8, 0xff]) },
  { extension: 'jpeg', mediaType: 'image/jpeg', fits: (bytes) => startsWith(bytes, [0xff, 0xd8, 0xff]) },
  { extension: 'png', mediaType: 'image/png', fits: isPng },
  {
    extension: 'pdf',
    mediaType: 'application/pdf',
    fits: (bytes) => startsWith(bytes, [...'%PDF-'].map(code)),
  },
  {
    extension: 'docx',
    mediaType: `${officeOpen}.wordprocessingml.document`,
    fits: (bytes) => isPackage(bytes, 'word/'),
  },
  {
    extension: 'xlsx',
    mediaType: `${officeOpen}.spreadsheetml.sheet`,
    fits: (bytes) => isPackage(bytes, 'xl/'),
  },
  { extension: 'doc', mediaType: 'application/msword', fits: isCompoundFile },
  { extension: 'xls', mediaType: 'application/vnd.ms-excel', fits: isCompoundFile },
  {
    extension: 'wps',
    mediaType: 'application/vnd.ms-works',
    fits: (bytes) => isCompoundFile(bytes) || isPackage(bytes, 'word/'),
  },
  {
    extension: 'et',
    mediaType: 'application/vnd.ms-excel',
    fits: (bytes) => isCompoundFile(bytes) || isPackage(bytes, 'xl/'),
  },
  { extension: 'txt', mediaType: 'text/plain', fits: isText },
];

const executables: readonly (readonly number[])[] = [
  [0x4d, 0x5a],
  [0x7f, 0x45, 0x4c, 0x46],
  [0xca, 0xfe, 0xba, 0xbe],
  [0xcf, 0xfa, 0xed, 0xfe],
  [0x23, 0x21],
];

/**
 * What a file is, by its content and its name together; a name that doesn't fit the content is refused, and so are
 * programs and documents with macros. Failure `invalidInput`.
 */
export function recogniseFile(name: string, bytes: Uint8Array): Result<FileType> {
  if (executables.some((start) => startsWith(bytes, start))) {
    return failure('invalidInput', `“${name}”是程序文件，为安全起见不能作为附件。请换成照片、PDF 或文档。`);
  }
  const extension = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const type = allowed.find((one) => one.extension === extension);
  if (!type) {
    return failure(
      'invalidInput',
      `不支持“${name}”这种附件。可以添加：照片（jpg、png）、PDF、Word、Excel、WPS 文档和文本文件。`,
    );
  }
  if (!type.fits(bytes)) {
    return failure(
      'invalidInput',
      `“${name}”的内容和文件名对不上，或者文件已损坏。请用原来的软件打开检查，另存后再添加。`,
    );
  }
  if (
    bytes.includes(0) &&
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('vbaProject.bin')
  ) {
    return failure('invalidInput', `“${name}”里有宏（程序），为安全起见不能作为附件。请另存为不带宏的文档。`);
  }
  return success({ extension: type.extension, mediaType: type.mediaType });
}

/** Width and height of a JPEG or PNG in pixels, read from its header; `null` when there is none. */
export function pictureSize(bytes: Uint8Array): { width: number; height: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (isPng(bytes)) {
    return bytes.length >= 24 ? { width: view.getUint32(16), height: view.getUint32(20) } : null;
  }
  for (let at = 2; at + 9 < bytes.length;) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    // Start of frame, except the markers of tables that share its number range.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    }
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}

function isPng(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
}

function isCompoundFile(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
}

function isPackage(bytes: Uint8Array, part: string): boolean {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) && content.includes(part);
}

function isText(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false;
  return ['utf-8', 'gb18030'].some((encoding) => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return true;
    } catch {
      return false;
    }
  });
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function code(character: string): number {
  return character.charCodeAt(0);
}
