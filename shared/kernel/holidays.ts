import type { CalendarDay } from './calendar.ts';
import { datesBetween } from './plainDate.ts';

interface Holiday {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** Make-up working days of this holiday. */
  readonly madeUpOn: readonly string[];
}

/**
 * The State Council's arrangements: 国办发明电〔2023〕7号 for 2024 (gov.cn 202310/content_6911528),
 * 国办发明电〔2024〕12号 for 2025 (202411/content_6986383), and that for 2026 (202511/content_7047091).
 */
const holidays: readonly Holiday[] = [
  { name: '元旦', from: '2024-01-01', to: '2024-01-01', madeUpOn: [] },
  { name: '春节', from: '2024-02-10', to: '2024-02-17', madeUpOn: ['2024-02-04', '2024-02-18'] },
  { name: '清明节', from: '2024-04-04', to: '2024-04-06', madeUpOn: ['2024-04-07'] },
  { name: '劳动节', from: '2024-05-01', to: '2024-05-05', madeUpOn: ['2024-04-28', '2024-05-11'] },
  { name: '端午节', from: '2024-06-10', to: '2024-06-10', madeUpOn: [] },
  { name: '中秋节', from: '2024-09-15', to: '2024-09-17', madeUpOn: ['2024-09-14'] },
  { name: '国庆节', from: '2024-10-01', to: '2024-10-07', madeUpOn: ['2024-09-29', '2024-10-12'] },
  { name: '元旦', from: '2025-01-01', to: '2025-01-01', madeUpOn: [] },
  { name: '春节', from: '2025-01-28', to: '2025-02-04', madeUpOn: ['2025-01-26', '2025-02-08'] },
  { name: '清明节', from: '2025-04-04', to: '2025-04-06', madeUpOn: [] },
  { name: '劳动节', from: '2025-05-01', to: '2025-05-05', madeUpOn: ['2025-04-27'] },
  { name: '端午节', from: '2025-05-31', to: '2025-06-02', madeUpOn: [] },
  { name: '国庆节、中秋节', from: '2025-10-01', to: '2025-10-08', madeUpOn: ['2025-09-28', '2025-10-11'] },
  { name: '元旦', from: '2026-01-01', to: '2026-01-03', madeUpOn: ['2026-01-04'] },
  { name: '春节', from: '2026-02-15', to: '2026-02-23', madeUpOn: ['2026-02-14', '2026-02-28'] },
  { name: '清明节', from: '2026-04-04', to: '2026-04-06', madeUpOn: [] },
  { name: '劳动节', from: '2026-05-01', to: '2026-05-05', madeUpOn: ['2026-05-09'] },
  { name: '端午节', from: '2026-06-19', to: '2026-06-21', madeUpOn: [] },
  { name: '中秋节', from: '2026-09-25', to: '2026-09-27', madeUpOn: [] },
  { name: '国庆节', from: '2026-10-01', to: '2026-10-07', madeUpOn: ['2026-09-20', '2026-10-10'] },
];

/** The listed days of 2024 to 2026. Schools decide later whose timetable a make-up day follows. */
export const shippedCalendarDays: readonly CalendarDay[] = holidays.flatMap((holiday) => [
  ...datesBetween(holiday.from, holiday.to).map((date) => listed(date, holiday.name, true)),
  ...holiday.madeUpOn.map((date) => listed(date, holiday.name, false)),
]);

function listed(date: string, name: string, isOffDay: boolean): CalendarDay {
  return { date, name, isOffDay, followWeekday: null };
}
