import type { FieldProblem } from '../../../shared/kernel/result.ts';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import { fieldsOf, knownFields } from '../../../shared/ledger/schema.ts';

/** The form library's nested errors as a flat list; the path of the outermost is empty. */
export function flattenErrors(errors: unknown, path = ''): FieldProblem[] {
  if (typeof errors !== 'object' || errors === null) return [];
  const found: FieldProblem[] = [];
  const sentence = 'message' in errors ? errors.message : undefined;
  const isError = typeof sentence === 'string' && sentence !== '';
  if (isError) found.push({ path, sentence });
  for (const [key, inner] of Object.entries(errors)) {
    // Of an error these are its own parts; elsewhere a field may bear such a name.
    if (isError && ['ref', 'types', 'type', 'message'].includes(key)) continue;
    found.push(...flattenErrors(inner, path === '' ? key : `${path}.${key}`));
  }
  return found;
}

/** The form library's name of a problem's path: `period` stands beside the values. */
export function formNameOf(definition: AnyLedger, path: string): 'period' | 'root' | `values.${string}` {
  const [first = ''] = path.split('.');
  if (fieldsOf(definition)[first]) return `values.${path}`;
  return path === 'period' ? 'period' : 'root';
}

/** What people call the place of a problem: 出席情况第 3 行 · 原因. */
export function placeLabel(definition: AnyLedger, path: string): string {
  const [first = '', row, column] = path.split('.');
  const field = fieldsOf(definition)[first];
  if (!field) return path === 'period' ? '所属期' : definition.label;
  if (row === undefined || field.kind !== 'details') return field.label;
  const place = `${field.label}第 ${Number(row) + 1} 行`;
  const inner = column === undefined ? undefined : knownFields(field.fields)[column];
  return inner ? `${place} · ${inner.label}` : place;
}
