/** What spreadsheets take for the beginning of a formula, full-width forms included. */
const formulaStart = /^'*[=+\-@\t\r＝＋－＠]/u;
const guarded = /^'+[=+\-@\t\r＝＋－＠]/u;

/**
 * Puts an apostrophe before text that a spreadsheet would run as a formula when it opens a csv file. Numbers are
 * written without; `unguardFormula` takes exactly one apostrophe away again.
 */
export function guardFormula(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text;
}

export function unguardFormula(text: string): string {
  return guarded.test(text) ? text.slice(1) : text;
}
