import { bodyNames, type BodyNames } from '../../../../../shared/domain/ethics/appealRoute.ts';
import type { CaseFact } from '../../../../../shared/domain/ethics/facts.ts';
import type { Parameters } from '../../../../../shared/domain/parameters/index.ts';
import { success, type Result } from '../../../../../shared/kernel/result.ts';
import { staff } from '../../../../../shared/ledgers/base/staff.ts';
import { ethicsCase } from '../../../../../shared/ledgers/ethics/ethicsCase.ts';
import type { Block } from '../../../../documents/officeDocument.ts';
import { blanks } from '../../../../documents/officeText.ts';
import { getRecord, type RecordIn } from '../../../../store/records/records.ts';
import { titlesOf } from '../../../../store/records/titles.ts';
import { parametersInForce } from '../../../school/parametersInForce.ts';
import { caseFactOf } from '../../../ethics/checks/caseFact.ts';
import { recordReport, type ComposedPaper, type Report } from '../../report.ts';

/** What every paper of a case is filled from. */
export interface CaseData {
  readonly schoolName: string;
  readonly bodies: BodyNames;
  readonly values: RecordIn<typeof ethicsCase>['values'];
  readonly fact: CaseFact;
  /** The person complained of; `null` when the record is gone. */
  readonly person: RecordIn<typeof staff>['values'] | null;
  /** Names of handler, investigators and the person, by record id. */
  readonly names: Readonly<Record<string, string>>;
  readonly parameters: Parameters;
  readonly today: string;
}

interface CasePaperSpec {
  readonly name: string;
  readonly label: string;
  /** Whether it shows who complained, evidence or statements: made only for people named on the case. */
  readonly locked: boolean;
  readonly compose: (
    data: CaseData,
  ) => Pick<ComposedPaper, 'document' | 'problems'> & { readonly people?: number };
}

/** Printed where the clerk has still to write. */
export const toWrite = '（待填写）';

/** A paper made from one case, as a report. Its file is named after paper and case number, never after a person. */
export function defineCasePaper({ compose, locked, ...info }: CasePaperSpec): Report {
  return recordReport({
    ...info,
    ...(locked && { locked }),
    area: 'ethics',
    ledger: ethicsCase,
    gather: (h, record, { schoolName, today }): Result<CaseData> => {
      const { values } = record;
      const fact = caseFactOf(record);
      const parameters = parametersInForce(h);
      const people = [values.staff, values.handler, ...values.investigators].filter((id) => id !== null);
      return success({
        schoolName,
        bodies: bodyNames(schoolName, fact.decidedOn ?? today, parameters),
        values,
        fact,
        person: getRecord(h, staff, values.staff)?.values ?? null,
        names: titlesOf(h, people),
        parameters,
        today,
      });
    },
    compose: (data) => {
      const { people = 1, ...paper } = compose(data);
      return {
        ...paper,
        name: `${info.label}_${data.values.number}`,
        personCount: people,
        sensitiveColumns: locked ? ['举报人、证据和笔录等受限内容'] : ['处理'],
      };
    },
  });
}

/** The name of the person complained of. */
export function personName({ person, names, values }: CaseData): string {
  return person?.name ?? names[values.staff] ?? '';
}

/** 张三（语文教师）: how a paper introduces the person. */
export function personIntroduced(data: CaseData): string {
  const { person } = data;
  const role = person?.post ?? (person?.subject ? `${person.subject}教师` : (person?.staffKind ?? ''));
  return `${personName(data)}${role === '' ? '' : `（${role}）`}`;
}

/** Names of those who look into the case, the handler first. */
export function investigatorNames({ values, names }: CaseData): readonly string[] {
  const ids = [values.handler, ...values.investigators].filter((id) => id !== null);
  return [...new Set(ids)].map((id) => names[id] ?? '').filter((name) => name !== '');
}

/** 发文字号 under the title; room to write it where it isn't given yet. */
export function documentNumber(number: string | null, day: string | null, today: string): Block {
  const year = (day ?? today).slice(0, 4);
  return {
    kind: 'paragraph',
    align: 'centre',
    text: number ?? `${blanks(3)}〔${year}〕${blanks(2)}号`,
  };
}
