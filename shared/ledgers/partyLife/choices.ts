import { feeSituations, meetingTypes, studyModes } from '../../domain/partyLife/words.ts';

/** Choices that several ledgers offer, with the other spellings that schools' sheets use. */

export const meetingTypeChoice = {
  options: meetingTypes,
  spellings: {
    支部党员大会: ['党员大会', 'DYDH'],
    支部委员会会议: ['支委会', '支委会会议', 'ZWH'],
    党小组会: ['小组会', 'DXZH'],
    党课: ['上党课', 'DK'],
    主题党日: ['主题党日活动', 'ZTDR'],
    组织生活会: ['ZZSHH'],
    民主评议党员: ['民主评议', 'MZPY'],
    谈心谈话: ['谈心', 'TXTH'],
    民主生活会: ['MZSHH'],
    集中学习: ['学习', '理论学习', 'XX'],
  },
} as const;

export const studyModeChoice = {
  options: studyModes,
  spellings: {
    集中引导学: ['W1'],
    宣讲辅导学: ['W2'],
    研讨交流学: ['W3'],
    党务培训学: ['W4'],
    实践观摩学: ['W5'],
  },
} as const;

export const feeSituationChoice = {
  options: feeSituations,
  spellings: {
    在职: ['在岗'],
    离退休: ['退休', '离休'],
    无固定收入: ['学生', '下岗失业', '低保'],
  },
} as const;
