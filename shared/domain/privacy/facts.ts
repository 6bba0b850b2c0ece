import type { SchoolCalendar } from '../../kernel/calendar.ts';
import type { PlainDate } from '../../kernel/plainDate.ts';
import type { PrivacyReviewKind } from './words.ts';

/** A file attached to a record, of which the name bears a secrecy mark. */
export interface MarkedFile {
  readonly ledger: string;
  readonly recordId: string;
  readonly fileName: string;
}

/** A pupil who is at the school on the day asked about. */
export interface ConsentPupilFact {
  readonly id: string;
  readonly name: string;
  readonly bornOn: PlainDate | null;
  /** Day of consent noted with the pupil, before there was a register. */
  readonly consentOn: PlainDate | null;
}

export interface ConsentFact {
  readonly pupilId: string;
  /** 信息处理, 照片发布 …. */
  readonly scope: readonly string[];
  readonly signedOn: PlainDate;
  readonly withdrawnOn: PlainDate | null;
}

/** A line of the export log. */
export interface ExportFact {
  /** Tells lines apart: instant and file. */
  readonly key: string;
  readonly on: PlainDate;
  readonly what: string;
  readonly profile: 'internal' | 'upward' | 'publicNotice' | 'statistics';
  readonly purpose: string;
  readonly recipient: string;
  readonly rows: number;
  /** Whether the file lies open on a disk that can be carried away. */
  readonly openOnStick: boolean;
}

/** A column that some export profile lets out. */
export interface LeavingColumnFact {
  readonly ledger: string;
  readonly column: string;
  readonly kind: string;
  readonly profile: ExportFact['profile'];
}

/** A look at locked content. */
export interface LookFact {
  readonly key: string;
  readonly on: PlainDate;
  readonly accountName: string;
  readonly ledger: string;
  readonly recordId: string;
  /** Whether the account was head or named on the record when it looked. */
  readonly allowed: boolean;
}

/** A count of persons in a sensitive category, and whether the statistics show it. */
export interface StatisticCellFact {
  readonly table: string;
  readonly label: string;
  readonly count: number;
  readonly shown: boolean;
}

export interface PrivacyReviewFact {
  readonly id: string;
  readonly kind: PrivacyReviewKind;
  readonly doneOn: PlainDate;
}

export interface PrivacyRequestFact {
  readonly id: string;
  readonly number: string;
  readonly kind: string;
  readonly receivedOn: PlainDate;
  readonly answeredOn: PlainDate | null;
}

export interface PhotoReleaseFact {
  readonly id: string;
  readonly title: string;
  readonly publishedOn: PlainDate;
  readonly pupilIds: readonly string[];
}

/** What the privacy rules look at. */
export interface PrivacyFacts {
  readonly markedFiles: readonly MarkedFile[];
  readonly pupils: readonly ConsentPupilFact[];
  readonly consents: readonly ConsentFact[];
  readonly exports: readonly ExportFact[];
  readonly leavingColumns: readonly LeavingColumnFact[];
  readonly looks: readonly LookFact[];
  readonly statisticCells: readonly StatisticCellFact[];
  readonly reviews: readonly PrivacyReviewFact[];
  readonly requests: readonly PrivacyRequestFact[];
  readonly releases: readonly PhotoReleaseFact[];
  readonly calendar: SchoolCalendar;
}
