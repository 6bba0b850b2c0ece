/** Kinds of Party meetings (domain.md §1.2); the official term is the stored value. The two meetings of §3.2 are `governanceMeeting`. */
export const meetingTypes = [
  { value: '支部党员大会', synonyms: ['党员大会', 'DYDH'] },
  { value: '支部委员会会议', synonyms: ['支委会', '支委会会议', 'ZWH'] },
  { value: '党小组会', synonyms: ['小组会', 'DXZH'] },
  { value: '党课', synonyms: ['上党课', 'DK'] },
  { value: '主题党日', synonyms: ['主题党日活动', 'ZTDR'] },
  { value: '组织生活会', synonyms: ['ZZSHH'] },
  { value: '民主评议党员', synonyms: ['民主评议', 'MZPY'] },
  { value: '谈心谈话', synonyms: ['谈心', 'TXTH'] },
  { value: '民主生活会', synonyms: ['MZSHH'] },
  { value: '集中学习', synonyms: ['学习', '理论学习', 'XX'] },
] as const;

export type MeetingType = (typeof meetingTypes)[number]['value'];
