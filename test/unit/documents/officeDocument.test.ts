import PizZip from 'pizzip';
import { describe, expect, test } from 'vitest';
import { documentHtml } from '#electron/documents/html/documentHtml.ts';
import { workbookHtml } from '#electron/documents/html/workbookHtml.ts';
import type { OfficeDocument, TableRow } from '#electron/documents/officeDocument.ts';
import {
  alignedName,
  orNothing,
  printedDate,
  printedShare,
  printedTime,
} from '#electron/documents/officeText.ts';
import { writeWord } from '#electron/documents/word/writeWord.ts';
import type { OutputSheet } from '#electron/documents/writeWorkbook.ts';

const line = (text: string): TableRow => ({ cells: [{ text, label: true }, { text: `${text}的内容` }] });

const letter: OfficeDocument = {
  title: ['中共山丹县清泉学校第一支部委员会', '支部党员大会会议记录'],
  style: 'letter',
  pageNumbers: true,
  blocks: [
    { kind: 'ends', left: '时间：今天', right: '地点：这里' },
    { kind: 'heading', level: 1, text: '一、会议内容' },
    { kind: 'heading', level: 2, text: '（一）学习' },
    { kind: 'paragraph', text: '第一段 <b>不是标记</b> & “引号”。\n\n　　第二段。' },
    {
      kind: 'table',
      columns: [1, 3],
      headerRows: 1,
      rows: [line('事项'), line('责任人'), { cells: [{ text: '备注', columns: 2, foot: '（盖章）' }] }],
    },
    { kind: 'signatures', lines: [{ label: '主持人' }, { label: '记录人', name: '钱小红' }], date: '2026年' },
  ],
};

async function partsOf(document: OfficeDocument): Promise<(name: string) => string> {
  const zip = new PizZip(await writeWord(document));
  return (name) => zip.file(name)?.asText() ?? '';
}

function wordsOfXml(xml: string): string {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map((match) => match[1]).join('');
}

function wordsOfHtml(html: string): string {
  const body = html.slice(html.indexOf('<body>'));
  return body.replace(/<[^>]*>/gu, '').replace(/\n/gu, '');
}

/** White space between the parts differs: tabs here, boxes there. */
function packed(text: string): string {
  return text.replace(/\s/gu, '').replaceAll('&quot;', '"');
}

describe('one description, two renderings', () => {
  test.each<[string, OfficeDocument]>([
    ['a letter', letter],
    ['a form in landscape', { ...letter, style: 'form', orientation: 'landscape' }],
    [
      'two sheets',
      { ...letter, blocks: [...letter.blocks, { kind: 'newSheet', title: ['第二张'] }, ...letter.blocks] },
    ],
  ])('the page and the Word file of %s say the same in the same order', async (_name, document) => {
    const part = await partsOf(document);
    const words = packed(wordsOfXml(part('word/document.xml')));
    expect(words).toContain('支部党员大会会议记录');
    expect(packed(wordsOfHtml(documentHtml(document)))).toBe(words);
  });
});

describe('the Word file of a letter follows GB/T 9704-2012', () => {
  test('page, margins and page numbers', async () => {
    const part = await partsOf(letter);
    const xml = part('word/document.xml');
    const page = /<w:pgSz [^>]*>/u.exec(xml)?.[0] ?? '';
    const margins = /<w:pgMar [^>]*>/u.exec(xml)?.[0] ?? '';
    expect(page).toContain('w:w="11906"');
    expect(page).toContain('w:h="16838"');
    for (const margin of ['w:top="2098"', 'w:bottom="1984"', 'w:left="1587"', 'w:right="1474"'])
      expect(margins).toContain(margin);
    expect(part('word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
    const footers = ['word/footer1.xml', 'word/footer2.xml'].map(part);
    expect(footers.map((footer) => /<w:jc w:val="(\w+)"/u.exec(footer)?.[1])).toEqual(['right', 'left']);
    for (const footer of footers) expect(footer).toContain('w:val="28"');
  });

  test('fonts by their Chinese names, fixed lines, first lines indented by two characters', async () => {
    const styles = (await partsOf(letter))('word/styles.xml');
    const styleOf = (id: string): string =>
      new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, 'su').exec(styles)?.[0] ?? '';
    expect(styleOf('OfficeTitle')).toContain('w:eastAsia="方正小标宋简体"');
    expect(styleOf('OfficeTitle')).toContain('<w:sz w:val="44"/>');
    expect(styleOf('OfficeBody')).toContain('w:eastAsia="仿宋_GB2312"');
    expect(styleOf('OfficeBody')).toContain('<w:sz w:val="32"/>');
    expect(styleOf('OfficeBody')).toContain('w:line="560"');
    expect(styleOf('OfficeBody')).toContain('w:lineRule="exact"');
    expect(styleOf('OfficeBody')).toContain('w:firstLineChars="200"');
    expect(styleOf('OfficeHeading1')).toContain('w:eastAsia="黑体"');
    expect(styleOf('OfficeHeading1')).toContain('<w:keepNext/>');
    expect(styleOf('OfficeHeading2')).toContain('w:eastAsia="楷体_GB2312"');
  });

  test('rows stay whole, header rows repeat, and a row that may be long may break', async () => {
    const part = await partsOf({
      ...letter,
      blocks: [
        {
          kind: 'table',
          columns: [1, 1],
          headerRows: 1,
          rows: [line('头'), line('身'), { ...line('长'), mayBreak: true }],
        },
      ],
    });
    const rows = part('word/document.xml').split('<w:tr>').slice(1);
    expect(rows.map((row) => row.includes('<w:tblHeader/>'))).toEqual([true, false, false]);
    expect(rows.map((row) => row.includes('<w:cantSplit/>'))).toEqual([true, true, false]);
  });

  test('a cell beside a merged one gets the width of its own column', async () => {
    const part = await partsOf({
      ...letter,
      style: 'form',
      blocks: [
        {
          kind: 'table',
          columns: [1, 2, 3],
          headerRows: 0,
          rows: [
            { cells: [{ text: '甲', rows: 2 }, { text: '乙' }, { text: '丙' }] },
            { cells: [{ text: '丁' }, { text: '戊' }] },
          ],
        },
      ],
    });
    const xml = part('word/document.xml');
    const widthOf = (text: string): number => {
      const cell = xml.split('<w:tc>').find((each) => each.includes(`>${text}<`)) ?? '';
      return Number(/<w:tcW [^>]*w:w="(\d+)"/u.exec(cell)?.[1]);
    };
    expect(widthOf('丁')).toBe(widthOf('乙'));
    expect(widthOf('戊')).toBe(widthOf('丙'));
    expect(widthOf('丙')).toBeGreaterThan(widthOf('乙'));
  });

  test('a landscape form lies on its side', async () => {
    const xml = (await partsOf({ ...letter, style: 'form', orientation: 'landscape' }))('word/document.xml');
    const page = /<w:pgSz [^>]*>/u.exec(xml)?.[0] ?? '';
    expect(page).toContain('w:w="16838"');
    expect(page).toContain('w:h="11906"');
    expect(page).toContain('w:orient="landscape"');
  });
});

describe('the page', () => {
  test('can neither run a script nor load anything, and text stays text', () => {
    const html = documentHtml({
      ...letter,
      title: ['<script>alert(1)</script>'],
      blocks: [{ kind: 'paragraph', text: '"><img src=x onerror=alert(1)>' }],
    });
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/<script|<img/u);
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });

  test('repeats table heads and breaks no row that must stay whole', () => {
    const html = documentHtml(letter);
    expect(html).toContain('<thead><tr><td class="centre middle label"><div>事项');
    expect(html).toContain('tr{break-inside:avoid}');
    expect(html).toContain('size:210mm 297mm;margin:37mm 26mm 35mm 28mm');
  });
});

describe('a sheet as a page', () => {
  const sheet: OutputSheet = {
    name: '统计',
    title: '统计表',
    subtitle: { left: '填报单位：清泉学校', right: '填报日期：2026年11月24日' },
    headers: [
      [
        { text: '名称', rows: 2 },
        { text: '数量', columns: 2 },
      ],
      [{ text: '人' }, { text: '元' }],
    ],
    columns: [
      { width: 10, form: 'text' },
      { width: 10, form: 'integer', total: true },
      { width: 10, form: 'money', total: true },
      { width: 10, form: 'text', hidden: true },
    ],
    rows: [
      ['一班', 3, 1234.5, '秘密'],
      ['二班', 4, 0.25, '秘密'],
    ],
    totalsRow: true,
    signOff: '填报人：王办事',
  };

  test('adds up, keeps merged heads and leaves hidden columns out', () => {
    const html = workbookHtml([sheet]);
    expect(html).toContain('<th rowspan="2">名称</th><th colspan="2">数量</th>');
    expect(html).toMatch(/合计.*>7<.*>1,234\.75</su);
    expect(html).not.toContain('秘密');
    expect(html).toContain('填报人：王办事');
  });

  test('a hidden sheet is not shown', () => {
    expect(workbookHtml([sheet, { ...sheet, name: '键', title: '键', hidden: true }])).not.toContain('键');
  });
});

describe('words on paper', () => {
  test.each([
    ['张三', '张\u3000三'],
    ['欧阳修', '欧阳修'],
    ['司马相如', '司马相如'],
    ['Li', 'Li'],
    ['', ''],
  ])('the name %s', (name, printed) => {
    expect(alignedName(name)).toBe(printed);
  });

  test.each([
    ['2026-03-05', '2026年3月5日'],
    ['2026-11-24', '2026年11月24日'],
    ['2026-02-30', ''],
    [null, ''],
  ])('the date %s', (date, printed) => {
    expect(printedDate(date)).toBe(printed);
  });

  test('a span of time', () => {
    expect(printedTime('2026-11-24', '14:30', '15:40')).toBe('2026年11月24日14:30—15:40');
  });

  test.each([
    [1, 3, '33.3%'],
    [0, 5, '0.0%'],
    [5, 5, '100.0%'],
    [0, 0, '—'],
  ])('%d of %d', (part, whole, printed) => {
    expect(printedShare(part, whole)).toBe(printed);
  });

  test.each([
    [null, '无'],
    ['', '无'],
    [' \n', '无'],
    ['有', '有'],
  ])('nothing is said: %j', (text, printed) => {
    expect(orNothing(text)).toBe(printed);
  });
});
