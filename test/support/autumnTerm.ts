/** The dates of the stories' term `2026-2027-1`, which holds the day on which most of them begin. */
export const autumnTerm = {
  name: '2026—2027学年第一学期',
  season: '第一学期',
  startsOn: '2026-08-27',
  firstTeachingOn: '2026-08-31',
  lastTeachingOn: '2027-01-08',
  endsOn: '2027-01-15',
} as const;
