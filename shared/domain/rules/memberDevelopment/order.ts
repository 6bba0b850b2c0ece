import { addMonthsCN, ageOn, formatChinese } from '../../../kernel/plainDate.ts';
import { missingPapers, stepOn } from '../../membership/developmentState.ts';
import { developmentSteps, stepWords } from '../../membership/developmentSteps.ts';
import { developmentBasis, findInPersons, takenOrToday, type DevelopmentRule } from './aboutPerson.ts';
import type { PersonProblem } from './aboutPerson.ts';

const ofAge: DevelopmentRule = {
  id: 'DEV-01',
  severity: 'error',
  label: '递交入党申请书时年满 18 周岁',
  basis: developmentBasis,
  check: (facts) =>
    findInPersons(facts, (person) => {
      const applied = stepOn(person, 1);
      if (applied === null || person.bornOn === null) return undefined;
      const age = ageOn(person.bornOn, applied);
      if (age >= 18) return undefined;
      return {
        sentence: `${formatChinese(applied)}递交申请书时只有 ${age} 周岁，应年满 18 周岁，请核对出生日期和申请日期。`,
      };
    }),
};

const talkedWithin: DevelopmentRule = {
  id: 'DEV-02',
  severity: 'warning',
  label: '收到入党申请书后 1 个月内派人谈话',
  basis: developmentBasis,
  check: (facts, _parameters, today) =>
    findInPersons(facts, (person) => {
      const applied = stepOn(person, 1);
      const talked = takenOrToday(person, 2, today);
      if (applied === null || talked === null) return undefined;
      const due = addMonthsCN(applied, 1);
      if (talked <= due) return undefined;
      const done = stepOn(person, 2) !== null;
      return {
        sentence: done
          ? `谈话在${formatChinese(talked)}，超过了收到申请书后 1 个月（${formatChinese(due)}）。`
          : `${formatChinese(applied)}递交的申请书，还没有谈话记录，应在${formatChinese(due)}前谈话。`,
        window: { from: applied, to: due },
      };
    }),
};

/** Pairs (before, step) that a rule of their own judges. */
const judgedElsewhere = new Set(['13/14', '16/17', '10/12']);

const inOrder: DevelopmentRule = {
  id: 'DEV-03',
  severity: 'error',
  label: '步骤不能跳过，日期不能倒退',
  basis: developmentBasis,
  check: (facts) =>
    findInPersons(facts, (person) => {
      const skipped = new Map<number, number>();
      const backwards: PersonProblem[] = [];
      for (const { number, after } of developmentSteps) {
        const on = stepOn(person, number);
        if (on === null) continue;
        for (const before of after) {
          if (judgedElsewhere.has(`${before}/${number}`)) continue;
          const earlier = stepOn(person, before);
          if (earlier === null) skipped.set(before, skipped.get(before) ?? number);
          else if (on < earlier)
            backwards.push({
              sentence: `${stepWords(number)}（${formatChinese(on)}）早于${stepWords(before)}（${formatChinese(earlier)}），请核对日期。`,
              part: `${before}/${number}`,
            });
        }
      }
      return [
        ...[...skipped].map(([before, number]) => ({
          sentence: `已登记${stepWords(number)}，但没有${stepWords(before)}，请补登。`,
          part: String(before),
        })),
        ...backwards,
      ];
    }),
};

const papersBeforeFiling: DevelopmentRule = {
  id: 'DEV-21',
  severity: 'error',
  label: '归档前材料齐全',
  basis: developmentBasis,
  check: (facts) =>
    findInPersons(facts, (person) => {
      const missing = missingPapers(person);
      if (stepOn(person, 25) === null || missing.length === 0) return undefined;
      const names = missing.slice(0, 4).map(({ step, paper }) => `第${step}步的${paper}`);
      const more = missing.length > names.length ? `等 ${missing.length} 份` : '';
      return { sentence: `材料已归档，但还缺${names.join('、')}${more}。` };
    }),
};

/** Application, order of the steps, papers. */
export const orderRules: readonly DevelopmentRule[] = [ofAge, talkedWithin, inOrder, papersBeforeFiling];
