import { formatMoney } from '../../../kernel/money.ts';
import { formatChinese } from '../../../kernel/plainDate.ts';
import { isEnrolledOn } from '../../afterSchool/enrolments.ts';
import type { AfterSchoolFacts } from '../../afterSchool/facts.ts';
import type { ChargeFact } from '../../afterSchool/planFacts.ts';
import type { FindingDraft, Rule } from '../rule.ts';
import { listNames } from '../../listNames.ts';
import { namesById } from './serviceWords.ts';

type ServiceRule = Rule<AfterSchoolFacts>;

const voluntary: ServiceRule = {
  id: 'ASC-09',
  severity: 'info',
  label: '自愿参加，不强制整班报名',
  basis: '教育部等四部门关于课后服务的通知（2023年12月）：学生自愿，严禁以任何方式强制',
  parameters: ['wholeClassSignUpFrom'],
  check(facts, parameters, today) {
    const least = parameters.number('wholeClassSignUpFrom', today);
    const enrolled = new Map(
      facts.enrolments.filter((one) => isEnrolledOn(one, today)).map((one) => [one.pupilId, one]),
    );
    const classes = Map.groupBy(
      facts.pupils.filter(
        ({ className, grade }) => className !== null && grade !== null && grade >= 1 && grade <= 9,
      ),
      ({ className }) => className ?? '',
    );
    const big = [...classes].filter(([, pupils]) => pupils.length >= least);
    const whole = big
      .filter(([, pupils]) => pupils.every(({ id }) => enrolled.has(id)))
      .map(([name]) => name);
    const oneDay = [...classes].flatMap(([name, pupils]) => {
      const forms = pupils.flatMap(({ id }) => enrolled.get(id) ?? []);
      const days = new Set(forms.map(({ appliedOn }) => appliedOn));
      return forms.length >= least && days.size === 1 ? [{ name, day: forms[0]?.appliedOn ?? '' }] : [];
    });
    const about = (sentence: string, subject: string): FindingDraft => ({
      sentence,
      window: null,
      subjectId: `${facts.term.period}/${subject}`,
      evidence: [],
      remedy: { kind: 'list', ledger: 'serviceEnrolment' },
    });
    return [
      ...(whole.length === 0
        ? []
        : [about(`${whole.join('、')}全班都报了名，请核对是否自愿，不得强制或变相强制参加。`, 'whole')]),
      ...[...Map.groupBy(oneDay, ({ day }) => day)].map(([day, rooms]) =>
        about(
          `${listClasses(rooms.map(({ name }) => name))}的申请全部签在${formatChinese(day)}，请核对是否家长本人逐份签字。`,
          `day/${day}`,
        ),
      ),
    ];
  },
};

const chargedAsSet: ServiceRule = {
  id: 'ASC-21',
  severity: 'error',
  label: '收费不超标准，减免落实',
  basis: '教育部等四部门关于课后服务的通知（2023年12月）：不得擅自提高标准，困难学生减免',
  parameters: ['serviceReducedPercent', 'serviceRefundAbsentDays'],
  check(facts) {
    const nameOf = namesById(facts.pupils);
    const over = facts.planned.charges.filter(({ account }) => account.balance < 0);
    const groups: readonly (readonly [string, readonly ChargeFact[], (total: string) => string])[] = [
      [
        'exempt',
        over.filter(({ feeClass }) => feeClass === '免收'),
        (total) => `是免收对象，收了 ${total} 元，请退还。`,
      ],
      [
        'withdrawn',
        over.filter(({ feeClass, withdrawn }) => feeClass !== '免收' && withdrawn),
        (total) => `已经退出，还有 ${total} 元没有退还，请退费。`,
      ],
      [
        'over',
        over.filter(({ feeClass, withdrawn }) => feeClass !== '免收' && !withdrawn),
        (total) => `交的费用比应收的多 ${total} 元，请核对收费或退还。`,
      ],
    ];
    return groups.flatMap(([subject, charges, say]): FindingDraft[] => {
      const [first] = charges;
      if (!first) return [];
      const total = charges.reduce((sum, { account }) => sum - account.balance, 0);
      const names = listNames(charges.map(({ pupilId }) => nameOf(pupilId)));
      return [
        {
          sentence: `${names}${say(formatMoney(total))}`,
          window: null,
          subjectId: `${facts.term.period}/${subject}`,
          evidence: charges
            .slice(0, 20)
            .map(({ enrolmentId }) => ({ ledger: 'serviceEnrolment', id: enrolmentId })),
          remedy:
            charges.length === 1
              ? { kind: 'open', ledger: 'serviceEnrolment', id: first.enrolmentId }
              : { kind: 'list', ledger: 'serviceEnrolment' },
        },
      ];
    });
  },
};

const steadyParticipation: ServiceRule = {
  id: 'ASC-26',
  severity: 'info',
  label: '参与率变动过大请核对',
  basis: '双减监测数据核对',
  parameters: ['participationMovePoints'],
  check(facts, parameters, today) {
    const before = facts.planned.participationBefore;
    const base = facts.pupils.filter(({ grade }) => grade !== null && grade >= 1 && grade <= 9);
    if (before === null || before.of === 0 || before.count === 0 || base.length === 0) return [];
    const enrolled = new Set(
      facts.enrolments.filter((one) => isEnrolledOn(one, today)).map(({ pupilId }) => pupilId),
    );
    if (enrolled.size === 0) return [];
    const now = (base.filter(({ id }) => enrolled.has(id)).length / base.length) * 100;
    const then = (before.count / before.of) * 100;
    const most = parameters.number('participationMovePoints', today);
    if (Math.abs(now - then) <= most) return [];
    return [
      {
        sentence: `学生参与率从上学期的 ${then.toFixed(1)}% ${now > then ? '升到' : '降到'} ${now.toFixed(1)}%，变动超过 ${most} 个百分点，上报前请核对。`,
        window: null,
        subjectId: facts.term.period,
        evidence: [],
        remedy: { kind: 'list', ledger: 'serviceEnrolment' },
      },
    ];
  },
};

function listClasses(names: readonly string[]): string {
  return names.length <= 4 ? names.join('、') : `${names.slice(0, 4).join('、')}等 ${names.length} 个班`;
}

/** How pupils come to take part, and what they pay. */
export const signUpRules: readonly ServiceRule[] = [voluntary, chargedAsSet, steadyParticipation];
