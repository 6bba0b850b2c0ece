import { copyToClipboard } from './clipboard.ts';

/**
 * Puts a table into the clipboard so that a spreadsheet takes it up cell by cell; must be called from a click or a key.
 * @returns false when the clipboard could not be reached
 */
export function copyTable(rows: readonly (readonly (string | number)[])[]): boolean {
  return copyToClipboard({ 'text/plain': tabSeparated(rows), 'text/html': tableMarkup(rows) });
}

function tabSeparated(rows: readonly (readonly (string | number)[])[]): string {
  return rows
    .map((row) => row.map((cell) => String(cell).replace(/[\t\r\n]+/g, ' ')).join('\t'))
    .join('\r\n');
}

function tableMarkup(rows: readonly (readonly (string | number)[])[]): string {
  const table = document.createElement('table');
  for (const row of rows) {
    const line = table.insertRow();
    for (const cell of row) line.insertCell().textContent = String(cell);
  }
  return table.outerHTML;
}
