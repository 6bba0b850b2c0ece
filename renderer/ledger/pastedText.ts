/**
 * Hands text copied from a spreadsheet from a list to the import screen; an address can't carry it.
 * `takePastedText` empties it, so that coming back to the import screen begins afresh.
 */
let pasted: { readonly ledger: string; readonly text: string } | null = null;

export function keepPastedText(ledger: string, text: string): void {
  pasted = { ledger, text };
}

export function takePastedText(ledger: string): string | null {
  if (pasted?.ledger !== ledger) return null;
  const { text } = pasted;
  pasted = null;
  return text;
}
