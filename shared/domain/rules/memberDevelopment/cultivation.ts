import { addDays, addMonthsCN, formatChinese } from '../../../kernel/plainDate.ts';
import type { PlainDate } from '../../../kernel/plainDate.ts';
import type { DevelopmentFacts } from '../../membership/developmentFacts.ts';
import { stepOn } from '../../membership/developmentState.ts';
import { cultivatedSince, inspectionSpans } from '../../membership/developmentTimes.ts';
import { isFullMemberOn, isUnderProbationarySanction, memberName } from '../../partyLife/roll.ts';
import { developmentBasis, findInPersons, wasElsewhere, type DevelopmentRule } from './aboutPerson.ts';

/** Names of those who were no full members on the day. */
function notFull(facts: DevelopmentFacts, ids: readonly string[], on: PlainDate): readonly string[] {
  return ids.filter((id) => !isFullMemberOn(facts.memberships, id, on)).map((id) => memberName(facts, id));
}

const contactsFit: DevelopmentRule = {
  id: 'DEV-04',
  severity: 'error',
  label: '培养联系人为 1 至 2 名正式党员',
  basis: developmentBasis,
  check: (facts) =>
    findInPersons(facts, (person) => {
      const on = stepOn(person, 5);
      if (on === null || wasElsewhere(person, on)) return undefined;
      const count = person.contactIds.length;
      if (count < 1 || count > 2)
        return {
          sentence:
            count === 0
              ? '已指定培养联系人，但没有填是谁。'
              : `培养联系人有 ${count} 名，应为 1 至 2 名正式党员。`,
        };
      const wrong = notFull(facts, person.contactIds, on);
      if (wrong.length === 0) return undefined;
      return {
        sentence: `培养联系人${wrong.join('、')}在${formatChinese(on)}不是正式党员，应由正式党员担任。`,
      };
    }),
};

const inspectedHalfYearly: DevelopmentRule = {
  id: 'DEV-05',
  severity: 'warning',
  label: '每半年考察一次',
  basis: developmentBasis,
  parameters: ['inspectionGraceDays'],
  check: (facts, parameters, today) =>
    findInPersons(facts, (person) =>
      inspectionSpans(person).flatMap(({ phase, from, to, dueOn }) => {
        const last = addDays(dueOn, parameters.number('inspectionGraceDays', today));
        if ((to ?? today) <= last) return [];
        return {
          sentence:
            to === null
              ? `${phase}期间${formatChinese(from)}以后没有考察记录，半年考察应在${formatChinese(dueOn)}前后进行。`
              : `${phase}期间${formatChinese(from)}至${formatChinese(to)}超过半年没有考察记录。`,
          window: { from, to: dueOn },
          part: phase,
        };
      }),
    ),
};

const cultivatedForAYear: DevelopmentRule = {
  id: 'DEV-06',
  severity: 'error',
  label: '积极分子培养教育满 1 年才能确定为发展对象',
  basis: developmentBasis,
  check: (facts) =>
    findInPersons(facts, (person) => {
      const since = cultivatedSince(person);
      const on = stepOn(person, 7);
      if (since === null || on === null) return undefined;
      const earliest = addMonthsCN(since, 12);
      if (on >= earliest) return undefined;
      const lost =
        since === stepOn(person, 3) ? '' : '（转入时培养材料没有随人转来，培养时间从转入之日算起）';
      return {
        sentence: `${formatChinese(on)}确定为发展对象太早${lost}，从${formatChinese(since)}起培养满 1 年，最早${formatChinese(earliest)}。`,
      };
    }),
};

const sponsorsFit: DevelopmentRule = {
  id: 'DEV-07',
  severity: 'error',
  label: '入党介绍人为 2 名正式党员',
  basis: developmentBasis,
  check: (facts) =>
    findInPersons(facts, (person) => {
      const on = stepOn(person, 9);
      if (on === null || wasElsewhere(person, on)) return undefined;
      const distinct = new Set(person.sponsorIds).size;
      if (distinct !== 2) return { sentence: `入党介绍人填了 ${distinct} 名，应为 2 名正式党员。` };
      const wrong = notFull(facts, person.sponsorIds, on);
      if (wrong.length > 0)
        return {
          sentence: `入党介绍人${wrong.join('、')}在${formatChinese(on)}不是正式党员，应由正式党员担任。`,
        };
      const watched = person.sponsorIds
        .filter((id) => isUnderProbationarySanction(facts.sanctions, id, on))
        .map((id) => memberName(facts, id));
      if (watched.length === 0) return undefined;
      return {
        sentence: `入党介绍人${watched.join('、')}在${formatChinese(on)}受留党察看处分，不能担任入党介绍人。`,
      };
    }),
};

/** From 积极分子 to 发展对象, and the people who stand by. */
export const cultivationRules: readonly DevelopmentRule[] = [
  contactsFit,
  inspectedHalfYearly,
  cultivatedForAYear,
  sponsorsFit,
];
