import { ends, signatures } from '../../../documents/officeBlocks.ts';
import type { Block, OfficeDocument } from '../../../documents/officeDocument.ts';
import { printedDate } from '../../../documents/officeText.ts';
import { countPersons, recordReport } from '../report.ts';
import { campaignSource, campaignTable, tableName, titleLines, type CampaignPaper } from './campaignPaper.ts';

/** 征求意见汇总表: every opinion as it was given, and what became of it. */
export const campaignOpinions = recordReport({
  ...campaignSource,
  name: 'campaignOpinions',
  label: '征求意见汇总表',
  compose: (data) => {
    const { campaign } = data;
    const { opinions } = campaign;
    const days =
      campaign.opinionsFrom === null
        ? ''
        : `时间：${printedDate(campaign.opinionsFrom)}至${printedDate(campaign.opinionsTo)}`;
    const people = campaign.opinionPeople === null ? '' : `征求${campaign.opinionPeople}人，`;
    return {
      name: `征求意见汇总表_${data.shortName}_${data.title}`,
      document: listDocument(data, '征求意见汇总表', '汇总人（签字）', [
        ...(campaign.opinionMethods === null ? [] : [ends(`方式：${campaign.opinionMethods}`)]),
        ends(days, `${people}意见${data.fact.opinionCount ?? 0}条`),
        campaignTable(
          [
            { heading: '意见建议', share: 8, long: true, cell: ({ content }) => content },
            {
              heading: '对　象',
              share: 3,
              cell: ({ member, target }) => (member === null ? target : tableName(data, member)),
            },
            { heading: '来　自', share: 2.6, cell: ({ givenBy }) => givenBy },
            { heading: '采纳和处理', share: 6, long: true, cell: ({ answer }) => answer },
          ],
          opinions,
        ),
      ]),
      personCount: countPersons(opinions.map((row) => row.member)),
      problems: [opinions.length === 0 && '还没有逐条登记意见，表是空白的，可以手写。'],
      rows: opinions.length,
    };
  },
});

/** 问题清单: what the committee and every member found in themselves. */
export const campaignProblems = recordReport({
  ...campaignSource,
  name: 'campaignProblems',
  label: '问题清单',
  compose: (data) => {
    const { problems } = data.campaign;
    return {
      name: `问题清单_${data.shortName}_${data.title}`,
      document: listDocument(data, '问题清单', '填表人（签字）', [
        campaignTable(
          [
            {
              heading: '查摆对象',
              share: 4,
              cell: ({ member, owner }) => (member === null ? owner : tableName(data, member)),
            },
            { heading: '存在的问题', share: 11.6, long: true, cell: ({ problem }) => problem },
            { heading: '来　源', share: 4, cell: ({ source }) => source },
          ],
          problems,
        ),
      ]),
      personCount: countPersons(problems.map((row) => row.member)),
      sensitiveColumns: [problems.some((row) => row.member !== null) && '存在的问题'],
      problems: [problems.length === 0 && '问题清单是空的，可以手写。'],
      rows: problems.length,
    };
  },
});

/** 整改清单 with owner, term and closing. */
export const campaignRectifications = recordReport({
  ...campaignSource,
  name: 'campaignRectifications',
  label: '整改清单',
  compose: (data) => {
    const { rectifications } = data.campaign;
    const open = rectifications.filter(({ closedOn }) => closedOn === null).length;
    return {
      name: `整改清单_${data.shortName}_${data.title}`,
      document: {
        ...listDocument(data, '整改清单', '填表人（签字）', [
          ends('', `共${rectifications.length}项，已销号${rectifications.length - open}项`),
          campaignTable(
            [
              { heading: '问　题', share: 5.6, long: true, cell: ({ problem }) => problem },
              { heading: '整改措施', share: 6.6, long: true, cell: ({ measure }) => measure },
              { heading: '责任人', share: 2.6, cell: ({ owner }) => tableName(data, owner) },
              { heading: '整改时限', share: 4.6, cell: ({ dueOn }) => printedDate(dueOn) },
              { heading: '销号日期', share: 4.6, cell: ({ closedOn }) => printedDate(closedOn) },
              { heading: '整改结果', share: 3.8, long: true, cell: ({ result }) => result },
            ],
            rectifications,
          ),
        ]),
        orientation: 'landscape',
      },
      personCount: countPersons(rectifications.map((row) => row.owner)),
      problems: [
        rectifications.length === 0 && '整改清单是空的，可以手写。',
        open > 0 && `还有${open}项没有销号。`,
        rectifications.some(({ owner, dueOn }) => owner === null || dueOn === null) &&
          '有整改事项没有责任人或时限。',
      ],
      rows: rectifications.length,
    };
  },
});

function listDocument(
  data: CampaignPaper,
  name: string,
  writer: string,
  blocks: readonly Block[],
): OfficeDocument {
  return {
    title: titleLines(data, name),
    style: 'form',
    pageNumbers: true,
    blocks: [...blocks, signatures([writer, '支部书记（签字）'])],
  };
}
