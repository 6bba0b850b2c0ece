import { addDays, addMonthsCN, daysBetween, formatChinese } from '../../../kernel/plainDate.ts';
import { stepOn } from '../../membership/developmentState.ts';
import { probationEndsOn } from '../../membership/developmentTimes.ts';
import { developmentBasis, findInPersons, takenOrToday, type DevelopmentRule } from './aboutPerson.ts';
import type { PersonProblem } from './aboutPerson.ts';

const approvedInTime: DevelopmentRule = {
  id: 'DEV-14',
  severity: 'error',
  label: '上级党委在 3 个月内审批，最长 6 个月',
  basis: developmentBasis,
  check: (facts, _parameters, today) =>
    findInPersons(facts, (person) => {
      const admitted = stepOn(person, 15);
      const approved = takenOrToday(person, 17, today);
      if (admitted === null || approved === null) return undefined;
      const due = addMonthsCN(admitted, 3);
      const last = addMonthsCN(admitted, 6);
      if (approved <= due) return undefined;
      const state = stepOn(person, 17) === null ? '还没有审批' : `${formatChinese(approved)}才审批`;
      const window = { from: admitted, to: due };
      return approved > last
        ? {
            sentence: `支部大会（${formatChinese(admitted)}）通过后超过 6 个月${state}，应重新履行接收手续。`,
            window,
          }
        : {
            severity: 'warning',
            sentence: `支部大会（${formatChinese(admitted)}）通过后超过 3 个月${state}，最迟${formatChinese(last)}。`,
            window,
          };
    }),
};

const talkBeforeApproval: DevelopmentRule = {
  id: 'DEV-15',
  severity: 'warning',
  label: '审批前上级党委派人谈话',
  basis: developmentBasis,
  check: (facts) =>
    findInPersons(facts, (person) => {
      const approved = stepOn(person, 17);
      const talked = stepOn(person, 16);
      if (approved === null || (talked !== null && talked <= approved)) return undefined;
      return {
        sentence:
          talked === null
            ? '上级党委已审批，但没有审批前谈话的记录。'
            : `上级党委谈话（${formatChinese(talked)}）晚于审批（${formatChinese(approved)}），应在审批前谈话。`,
      };
    }),
};

const sworn: DevelopmentRule = {
  id: 'DEV-16',
  severity: 'info',
  label: '审批后及时入党宣誓',
  basis: developmentBasis,
  parameters: ['oathDays'],
  check: (facts, parameters, today) =>
    findInPersons(facts, (person) => {
      const approved = stepOn(person, 17);
      const swore = takenOrToday(person, 20, today);
      if (approved === null || swore === null) return undefined;
      const days = parameters.number('oathDays', approved);
      const due = addDays(approved, days);
      if (swore <= due) return undefined;
      return {
        sentence:
          stepOn(person, 20) === null
            ? `审批（${formatChinese(approved)}）后超过 ${days} 天还没有入党宣誓的记录。`
            : `入党宣誓（${formatChinese(swore)}）在审批后超过 ${days} 天。`,
        window: { from: approved, to: due },
      };
    }),
};

const confirmedOnTime: DevelopmentRule = {
  id: 'DEV-17',
  severity: 'error',
  label: '预备期满才能讨论转正，并应及时讨论',
  basis: `${developmentBasis}；《中国共产党章程》`,
  parameters: ['confirmationDueMonths', 'confirmationLastMonths'],
  check: (facts, parameters, today) =>
    findInPersons(facts, (person) => {
      const ends = probationEndsOn(person);
      const held = takenOrToday(person, 23, today);
      if (ends === null || held === null) return undefined;
      const done = stepOn(person, 23) !== null;
      if (done && held < ends)
        return {
          sentence: `${formatChinese(held)}讨论转正太早，预备期到${formatChinese(ends)}才满。`,
        };
      const due = addMonthsCN(ends, parameters.number('confirmationDueMonths', ends));
      const last = addMonthsCN(ends, parameters.number('confirmationLastMonths', ends));
      if (held <= due) return undefined;
      const state = done ? `${formatChinese(held)}才讨论转正` : '还没有讨论转正';
      return {
        severity: held > last ? 'error' : 'warning',
        sentence: `预备期${formatChinese(ends)}已满，${state}，一般应在${formatChinese(due)}前，最迟${formatChinese(last)}。`,
        window: { from: ends, to: due },
      };
    }),
};

const extendedOnce: DevelopmentRule = {
  id: 'DEV-18',
  severity: 'error',
  label: '预备期只能延长一次，6 至 12 个月',
  basis: developmentBasis,
  check: (facts) =>
    findInPersons(facts, (person) => {
      const problems: PersonProblem[] = [];
      if (person.extensions.length > 1)
        problems.push({
          sentence: `预备期延长了 ${person.extensions.length} 次，只能延长一次。`,
          part: 'count',
        });
      const wrong = person.extensions.filter(({ months }) => months < 6 || months > 12);
      for (const { months, decidedOn } of wrong)
        problems.push({
          sentence: `${formatChinese(decidedOn)}决定延长预备期 ${months} 个月，应为 6 至 12 个月。`,
          part: decidedOn,
        });
      return problems;
    }),
};

const confirmationApproved: DevelopmentRule = {
  id: 'DEV-19',
  severity: 'warning',
  label: '转正在 3 个月内审批',
  basis: developmentBasis,
  check: (facts, _parameters, today) =>
    findInPersons(facts, (person) => {
      const held = stepOn(person, 23);
      const approved = takenOrToday(person, 24, today);
      if (held === null || approved === null) return undefined;
      const due = addMonthsCN(held, 3);
      if (approved <= due) return undefined;
      return {
        sentence:
          stepOn(person, 24) === null
            ? `转正（${formatChinese(held)}支部大会）应在${formatChinese(due)}前审批，还没有审批记录。`
            : `转正（${formatChinese(held)}支部大会）到${formatChinese(approved)}才审批，应在${formatChinese(due)}前。`,
        window: { from: held, to: due },
      };
    }),
};

const probationEndsSoon: DevelopmentRule = {
  id: 'DEV-22',
  severity: 'info',
  label: '预备期即将届满',
  basis: developmentBasis,
  parameters: ['developmentDueSoonDays'],
  check: (facts, parameters, today) =>
    findInPersons(facts, (person) => {
      const ends = probationEndsOn(person);
      const admitted = stepOn(person, 15);
      if (ends === null || admitted === null || stepOn(person, 23) !== null || person.endedOn !== null)
        return undefined;
      const left = daysBetween(today, ends);
      if (left < 0 || left > parameters.number('developmentDueSoonDays', today)) return undefined;
      return {
        sentence: `预备期${formatChinese(ends)}届满，还有 ${left} 天，请提醒本人写转正申请书，准备公示和支部大会。`,
        window: { from: admitted, to: ends },
      };
    }),
};

/** From the branch meeting's vote to full membership. */
export const probationRules: readonly DevelopmentRule[] = [
  approvedInTime,
  talkBeforeApproval,
  sworn,
  confirmedOnTime,
  extendedOnce,
  confirmationApproved,
  probationEndsSoon,
];
