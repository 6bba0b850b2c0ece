import type { HoursBoard, partyLifeCalls } from '../../../shared/contract/partyLife.ts';
import { memberName } from '../../../shared/domain/partyLife/roll.ts';
import { studyAccounts } from '../../../shared/domain/partyLife/studyHours.ts';
import { failure, success } from '../../../shared/kernel/result.ts';
import { partyMember } from '../../../shared/ledgers/partyLife/partyMember.ts';
import type { HandlersOf } from '../../ipc/handlers.ts';
import { getRecord } from '../../store/records/records.ts';
import type { App } from '../app.ts';
import { createCheck, type Check } from '../checks/check.ts';
import { newId } from '../school/newId.ts';
import { branchYear, dayInYear } from './branchYear.ts';
import { feeGrid } from './feeGrid.ts';
import { memberPage, memberRoll } from './memberPage.ts';
import { saveFees } from './saveFees.ts';
import { talkBoard } from './talkBoard.ts';
import { partyLifeFacts } from './checks/partyLifeFacts.ts';

/** All calls of `shared/contract/partyLife.ts` about members: page, talks, hours and fees. */
export function memberHandlers(
  app: App,
): HandlersOf<Extract<keyof typeof partyLifeCalls, `members.${string}`>> {
  const rowId = () => newId(app.clock.now());
  return {
    'members.roll': ({ year }, { store }) =>
      success(memberRoll(store.read, createCheck(store.read, app.clock.today()), year, rowId)),

    'members.page': ({ id, year }, { store }) => {
      const record = getRecord(store.read, partyMember, id);
      if (!record || record.deletedAt !== null)
        return failure('notFound', '没有找到这位党员，可能已被删除。请返回党员页面重新打开。');
      return success(memberPage(store.read, createCheck(store.read, app.clock.today()), year, record, rowId));
    },

    'members.talks': ({ branch, year }, { store }) => {
      const check = createCheck(store.read, app.clock.today());
      return success(talkBoard(check, branchYear(check, year, branch)));
    },

    'members.hours': ({ branch, year }, { store }) =>
      success(hoursBoard(createCheck(store.read, app.clock.today()), year, branch)),

    'members.fees': ({ branch, year }, { store }) => {
      const check = createCheck(store.read, app.clock.today());
      return success(feeGrid(store.read, check, branchYear(check, year, branch)));
    },

    'members.saveFees': (order, { change }) => change(null, (w, unit) => saveFees(w, order, unit)),
  };
}

function hoursBoard(check: Check, year: number, wanted: string | undefined): HoursBoard {
  const choice = branchYear(check, year, wanted);
  const { branchId } = choice;
  if (branchId === null) return { ...choice, members: [] };
  const facts = partyLifeFacts(check, year);
  const due = check.parameters.number('leaderTrainings', dayInYear(check, year));
  return {
    ...choice,
    members: studyAccounts(facts, branchId, check.parameters, check.on)
      .map(({ memberId, ...account }) => ({
        ...account,
        id: memberId,
        name: memberName(facts, memberId),
        trainingsDue: account.leader ? due : 0,
      }))
      .toSorted((a, b) => b.target - b.hours - (a.target - a.hours) || a.name.localeCompare(b.name)),
  };
}
