import { developmentStep, storedStepName } from '#shared/domain/membership/developmentSteps.ts';
import { newId } from './desk.ts';

type Days = Readonly<Record<number, string>>;

const probationDays: Days = {
  1: '2023-03-01',
  2: '2023-03-20',
  3: '2023-09-10',
  4: '2023-09-20',
  5: '2023-09-20',
  6: '2023-09-20',
  7: '2024-10-10',
  8: '2024-10-25',
  9: '2024-10-28',
  10: '2025-06-10',
  11: '2025-07-10',
  12: '2025-10-20',
  13: '2025-11-01',
  14: '2025-11-05',
  15: '2025-11-20',
  16: '2025-12-05',
  17: '2025-12-15',
  18: '2025-12-25',
  19: '2025-12-20',
  20: '2025-12-30',
  21: '2025-12-20',
};
const applicantDays: Days = {
  1: '2024-01-10',
  2: '2024-01-25',
  3: '2024-06-10',
  4: '2024-06-20',
  5: '2024-06-20',
  6: '2024-06-20',
  7: '2025-06-20',
  8: '2025-07-05',
  9: '2025-07-08',
  10: '2025-12-10',
  11: '2025-11-08',
};

const inspected = (phase: '积极分子' | '预备党员', ...days: readonly string[]) =>
  days.map((inspectedOn) => ({
    id: newId(),
    inspectedOn,
    phase,
    inspector: '李晓梅',
    opinion: '思想端正，工作踏实，同意继续培养。',
  }));

function rowsOf(days: Days) {
  return Object.entries(days).map(([number, doneOn]) => ({
    id: newId(),
    step: storedStepName(developmentStep(Number(number))),
    doneOn,
    papersReady: true,
    meeting: null,
    remark: null,
  }));
}

/** What was known of the two at the beginning of the year: one on probation, one ready to be admitted. */
export function dossiersAtNewYear(branch: string, helpers: readonly string[]) {
  const shared = {
    branch,
    contacts: helpers.slice(0, 1),
    sponsors: helpers,
    ethnicity: '汉族',
    education: '大学本科',
  };
  return {
    probationer: {
      ...shared,
      name: '周明',
      sex: '男',
      bornOn: '1992-05-14',
      post: '物理教师',
      steps: rowsOf(probationDays),
      inspections: [
        ...inspected('积极分子', '2024-03-05', '2024-09-03', '2025-03-03', '2025-09-01'),
        ...inspected('预备党员', '2026-05-18', '2026-11-12'),
      ],
      trainings: [training('2025-07-08', '2025-07-10')],
      notices: [
        { id: newId(), kind: '接收公示', from: '2025-11-06', to: '2025-11-14', objections: '无' },
        { id: newId(), kind: '转正公示', from: '2026-11-20', to: '2026-11-27', objections: '无' },
      ],
    },
    applicant: {
      ...shared,
      name: '吴敏',
      sex: '女',
      bornOn: '1995-03-05',
      post: '数学教师',
      steps: rowsOf(applicantDays),
      inspections: inspected('积极分子', '2024-12-05', '2025-06-03', '2025-12-01', '2026-05-28'),
      trainings: [training('2025-11-06', '2025-11-08')],
      notices: [{ id: newId(), kind: '接收公示', from: '2026-05-25', to: '2026-06-01', objections: '无' }],
    },
  };
}

function training(from: string, to: string) {
  return { id: newId(), from, to, days: 3, hours: 24, organiser: '县委组织部', certificate: '2025-018' };
}
