/** 五学: the five study modes W1–W5 (domain.md §3.1); the term itself is the stored value. */
export const studyModes = [
  { value: '集中引导学', synonyms: ['W1'] },
  { value: '宣讲辅导学', synonyms: ['W2'] },
  { value: '研讨交流学', synonyms: ['W3'] },
  { value: '党务培训学', synonyms: ['W4'] },
  { value: '实践观摩学', synonyms: ['W5'] },
] as const;
