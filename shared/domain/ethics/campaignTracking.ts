import { addDays } from '../../kernel/plainDate.ts';
import type { PlainDate } from '../../kernel/plainDate.ts';
import { periodsInside } from '../../kernel/periods.ts';
import type { StaffFact } from './facts.ts';
import { isStaffOn } from './staffOn.ts';
import type { SignCampaign } from './words.ts';

export interface SignedFact {
  readonly id: string;
  readonly staffId: string;
  readonly signedOn: PlainDate;
}

export interface ExcuseFact {
  readonly id: string;
  readonly staffId: string;
  readonly reason: string;
  readonly notedOn: PlainDate;
  /** Day of the return, on which the signature is due again; `null` = excused for the whole period. */
  readonly backOn: PlainDate | null;
}

/** A reason together with the campaign and period it was noted for. */
export interface PeriodExcuse extends ExcuseFact {
  readonly campaign: SignCampaign;
  readonly period: string | null;
}

/** signed · excused: on leave with a reason · newcomer: own days not over yet · missing. */
export type SignState = 'signed' | 'excused' | 'newcomer' | 'missing';

export interface TrackedPerson {
  readonly staffId: string;
  readonly state: SignState;
  readonly signed: SignedFact | null;
  readonly excuse: ExcuseFact | null;
  /** Last day for this person; a newcomer has as many days as everybody had. */
  readonly dueOn: PlainDate;
  readonly overdue: boolean;
  /** Came after the campaign began. */
  readonly cameLater: boolean;
}

export interface CampaignCount {
  /** On the staff that day, without those excused. */
  readonly due: number;
  readonly signed: number;
  readonly missing: number;
  readonly excused: number;
  readonly newcomers: number;
}

export interface CampaignQuestion {
  readonly staff: readonly StaffFact[];
  readonly signed: readonly SignedFact[];
  readonly excuses: readonly ExcuseFact[];
  readonly on: PlainDate;
  readonly startsOn: PlainDate;
  readonly dueOn: PlainDate;
  /** Days a newcomer has from the first day of work. */
  readonly days: number;
}

/** Everybody on the staff on a day, and how each stands in a campaign that all have to sign (全员签订). */
export function trackCampaign(question: CampaignQuestion): readonly TrackedPerson[] {
  const { on, startsOn } = question;
  const signedBy = firstBy(question.signed.filter(({ signedOn }) => signedOn <= on));
  const excuseOf = firstBy(question.excuses.filter((one) => excusesOn(one, on)));
  return question.staff
    .filter((staff) => isStaffOn(staff, on))
    .map((staff) => {
      const signed = signedBy.get(staff.id) ?? null;
      const excuse = signed === null ? (excuseOf.get(staff.id) ?? null) : null;
      const cameLater = staff.hiredOn !== null && staff.hiredOn > startsOn;
      const dueOn = dueDayOf(staff, question);
      const state = signed
        ? 'signed'
        : excuse
          ? 'excused'
          : cameLater && on <= dueOn
            ? 'newcomer'
            : 'missing';
      return {
        staffId: staff.id,
        state,
        signed,
        excuse,
        dueOn,
        overdue: state === 'missing' && on > dueOn,
        cameLater,
      };
    });
}

/** The numbers of a campaign: excused people are not counted among those who have to sign. */
export function countCampaign(people: readonly TrackedPerson[]): CampaignCount {
  const count = (state: SignState): number => people.filter((person) => person.state === state).length;
  return {
    due: people.length - count('excused'),
    signed: count('signed'),
    missing: count('missing'),
    excused: count('excused'),
    newcomers: count('newcomer'),
  };
}

/** Whether a reason noted for a person keeps the signature from being due on a day; a school year's holds for its terms and the other way round. */
export function isExcused(
  excuses: readonly PeriodExcuse[],
  asked: Pick<PeriodExcuse, 'staffId' | 'campaign'> & { readonly period: string },
  on: PlainDate,
): boolean {
  return excuses.some(
    (one) =>
      one.staffId === asked.staffId &&
      one.campaign === asked.campaign &&
      isAboutPeriod(one.period, asked.period) &&
      excusesOn(one, on),
  );
}

/** A reason noted for the school year holds for its terms too, and one of a term for the pledge of its year. */
export function isAboutPeriod(noted: string | null, asked: string): boolean {
  return (
    noted !== null &&
    (noted === asked || periodsInside(noted).includes(asked) || periodsInside(asked).includes(noted))
  );
}

function excusesOn({ notedOn, backOn }: Pick<ExcuseFact, 'notedOn' | 'backOn'>, on: PlainDate): boolean {
  return notedOn <= on && (backOn === null || on < backOn);
}

function dueDayOf(staff: StaffFact, { startsOn, dueOn, days }: CampaignQuestion): PlainDate {
  if (staff.hiredOn === null || staff.hiredOn <= startsOn) return dueOn;
  const own = addDays(staff.hiredOn, days);
  return own > dueOn ? own : dueOn;
}

/** Per person the earliest record. */
function firstBy<T extends { readonly staffId: string; readonly signedOn?: PlainDate }>(
  records: readonly T[],
): ReadonlyMap<string, T> {
  const byStaff = new Map<string, T>();
  for (const record of records) {
    const known = byStaff.get(record.staffId);
    if (known === undefined || (record.signedOn ?? '') < (known.signedOn ?? ''))
      byStaff.set(record.staffId, record);
  }
  return byStaff;
}
