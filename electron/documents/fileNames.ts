const reservedNames = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=\.|$)/iu;

/** Windows counts 255 UTF-16 units a name; folders on sticks are long too. */
const longestName = 120;

/**
 * A name that Windows, WPS and sticks accept: no forbidden or control characters, no reserved name, no dot or space at
 * the end, not too long. `extension` is without its dot.
 */
export function safeFileName(name: string, extension: string): string {
  return `${safeName(name, longestName - extension.length - 1)}.${extension}`;
}

/** The same for a folder. */
export function safeFolderName(name: string): string {
  return safeName(name, longestName);
}

/** 单位名称_报表名称_日期, as bureaus expect it: `清泉学校_课后服务统计表_20260331.xlsx`. */
export function reportFileName(unit: string, report: string, on: string, extension: string): string {
  return safeFileName(`${unit}_${report}_${on.replaceAll('-', '')}`, extension);
}

function safeName(name: string, longest: number): string {
  const clean = stripEnds(
    name
      .normalize('NFC')
      .toWellFormed()
      .replace(/[<>:"/\\|?*\p{Cc}\p{Cf}]/gu, '_')
      .replace(/\s+/gu, ' '),
  );
  const short = stripEnds(takeUnits(clean, longest));
  if (short === '') return '未命名';
  return reservedNames.test(short) ? `_${short}` : short;
}

function stripEnds(text: string): string {
  return text.replace(/^[\s.]+|[\s.]+$/gu, '');
}

/** Cuts between characters, not inside one. */
function takeUnits(text: string, limit: number): string {
  let taken = '';
  for (const character of text) {
    if (taken.length + character.length > limit) break;
    taken += character;
  }
  return taken;
}
