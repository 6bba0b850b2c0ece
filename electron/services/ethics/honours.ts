import type { HonourView } from '../../../shared/contract/ethicsCampaign.ts';
import { suggestHonours, type HonourFact } from '../../../shared/domain/ethics/honourPriority.ts';
import { noticeIsShort, noticeWorkdays } from '../../../shared/domain/ethics/awardNotice.ts';
import { staff } from '../../../shared/ledgers/base/staff.ts';
import { ethicsAward } from '../../../shared/ledgers/ethics/ethicsAward.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { getRecords } from '../../store/records/records.ts';
import type { Check } from '../checks/check.ts';
import { finishedRecords } from '../../store/records/recordsBetween.ts';
import { answerFor } from './gateCheck.ts';
import { honourLevels, type HonourLevel } from '../../../shared/domain/ethics/words.ts';
import { ethicsFacts } from './checks/ethicsFacts.ts';

/** Honours of the staff, the newest and highest first, and the suggestions for a level on the day of the check. */
export function honourView(h: ReadHandle, check: Check, level: HonourLevel): HonourView {
  const awards = finishedRecords(h, ethicsAward);
  const facts = ethicsFacts(check);
  const people = new Map(
    getRecords(h, staff, [
      ...new Set([...awards.map(({ values }) => values.staff), ...facts.staff.map(({ id }) => id)]),
    ]).map((record) => [record.id, record.values]),
  );
  const honours: HonourFact[] = awards.map(({ values }) => ({
    staffId: values.staff,
    name: values.name,
    level: values.level,
    grantedOn: values.grantedOn,
  }));
  const suggestions = suggestHonours(
    {
      staff: facts.staff.filter(({ kind }) => kind === '专任教师' || kind === '行政人员'),
      honours,
      appraisals: facts.appraisals,
      level,
      on: check.on,
      gate: (staffId) => answerFor(facts, staffId, '评优表彰', check),
    },
    check.parameters,
  );
  return {
    years: [...new Set(awards.map(({ values }) => values.grantedOn.slice(0, 4)))].toSorted().toReversed(),
    noticeWorkdays: check.parameters.number('awardNoticeWorkdays', check.on),
    rows: awards
      .map(({ id, values }) => {
        const days = noticeWorkdays(values.noticeFrom, values.noticeTo, check.calendar);
        return {
          id,
          staffId: values.staff,
          staffName: people.get(values.staff)?.name ?? '（已删除的教职工）',
          name: values.name,
          level: values.level,
          grantedBy: values.grantedBy,
          documentNumber: values.documentNumber,
          grantedOn: values.grantedOn,
          noticeWorkdays: days,
          noticeShort: noticeIsShort(values.noticeFrom, values.noticeTo, check.calendar, check.parameters),
        };
      })
      .toSorted(
        (a, b) =>
          b.grantedOn.slice(0, 4).localeCompare(a.grantedOn.slice(0, 4)) ||
          honourLevels.indexOf(a.level) - honourLevels.indexOf(b.level) ||
          b.grantedOn.localeCompare(a.grantedOn),
      ),
    suggestions: suggestions
      .filter(({ points }) => points > 0)
      .slice(0, 30)
      .map((one) => ({
        ...one,
        name: people.get(one.staffId)?.name ?? '',
        hint: [people.get(one.staffId)?.subject, people.get(one.staffId)?.professionalTitle]
          .filter((word) => word)
          .join(' · '),
      })),
  };
}
