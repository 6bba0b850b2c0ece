import type { ParameterId } from '../../../shared/domain/parameters/index.ts';
import type { PeriodKind } from '../../../shared/kernel/periods.ts';
import type { Area } from '../../../shared/ledger/definition.ts';
import { partyMeeting } from '../../../shared/ledgers/partyLife/partyMeeting.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { finishedRecords } from '../../store/records/recordsBetween.ts';

export interface TaskFile {
  /** Name of a report. */
  readonly report: string;
  readonly formats: readonly ('docx' | 'xlsx' | 'pdf')[];
  /** One file per record of the period, in a folder of its own. */
  readonly each?: {
    readonly folder: string;
    readonly records: (h: ReadHandle, period: string) => readonly string[];
  };
}

export interface TaskDefinition {
  readonly id: string;
  readonly label: string;
  readonly area: Area;
  readonly kinds: readonly PeriodKind[];
  /** Days after the first or last day of the period; the number is a parameter that a county may set. */
  readonly due: { readonly after: 'start' | 'end'; readonly days: DueParameter };
  readonly files: readonly TaskFile[];
}

export type DueParameter = Extract<
  ParameterId,
  'partyReportDueDays' | 'ethicsReportDueDays' | 'serviceReportDueDays' | 'pledgeDays'
>;

/** What schools carry to the bureau (domain.md §8.4), in the order of the submission page. */
export const submissionTasks: readonly TaskDefinition[] = [
  {
    id: 'partyQuarter',
    label: '党建工作季报',
    area: 'partyLife',
    kinds: ['quarter'],
    due: { after: 'end', days: 'partyReportDueDays' },
    files: [
      { report: 'partyLifeStatistics', formats: ['xlsx', 'pdf'] },
      { report: 'memberRoll', formats: ['xlsx'] },
      {
        report: 'meetingMinutes',
        formats: ['docx'],
        each: {
          folder: '会议记录',
          records: (h, period) => finishedRecords(h, partyMeeting, [], period).map(({ id }) => id),
        },
      },
    ],
  },
  {
    id: 'partyYear',
    label: '党建工作年报',
    area: 'partyLife',
    kinds: ['year'],
    due: { after: 'end', days: 'partyReportDueDays' },
    files: [
      { report: 'partyLifeStatistics', formats: ['xlsx', 'pdf'] },
      { report: 'memberRoll', formats: ['xlsx'] },
    ],
  },
  {
    id: 'ethicsAppraisal',
    label: '师德考核年度上报',
    area: 'ethics',
    kinds: ['year', 'schoolYear'],
    due: { after: 'end', days: 'ethicsReportDueDays' },
    files: [{ report: 'appraisalSummary', formats: ['xlsx', 'pdf'] }],
  },
  {
    id: 'ethicsPledges',
    label: '师德承诺书签订上报',
    area: 'ethics',
    kinds: ['schoolYear'],
    due: { after: 'start', days: 'pledgeDays' },
    files: [{ report: 'pledgeStatus', formats: ['xlsx', 'pdf'] }],
  },
  {
    id: 'serviceTerm',
    label: '课后服务学期上报',
    area: 'afterSchool',
    kinds: ['term'],
    due: { after: 'end', days: 'serviceReportDueDays' },
    files: [
      { report: 'serviceStatistics', formats: ['xlsx', 'pdf'] },
      { report: 'serviceHours', formats: ['xlsx'] },
      { report: 'weeklyRoster', formats: ['docx'] },
    ],
  },
];

/** What is made for a task: one document per report, or one per record of the period. */
export function documentsOf(
  h: ReadHandle,
  task: TaskDefinition,
  period: string,
): readonly { readonly file: TaskFile; readonly recordId: string | null }[] {
  return task.files.flatMap((file) =>
    (file.each ? file.each.records(h, period) : [null]).map((recordId) => ({ file, recordId })),
  );
}

export function findTask(id: string): TaskDefinition | undefined {
  return submissionTasks.find((task) => task.id === id);
}
