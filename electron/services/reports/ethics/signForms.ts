import type { ClauseText } from '../../../../shared/domain/ethics/signCampaigns.ts';
import { formatPeriod } from '../../../../shared/kernel/periods.ts';
import { success } from '../../../../shared/kernel/result.ts';
import { campaignView } from '../../ethics/signTracking.ts';
import { periodReport } from '../report.ts';
import type { SignCampaign } from '../../../../shared/domain/ethics/words.ts';
import { body, ends, line, repeatedPages, signatures } from '../../../documents/officeBlocks.ts';
import type { Block } from '../../../documents/officeDocument.ts';
import { emptyColumns, listTable, numberColumn, writingRow } from '../../../documents/officeTables.ts';
import { alignedName, blanks } from '../../../documents/officeText.ts';

interface FormsData {
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
  const paperName = isPledge ? '师德承诺书' : '有偿补课自查表';
  return periodReport({
    name,
    label: title,
    area: 'ethics',
    periods: isPledge ? ['schoolYear'] : ['term'],
    gather: (h, { period, today }) => {
      const occasion = isPledge ? null : vacationOccasion(period);
      const { text, rows } = campaignView(h, { campaign, period, occasion }, today);
      return success<FormsData>({
        text,
        names: rows
          .filter(({ state }) => !onlyMissing || state === 'missing' || state === 'newcomer')
          .map((row) => row.name),
      });
    },
    compose: ({ text, names }, { schoolName, period }) => {
      const heads = [schoolName, paperName];
      const page = isPledge ? pledgeBlocks : selfCheckBlocks;
      return {
        name: `${paperName}_${period}${onlyMissing ? '_未签人员' : ''}`,
        document: {
          title: heads,
          style: 'form',
          // Nobody left to sign: an empty form is still useful for a newcomer.
          blocks: repeatedPages(heads, names.length > 0 ? names : [''], (person) =>
            page(person, text, period),
          ),
        },
        personCount: names.length,
        problems: [names.length === 0 && '没有需要打印的人员，附一份空白表。'],
        rows: names.length,
      };
    },
  });
}

function pledgeBlocks(person: string, text: ClauseText, period: string): Block[] {
  return [
    ends(`学年：${formatPeriod(period)}`, `条款：${text.version}`),
    ...body(text.preamble, ...text.clauses.map((clause, index) => `${index + 1}. ${clause}`), text.closing),
    line(''),
    signatures([{ label: '承诺人（签字）', ...(person !== '' && { name: person }) }, '见证人（签字）']),
  ];
}

function selfCheckBlocks(person: string, text: ClauseText, period: string): Block[] {
  return [
    ends(
      `教师：${person === '' ? blanks(6) : alignedName(person)}`,
      `${formatPeriod(period)}${blanks()}□学期中${blanks()}□${vacationOccasion(period)}`,
    ),
    ...body(text.preamble),
    listTable<string>(
      [
        numberColumn(1.4),
        { heading: '自查内容', share: 11.6, long: true, cell: (clause) => clause },
        ...emptyColumns(['是', '否'], 1.8, '□'),
      ],
      text.clauses,
      {
        size: '小四',
        heightMm: 14,
        foot: [writingRow('情况\n说明', '（有“是”的写明时间、地点、对象和整改情况）', 30)],
      },
    ),
    ...body(text.closing),
    signatures(['教师（签字）', '核查人（签字）']),
  ];
}
