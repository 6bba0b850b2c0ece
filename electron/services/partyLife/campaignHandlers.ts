import type { InputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import type { CampaignPage, partyCampaignCalls } from '../../../shared/contract/partyCampaign.ts';
import { reviewsMembers } from '../../../shared/domain/partyLife/campaignKinds.ts';
import { gradedMembers } from '../../../shared/domain/partyLife/campaignLacks.ts';
import { campaignDay } from '../../../shared/domain/partyLife/campaignMeetings.ts';
import { excellentCap } from '../../../shared/domain/partyLife/memberReview.ts';
import { rollOn } from '../../../shared/domain/partyLife/roll.ts';
import { failure, success, type FieldProblem, type Result } from '../../../shared/kernel/result.ts';
import type { LooseValues } from '../../../shared/ledger/definition.ts';
import { emptyRow, emptyValues } from '../../../shared/ledger/schema.ts';
import { partyCampaign } from '../../../shared/ledgers/partyLife/partyCampaign.ts';
import type { Caller, HandlersOf } from '../../ipc/handlers.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { allRecords, getRecord, type RecordIn } from '../../store/records/records.ts';
import type { App } from '../app.ts';
import { createCheck, type Check } from '../checks/check.ts';
import { campaignFact } from './checks/campaignFacts.ts';
import { saveChanges, saveNew } from '../ledgers/saveRecord.ts';
import { newId } from '../school/newId.ts';
import { membersOfYear } from './branchYear.ts';
import { campaignContext, campaignOverview, campaignPage, mostVoters } from './campaignViews.ts';
import { partyLifeFacts } from './checks/partyLifeFacts.ts';

type Campaign = RecordIn<typeof partyCampaign>;

/** All calls of `shared/contract/partyCampaign.ts`. */
export function campaignHandlers(app: App): HandlersOf<keyof typeof partyCampaignCalls> {
  const checkOf = (h: ReadHandle): Check => createCheck(h, app.clock.today());

  function pageOf(h: ReadHandle, id: string): Result<CampaignPage> {
    const record = campaignOf(h, id);
    return record.ok ? success(campaignPage(checkOf(h), record.value, () => newId(app.clock.now()))) : record;
  }

  /** Saves a campaign with changed values and answers with its page. */
  function save(
    { store, change }: Caller,
    stored: Campaign,
    changes: LooseValues,
    baseRevision: number,
  ): Result<CampaignPage> {
    const saved = change(null, (w, unit) =>
      saveChanges(w, partyCampaign, stored, changes, unit, { state: 'finished', baseRevision }),
    );
    return saved.ok ? pageOf(store.read, stored.id) : saved;
  }

  return {
    'campaigns.overview': ({ year }, { store }) => success(campaignOverview(checkOf(store.read), year)),

    'campaigns.page': ({ id }, { store }) => pageOf(store.read, id),

    'campaigns.start': (input, { store, change }) => {
      const begun = allRecords(store.read, partyCampaign, { period: String(input.year) }).some(
        ({ values }) => values.branch === input.branch && values.kind === input.kind,
      );
      if (begun)
        return failure('conflict', `这个支部 ${input.year} 年度的${input.kind}已经开始了，请刷新后打开。`);
      const saved = change(null, (w, unit) =>
        saveNew(
          w,
          partyCampaign,
          {
            values: {
              ...emptyValues(partyCampaign),
              kind: input.kind,
              branch: input.branch,
              reviews: reviewsMembers(input.kind) ? rowsFor(checkOf(w), input, unit.newId) : [],
            },
            period: String(input.year),
          },
          unit,
        ),
      );
      return saved.ok ? success({ id: saved.value.id }) : saved;
    },

    'campaigns.nameMeeting': ({ id, field, meeting, baseRevision }, caller) => {
      const record = campaignOf(caller.store.read, id);
      return record.ok ? save(caller, record.value, { [field]: meeting }, baseRevision) : record;
    },

    'campaigns.fillMembers': ({ id, baseRevision }, caller) => {
      const record = campaignOf(caller.store.read, id);
      if (!record.ok) return record;
      const { values, period } = record.value;
      const listed = new Set(values.reviews.map(({ member }) => member));
      const rows = rowsFor(checkOf(caller.store.read), { branch: values.branch, year: Number(period) }, () =>
        newId(app.clock.now()),
      ).filter(({ member }) => !listed.has(String(member)));
      return save(caller, record.value, { reviews: [...values.reviews, ...rows] }, baseRevision);
    },

    'campaigns.saveReview': (input, caller) => {
      const record = campaignOf(caller.store.read, input.id);
      if (!record.ok) return record;
      const problems = reviewProblems(checkOf(caller.store.read), record.value, input);
      const [first] = problems;
      if (first)
        return failure(
          'invalidInput',
          `${first.sentence}${problems.length > 1 ? `另有 ${problems.length - 1} 处也要核对。` : ''}没有保存，改好后再保存。`,
          problems,
        );
      const byId = new Map(input.rows.map((row) => [row.id, row]));
      const reviews = record.value.values.reviews.map((row) => ({ ...row, ...byId.get(row.id) }));
      const changes = {
        reviewVoters: input.reviewVoters,
        ballotsIssued: input.ballotsIssued,
        ballotsReturned: input.ballotsReturned,
        ballotsSpoiled: input.ballotsSpoiled,
        assessedOn: input.assessedOn,
        assessedBy: input.assessedBy,
        reviews,
      };
      return save(caller, record.value, changes, input.baseRevision);
    },
  };
}

function campaignOf(h: ReadHandle, id: string): Result<Campaign> {
  const record = getRecord(h, partyCampaign, id);
  return record && record.deletedAt === null
    ? success(record)
    : failure('notFound', '没有找到这项年度工作，可能已被删除。请返回组织生活会和民主评议页面重新打开。');
}

/** A row for everybody on the roll of the day; those without grade come last. */
function rowsFor(
  check: Check,
  { branch, year }: Pick<InputOf<'campaigns.start'>, 'branch' | 'year'>,
  newId: () => string,
): readonly LooseValues[] {
  const facts = partyLifeFacts(check, year);
  const roll = new Map(
    rollOn(facts.memberships, branch, check.on).map(({ memberId, status }) => [memberId, status]),
  );
  return membersOfYear(facts, branch, check.on)
    .filter(({ id }) => roll.has(id))
    .toSorted((a, b) => Number(roll.get(a.id) === '预备党员') - Number(roll.get(b.id) === '预备党员'))
    .map(({ id }) => ({
      ...emptyRow(partyCampaign.fields.reviews.fields, { today: check.on }),
      id: newId(),
      member: id,
      grade: roll.get(id) === '预备党员' ? '不评等次' : null,
    }));
}

/** What the ledger's own check can't see: who was there, who may have a grade, and how many 优秀 may be given. */
function reviewProblems(
  check: Check,
  record: Campaign,
  input: ParsedInputOf<'campaigns.saveReview'>,
): readonly FieldProblem[] {
  const campaign = campaignFact(record);
  const { facts, parameters, today } = campaignContext(check, Number(campaign.period));
  const day = campaignDay(campaign, facts, today);
  const graded = gradedMembers(campaign, facts, today);
  const memberOf = new Map(record.values.reviews.map(({ id, member }) => [id, member]));
  const isGraded = (id: string): boolean => graded.has(memberOf.get(id) ?? '');
  const own = input.rows.filter(({ id }) => isGraded(id));
  const most = mostVoters(campaign, facts, today);
  const { base, limit } = excellentCap(facts, parameters, campaign.branchId, own.length, day);
  const excellent = own.filter(({ grade }) => grade === '优秀').length;
  return [
    ...(input.reviewVoters !== null && input.reviewVoters > most
      ? [
          {
            path: 'reviewVoters',
            sentence: `参加测评 ${input.reviewVoters} 人，比到会或在册的 ${most} 人还多，请核对。`,
          },
        ]
      : []),
    ...(input.assessedOn !== null && input.assessedOn > today
      ? [{ path: 'assessedOn', sentence: '评定日期还没有到，请核对。' }]
      : []),
    ...(excellent > limit
      ? [
          {
            path: 'grade',
            sentence: `评定优秀 ${excellent} 人，按 ${base} 名党员最多 ${limit} 人，请支部重新评定。`,
          },
        ]
      : []),
    ...input.rows
      .filter(({ id, grade }) => !isGraded(id) && grade !== null && grade !== '不评等次')
      .map(({ id }) => ({ path: `${id}.grade`, sentence: '预备党员只参加评议，不评等次。' })),
  ];
}
