const special = /["&'<>\p{Cc}\p{Cs}\uFFFE\uFFFF]/u;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for an element or a quoted attribute, without the characters that XML can't hold. */
export function xmlText(text: string): string {
  return special.test(text)
    ? text
        .replace(/(?![\t\n\r\u0080-\u009F])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu, '')
        .replace(/["&<>]/g, (character) => entities[character] ?? '')
    : text;
}

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
