/** A file attached to a record, of which the name bears a secrecy mark. */
export interface MarkedFile {
  readonly ledger: string;
  readonly recordId: string;
  readonly fileName: string;
}

/** What the privacy rules look at. */
export interface PrivacyFacts {
  readonly markedFiles: readonly MarkedFile[];
}
