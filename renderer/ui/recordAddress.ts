/** Ledgers whose records have a screen of their own beside the form. */
const ownScreens: Readonly<Record<string, string>> = {
  memberDevelopment: '/party/development',
  appraisalRound: '/ethics/appraisal',
  ethicsCase: '/ethics/cases',
};

/** Where a record is looked at. */
export function recordAddress(ledger: string, id: string): string {
  return `${ownScreens[ledger] ?? `/ledger/${ledger}`}/${id}`;
}
