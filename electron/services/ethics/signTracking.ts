import type { CampaignView, SignerRow } from '../../../shared/contract/ethicsCampaign.ts';
import {
  countCampaign,
  isAboutPeriod,
  trackCampaign,
  type PeriodExcuse,
  type SignedFact,
  type TrackedPerson,
} from '../../../shared/domain/ethics/campaignTracking.ts';
import { sixBans } from '../../../shared/domain/ethics/signCampaigns.ts';
import { addDays, formatChinese, type PlainDate } from '../../../shared/kernel/plainDate.ts';
import { periodRange } from '../../../shared/kernel/periods.ts';
import { staff } from '../../../shared/ledgers/base/staff.ts';
import { ethicsPledge } from '../../../shared/ledgers/ethics/ethicsPledge.ts';
import { tutoringSelfCheck } from '../../../shared/ledgers/ethics/tutoringSelfCheck.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { allRecords, type RecordIn } from '../../store/records/records.ts';
import { loadExcuses } from './checks/ethicsExcuses.ts';
import { finishedRecords } from '../../store/records/recordsBetween.ts';
import { loadTerms } from '../school/schoolTerms.ts';
import { parametersInForce } from '../school/parametersInForce.ts';
import { clausesOn } from './clauses.ts';
import { staffFactOf } from '../school/staffFact.ts';
import type { SelfCheckOccasion, SignCampaign } from '../../../shared/domain/ethics/words.ts';

export interface CampaignAbout {
  readonly campaign: SignCampaign;
  /** School year of the pledge, term of the self-examination. */
  readonly period: string;
  readonly occasion: SelfCheckOccasion | null;
}

interface SignedRecord extends SignedFact {
  readonly scanned: boolean;
  readonly anyYes: boolean;
}

/** How a campaign stands on a day; a past one as on its last day. */
export function campaignView(h: ReadHandle, about: CampaignAbout, today: PlainDate): CampaignView {
  const { on, startsOn, dueOn, days } = windowOf(h, about, today);
  const people = allRecords(h, staff).filter((record) => signs(about.campaign, record));
  const signed = signedRecords(h, about);
  const tracked = trackCampaign({
    staff: people.map(staffFactOf),
    signed,
    excuses: excusesOf(h, about),
    on,
    startsOn,
    dueOn,
    days,
  });
  const byId = new Map(people.map((record) => [record.id, record]));
  const bySigned = new Map(signed.map((one) => [one.id, one]));
  const { text, shipped } = clausesOn(h, about.campaign, on);
  return {
    on,
    startsOn,
    dueOn,
    count: countCampaign(tracked),
    scanned: tracked.filter(({ signed: one }) => one && bySigned.get(one.id)?.scanned).length,
    rows: tracked.flatMap((one) => {
      const record = byId.get(one.staffId);
      return record ? [rowOf(one, record, bySigned)] : [];
    }),
    text,
    shippedText: shipped,
  };
}

/** The days of a campaign; a term without dates of its own has those of the calendar. */
function windowOf(h: ReadHandle, { campaign, period, occasion }: CampaignAbout, today: PlainDate) {
  const terms = loadTerms(h);
  if (campaign === '师德承诺书') {
    const range = periodRange(period);
    const startsOn = terms.find((term) => term.period === `${period}-1`)?.startsOn ?? range.from;
    const days = parametersInForce(h).number('pledgeDays', startsOn);
    return { on: clamp(today, range.to), startsOn, dueOn: addDays(startsOn, days), days };
  }
  const known = terms.find((term) => term.period === period);
  const range = known ? { from: known.startsOn, to: known.endsOn } : periodRange(period);
  const middle = occasion === '学期中' ? addDays(range.from, 60) : range.to;
  const dueOn = middle < range.to ? middle : range.to;
  return { on: clamp(today, range.to), startsOn: range.from, dueOn, days: 0 };
}

function clamp(today: PlainDate, last: PlainDate): PlainDate {
  return today < last ? today : last;
}

/** Pledges are for everybody, the self-examination is for teachers. */
function signs(campaign: SignCampaign, { values }: RecordIn<typeof staff>): boolean {
  return campaign === '师德承诺书' || values.staffKind === '专任教师';
}

function signedRecords(
  h: ReadHandle,
  { campaign, period, occasion }: CampaignAbout,
): readonly SignedRecord[] {
  if (campaign === '师德承诺书')
    return finishedRecords(h, ethicsPledge, [], period).map(({ id, values }) => ({
      id,
      staffId: values.staff,
      signedOn: values.signedOn,
      scanned: values.files.length > 0,
      anyYes: false,
    }));
  return finishedRecords(h, tutoringSelfCheck, [], period)
    .filter(({ values }) => values.occasion === occasion)
    .map(({ id, values }) => ({
      id,
      staffId: values.staff,
      signedOn: values.signedOn,
      scanned: false,
      anyYes: sixBans.some(({ field }) => values[field] === true),
    }));
}

function excusesOf(h: ReadHandle, { campaign, period }: CampaignAbout): readonly PeriodExcuse[] {
  return loadExcuses(h).filter((one) => one.campaign === campaign && isAboutPeriod(one.period, period));
}

function rowOf(
  one: TrackedPerson,
  { id, values }: RecordIn<typeof staff>,
  signed: ReadonlyMap<string, SignedRecord>,
): SignerRow {
  const record = one.signed ? signed.get(one.signed.id) : undefined;
  return {
    staffId: id,
    name: values.name,
    hint: [values.staffKind, values.subject ?? values.post].filter((word) => word !== null).join(' · '),
    state: one.state,
    overdue: one.overdue,
    dueOn: one.dueOn,
    signedOn: one.signed?.signedOn ?? null,
    recordId: one.signed?.id ?? one.excuse?.id ?? null,
    scanned: record?.scanned ?? false,
    excuse: one.excuse
      ? `${one.excuse.reason}${one.excuse.backOn === null ? '' : `，预计${formatChinese(one.excuse.backOn)}返岗后补签`}`
      : null,
    cameLater: one.cameLater,
    anyYes: record?.anyYes ?? false,
  };
}
