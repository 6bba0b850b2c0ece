import type { ClauseText } from '../../../../shared/domain/ethics/signCampaigns.ts';
import { formatPeriod, type PeriodKind } from '../../../../shared/kernel/periods.ts';
import { success } from '../../../../shared/kernel/result.ts';
import type { Block, TableRow } from '../../../documents/officeDocument.ts';
import { alignedName, blanks } from '../../../documents/officeText.ts';
import { campaignView, type CampaignAbout } from '../../ethics/signTracking.ts';
import { schoolOf } from '../../school/schoolOf.ts';
import { defineReport } from '../report.ts';
import { periodOfScope } from '../reportPeriod.ts';
import { headRow, label } from '../tableCells.ts';
import type { SignCampaign } from '../../../../shared/domain/ethics/words.ts';

interface FormsData {
  readonly schoolName: string;
  readonly period: string;
  readonly text: ClauseText;
  readonly names: readonly string[];
}

interface FormsSpec {
  readonly name: string;
  readonly label: string;
  readonly campaign: SignCampaign;
  readonly onlyMissing: boolean;
}

/** 师德承诺书, one page a person, for the whole staff. */
export const pledgeForms = signForms({
  name: 'pledgeForms',
  label: '师德承诺书（全体，一人一页）',
  campaign: '师德承诺书',
  onlyMissing: false,
});
/** The same for those who have not signed. */
export const pledgeFormsMissing = signForms({
  name: 'pledgeFormsMissing',
  label: '师德承诺书（未签人员）',
  campaign: '师德承诺书',
  onlyMissing: true,
});
/** 有偿补课自查表, one page a teacher. */
export const selfCheckForms = signForms({
  name: 'selfCheckForms',
  label: '有偿补课自查表（全体，一人一页）',
  campaign: '有偿补课自查',
  onlyMissing: false,
});
/** The same for those who have none before the vacation. */
export const selfCheckFormsMissing = signForms({
  name: 'selfCheckFormsMissing',
  label: '有偿补课自查表（未签人员）',
  campaign: '有偿补课自查',
  onlyMissing: true,
});

/** The self-examination that ends a term. */
export function vacationOccasion(term: string): '寒假前' | '暑假前' {
  return term.endsWith('-1') ? '寒假前' : '暑假前';
}

function signForms({ name, label: title, campaign, onlyMissing }: FormsSpec) {
  const isPledge = campaign === '师德承诺书';
  const kinds: readonly PeriodKind[] = isPledge ? ['schoolYear'] : ['term'];
  return defineReport<FormsData>({
    name,
    label: title,
    area: 'ethics',
    formats: ['docx', 'pdf'],
    scope: { kind: 'period', periods: kinds },
    gather: (h, scope, { today }) => {
      const period = periodOfScope(scope, kinds);
      if (!period.ok) return period;
      const about: CampaignAbout = {
        campaign,
        period: period.value,
        occasion: isPledge ? null : vacationOccasion(period.value),
      };
      const view = campaignView(h, about, today);
      return success({
        schoolName: schoolOf(h).values.name,
        period: period.value,
        text: view.text,
        names: view.rows
          .filter(({ state }) => !onlyMissing || state === 'missing' || state === 'newcomer')
          .map((row) => row.name),
      });
    },
    compose: (data) => {
      const paper = isPledge ? pledgeBlocks : selfCheckBlocks;
      const heading = [data.schoolName, isPledge ? '师德承诺书' : '有偿补课自查表'];
      // Nobody left to sign: an empty form is still useful for a newcomer.
      const names = data.names.length > 0 ? data.names : [''];
      return {
        name: `${heading[1] ?? ''}_${data.period}${onlyMissing ? '_未签人员' : ''}`,
        document: {
          title: heading,
          orientation: 'portrait',
          style: 'form',
          pageNumbers: false,
          blocks: names.flatMap((person, index): Block[] => [
            ...(index === 0 ? [] : [{ kind: 'newSheet' as const, title: heading }]),
            ...paper(person, data),
          ]),
        },
        personCount: data.names.length,
        sensitiveColumns: [],
        problems: data.names.length === 0 ? ['没有需要打印的人员，附一份空白表。'] : [],
        rows: data.names.length,
      };
    },
  });
}

function pledgeBlocks(person: string, { text, period }: FormsData): Block[] {
  return [
    { kind: 'ends', left: `学年：${formatPeriod(period)}`, right: `条款：${text.version}` },
    { kind: 'paragraph', text: text.preamble },
    ...text.clauses.map((clause, index): Block => ({ kind: 'paragraph', text: `${index + 1}. ${clause}` })),
    { kind: 'paragraph', text: text.closing },
    { kind: 'paragraph', align: 'left', text: '' },
    {
      kind: 'signatures',
      lines: [
        person === '' ? { label: '承诺人（签字）' } : { label: '承诺人（签字）', name: person },
        { label: '见证人（签字）' },
      ],
      date: writtenDate(),
    },
  ];
}

function selfCheckBlocks(person: string, { text, period }: FormsData): Block[] {
  const rows: TableRow[] = [
    headRow(['序号', '自查内容', '是', '否']),
    ...text.clauses.map((clause, index) => ({
      heightMm: 14,
      cells: [
        { text: String(index + 1) },
        { text: clause, align: 'left' as const },
        { text: '□' },
        { text: '□' },
      ],
    })),
    {
      heightMm: 30,
      cells: [
        label('情况\n说明'),
        {
          text: '（有“是”的写明时间、地点、对象和整改情况）',
          columns: 3,
          align: 'left',
          vertical: 'top',
        },
      ],
    },
  ];
  return [
    {
      kind: 'ends',
      left: `教师：${person === '' ? blanks(6) : alignedName(person)}`,
      right: `${formatPeriod(period)}${blanks()}□学期中${blanks()}□${vacationOccasion(period)}`,
    },
    { kind: 'paragraph', text: text.preamble },
    { kind: 'table', columns: [1.4, 11.6, 1.8, 1.8], headerRows: 1, rows },
    { kind: 'paragraph', text: text.closing },
    {
      kind: 'signatures',
      lines: [{ label: '教师（签字）' }, { label: '核查人（签字）' }],
      date: writtenDate(),
    },
  ];
}

function writtenDate(): string {
  return `${blanks(4)}年${blanks(2)}月${blanks(2)}日`;
}
