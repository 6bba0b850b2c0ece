import { ageOn } from '../../../kernel/plainDate.ts';
import type { PlainDate } from '../../../kernel/plainDate.ts';
import type { ConsentFact, PrivacyFacts } from '../../privacy/facts.ts';
import { aboutRecord, type Rule } from '../rule.ts';

type PrivacyRule = Rule<PrivacyFacts>;

/** At most so many names and records stand in one finding. */
const namedAtMost = 5;

/** Whether guardians had agreed to something on a day and not taken it back by then. */
function agreed(consents: readonly ConsentFact[], pupilId: string, scope: string, on: PlainDate): boolean {
  return consents.some(
    (consent) =>
      consent.pupilId === pupilId &&
      consent.scope.includes(scope) &&
      consent.signedOn <= on &&
      (consent.withdrawnOn === null || on < consent.withdrawnOn),
  );
}

const guardiansAgreed: PrivacyRule = {
  id: 'PRV-01',
  severity: 'warning',
  label: '不满 14 周岁学生有监护人同意',
  basis: '《中华人民共和国个人信息保护法》第三十一条',
  parameters: ['guardianConsentAge'],
  check(facts, parameters, today) {
    const age = parameters.number('guardianConsentAge', today);
    const missing = facts.pupils.filter(
      ({ id, bornOn, consentOn }) =>
        bornOn !== null &&
        ageOn(bornOn, today) < age &&
        (consentOn === null || consentOn > today) &&
        !agreed(facts.consents, id, '信息处理', today),
    );
    if (missing.length === 0) return [];
    const names = missing.slice(0, namedAtMost).map(({ name }) => name);
    const more = missing.length > namedAtMost ? '等' : '';
    return [
      {
        sentence: `有 ${missing.length} 名不满 ${age} 周岁的学生没有监护人同意记录（${names.join('、')}${more}），请补签同意书并登记。`,
        window: null,
        subjectId: 'school',
        evidence: missing.slice(0, namedAtMost).map(({ id }) => ({ ledger: 'pupil', id })),
        remedy: { kind: 'list', ledger: 'guardianConsent' },
      },
    ];
  },
};

const picturesAgreed: PrivacyRule = {
  id: 'PRV-10',
  severity: 'warning',
  label: '发布学生照片有监护人同意',
  basis: '《中华人民共和国未成年人保护法》第四条、《中华人民共和国学前教育法》第二十一条',
  check: (facts) =>
    facts.releases.flatMap(({ id, title, publishedOn, pupilIds }) => {
      const without = pupilIds.filter((pupilId) => !agreed(facts.consents, pupilId, '照片发布', publishedOn));
      if (without.length === 0) return [];
      return aboutRecord(
        'photoRelease',
        id,
        `“${title}”用了 ${without.length} 名学生的照片，发布时没有监护人同意，请撤下或补签同意书。`,
      );
    }),
};

/** What guardians have to agree to. */
export const consentRules: readonly PrivacyRule[] = [guardiansAgreed, picturesAgreed];
