import {
  missingPapers,
  papersOf,
  stateOf,
  stepOn,
} from '../../../../shared/domain/membership/developmentState.ts';
import {
  developmentSideSteps,
  developmentSteps,
  storedStepName,
} from '../../../../shared/domain/membership/developmentSteps.ts';
import { success } from '../../../../shared/kernel/result.ts';
import { memberDevelopment } from '../../../../shared/ledgers/partyLife/memberDevelopment.ts';
import { line, signatures } from '../../../documents/officeBlocks.ts';
import type { Block, TableRow } from '../../../documents/officeDocument.ts';
import { formTable, headRow, label, pairsRow } from '../../../documents/officeTables.ts';
import { alignedName, orNothing, printedDate } from '../../../documents/officeText.ts';
import type { RecordIn } from '../../../store/records/records.ts';
import { titlesOf } from '../../../store/records/titles.ts';
import { developmentPerson } from '../../partyLife/checks/developmentFacts.ts';
import { countPersons, recordReport } from '../report.ts';

interface Paper {
  readonly phase: string;
  readonly paper: string;
  readonly on: string | null;
  readonly state: '齐' | '缺' | '办理中' | '';
  readonly remark: string;
}

/** 发展党员档案目录: the papers of one person's dossier in the order of the steps, as its first sheet. */
export const developmentContents = recordReport({
  name: 'developmentContents',
  label: '发展党员档案目录',
  area: 'partyLife',
  ledger: memberDevelopment,
  gather: (h, record) => {
    const { branch, contacts, sponsors } = record.values;
    return success({ record, names: titlesOf(h, [branch, ...contacts, ...sponsors]) });
  },
  compose: ({ record, names }, { schoolName }) => {
    const { values } = record;
    const person = developmentPerson(record);
    const papers = papersInOrder(record);
    const missing = missingPapers(person);
    const some = missing.slice(0, 3).map(({ paper }) => paper);
    return {
      name: `发展党员档案目录_${values.name}`,
      document: {
        title: [schoolName, '发展党员档案目录'],
        style: 'form',
        pageNumbers: true,
        blocks: [
          personTable(values, names),
          line(''),
          contentsTable(papers),
          signatures(['整理人（签字）', '审核人（签字）']),
        ],
      },
      personCount: 1 + countPersons([...values.contacts, ...values.sponsors]),
      problems: [
        missing.length > 0 &&
          `还缺 ${missing.length} 份材料：${some.join('、')}${missing.length > some.length ? '等' : ''}。`,
        stateOf(person) !== '正式党员' &&
          person.endedOn === null &&
          '发展过程还没有完成，目录里后面的步骤是空的。',
      ],
      rows: papers.length,
    };
  },
});

function personTable(
  values: RecordIn<typeof memberDevelopment>['values'],
  names: Readonly<Record<string, string>>,
): Block {
  const list = (ids: readonly string[]) => orNothing(ids.map((id) => names[id] ?? '').join('、'));
  return formTable(
    [3, 6, 3, 6],
    [
      pairsRow({ '姓　　名': alignedName(values.name), '性　　别': values.sex ?? '' }),
      pairsRow({ 出生日期: printedDate(values.bornOn), '党 支 部': names[values.branch] ?? '' }),
      pairsRow({ 培养联系人: list(values.contacts), 入党介绍人: list(values.sponsors) }),
    ],
  );
}

/** The papers of the steps and, where a side step was taken, of it too. */
function papersInOrder(record: RecordIn<typeof memberDevelopment>): readonly Paper[] {
  const person = developmentPerson(record);
  const { values } = record;
  return developmentSteps.flatMap((step): Paper[] => {
    const on = stepOn(person, step.number);
    const missing = missingPapers(person).filter((one) => one.step === step.number);
    const remark = values.steps.find((row) => row.step === storedStepName(step))?.remark ?? '';
    const own = papersOf(person, step.number).map(({ paper, ready }): Paper => ({
      phase: step.phase,
      paper,
      on,
      state: ready ? '齐' : on === null ? '' : missing.some((one) => one.paper === paper) ? '缺' : '办理中',
      remark,
    }));
    return [...sidePapers(record, step.number, step.phase), ...own];
  });
}

function sidePapers(
  { values }: RecordIn<typeof memberDevelopment>,
  before: number,
  phase: string,
): readonly Paper[] {
  return developmentSideSteps
    .filter(({ between }) => between[1] === before)
    .flatMap(({ name, paper, isNotice }): Paper[] => {
      const notice = isNotice ? values.notices.find(({ kind }) => kind === name) : undefined;
      const row = values.steps.find(({ step }) => step === name);
      if (!notice && !row) return [];
      const attached = values.files.some(({ kind }) => kind === paper);
      const ready = attached || row?.papersReady === true;
      return [
        {
          phase,
          paper,
          on: notice?.to ?? row?.doneOn ?? null,
          state: ready ? '齐' : notice ? '' : '缺',
          remark: notice ? `${printedDate(notice.from)}起公示` : (row?.remark ?? ''),
        },
      ];
    });
}

/** A line for each phase, then its papers. */
function contentsTable(papers: readonly Paper[]): Block {
  return {
    kind: 'table',
    columns: [1.6, 7.3, 5.2, 1.6, 1.6, 4],
    headerRows: 1,
    size: '五号',
    rows: [
      headRow(['序号', '材料名称', '形成日期', '齐缺', '页数', '备注']),
      ...papers.flatMap((paper, index): TableRow[] => [
        ...(papers[index - 1]?.phase === paper.phase
          ? []
          : [{ cells: [label(paper.phase, { columns: 6, align: 'left' })] }]),
        paperRow(paper, index),
      ]),
    ],
  };
}

function paperRow(paper: Paper, index: number): TableRow {
  return {
    cells: [
      { text: String(index + 1) },
      { text: paper.paper, align: 'left' as const },
      { text: printedDate(paper.on) },
      { text: paper.state },
      { text: '' },
      { text: paper.remark, align: 'left' as const },
    ],
  };
}
