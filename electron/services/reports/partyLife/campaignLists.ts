import { printedDate } from '../../../documents/officeText.ts';
import type { Block, OfficeDocument } from '../../../documents/officeDocument.ts';
import {
  campaignTable,
  countPersons,
  readCampaignPaper,
  tableName,
  titleLines,
  words,
  type CampaignPaper,
} from './campaignPaper.ts';
import { defineReport } from '../report.ts';

const shared = {
  area: 'partyLife',
  formats: ['docx', 'pdf'],
  scope: { kind: 'record', ledger: 'partyCampaign' },
} as const;

/** 征求意见汇总表: every opinion as it was given, and what became of it. */
export const campaignOpinions = defineReport<CampaignPaper>({
  ...shared,
  name: 'campaignOpinions',
  label: '征求意见汇总表',
  gather: readCampaignPaper,
  compose: (data) => {
    const { campaign } = data;
    const days =
      campaign.opinionsFrom === null
        ? ''
        : `时间：${printedDate(campaign.opinionsFrom)}至${printedDate(campaign.opinionsTo)}`;
    return {
      name: `征求意见汇总表_${data.shortName}_${data.title}`,
      document: listDocument(
        data,
        '征求意见汇总表',
        [
          ...(campaign.opinionMethods === null
            ? []
            : [{ kind: 'ends', left: `方式：${campaign.opinionMethods}`, right: '' } as const]),
          {
            kind: 'ends',
            left: days,
            right: `${campaign.opinionPeople === null ? '' : `征求${campaign.opinionPeople}人，`}意见${data.fact.opinionCount ?? 0}条`,
          },
          campaignTable(
            [1.4, 8, 3, 2.6, 6],
            ['序号', '意见建议', '对　象', '来　自', '采纳和处理'],
            campaign.opinions.map((row) => [
              words(row.content),
              row.member === null ? (row.target ?? '') : tableName(data, row.member),
              row.givenBy ?? '',
              words(row.answer),
            ]),
          ),
        ],
        ['汇总人（签字）', '支部书记（签字）'],
      ),
      personCount: countPersons(campaign.opinions.map((row) => row.member)),
      sensitiveColumns: [],
      problems: campaign.opinions.length === 0 ? ['还没有逐条登记意见，表是空白的，可以手写。'] : [],
      rows: campaign.opinions.length,
    };
  },
});

/** 问题清单: what the committee and every member found in themselves. */
export const campaignProblems = defineReport<CampaignPaper>({
  ...shared,
  name: 'campaignProblems',
  label: '问题清单',
  gather: readCampaignPaper,
  compose: (data) => {
    const { problems } = data.campaign;
    return {
      name: `问题清单_${data.shortName}_${data.title}`,
      document: listDocument(
        data,
        '问题清单',
        [
          campaignTable(
            [1.4, 4, 11.6, 4],
            ['序号', '查摆对象', '存在的问题', '来　源'],
            problems.map((row) => [
              row.member === null ? row.owner : tableName(data, row.member),
              words(row.problem),
              row.source ?? '',
            ]),
          ),
        ],
        ['填表人（签字）', '支部书记（签字）'],
      ),
      personCount: countPersons(problems.map((row) => row.member)),
      sensitiveColumns: problems.some((row) => row.member !== null) ? ['存在的问题'] : [],
      problems: problems.length === 0 ? ['问题清单是空的，可以手写。'] : [],
      rows: problems.length,
    };
  },
});

/** 整改清单 with owner, term and closing. */
export const campaignRectifications = defineReport<CampaignPaper>({
  ...shared,
  name: 'campaignRectifications',
  label: '整改清单',
  gather: readCampaignPaper,
  compose: (data) => {
    const { rectifications } = data.campaign;
    const open = rectifications.filter(({ closedOn }) => closedOn === null).length;
    return {
      name: `整改清单_${data.shortName}_${data.title}`,
      document: {
        ...listDocument(
          data,
          '整改清单',
          [
            {
              kind: 'ends',
              left: '',
              right: `共${rectifications.length}项，已销号${rectifications.length - open}项`,
            },
            campaignTable(
              [1.4, 5.6, 6.6, 2.6, 4.6, 4.6, 3.8],
              ['序号', '问　题', '整改措施', '责任人', '整改时限', '销号日期', '整改结果'],
              rectifications.map((row) => [
                words(row.problem),
                words(row.measure),
                tableName(data, row.owner),
                printedDate(row.dueOn),
                printedDate(row.closedOn),
                words(row.result),
              ]),
            ),
          ],
          ['填表人（签字）', '支部书记（签字）'],
        ),
        orientation: 'landscape',
      },
      personCount: countPersons(rectifications.map((row) => row.owner)),
      sensitiveColumns: [],
      problems: [
        ...(rectifications.length === 0 ? ['整改清单是空的，可以手写。'] : []),
        ...(open > 0 ? [`还有${open}项没有销号。`] : []),
        ...(rectifications.some(({ owner, dueOn }) => owner === null || dueOn === null)
          ? ['有整改事项没有责任人或时限。']
          : []),
      ],
      rows: rectifications.length,
    };
  },
});

function listDocument(
  data: CampaignPaper,
  name: string,
  blocks: readonly Block[],
  signatures: readonly string[],
): OfficeDocument {
  return {
    title: titleLines(data, name),
    orientation: 'portrait',
    style: 'form',
    pageNumbers: true,
    blocks: [
      ...blocks,
      { kind: 'signatures', lines: signatures.map((text) => ({ label: text })), date: '年　　月　　日' },
    ],
  };
}
