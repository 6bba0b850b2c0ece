/** Keyboard order of a form: fields are elements with `data-field`. */
import type { KeyboardEvent } from 'react';

const focusable =
  'input:not([disabled]):not([type="hidden"]):not([hidden]):not([tabindex="-1"]), textarea:not([disabled]):not([aria-hidden]), [tabindex="0"], [role="combobox"]:not([disabled])';

/** Moves the focus to the field after the one that holds `element`; to the main button after the last. */
export function focusAfter(element: HTMLElement): void {
  const form = element.closest('form');
  const holder = element.closest<HTMLElement>('[data-field]');
  if (!form || !holder) return;
  const fields = [...form.querySelectorAll<HTMLElement>('[data-field]')];
  for (const next of fields.slice(fields.indexOf(holder) + 1)) if (focusInside(next)) return;
  form.querySelector<HTMLElement>('[data-main-action]')?.focus();
}

/** Puts the focus on the control of a field; `false` when it has none. */
export function focusInside(holder: HTMLElement): boolean {
  const checked = holder.querySelector<HTMLElement>('input[type="radio"]:checked:not([disabled])');
  const control = checked ?? holder.querySelector<HTMLElement>(focusable);
  if (!control) return false;
  control.focus();
  if (control instanceof HTMLInputElement && control.type === 'text') control.select();
  return true;
}

/** Shows a field and puts the focus on it: the place of a problem such as `votes.0.inFavour`. */
export function jumpToField(form: HTMLElement, path: string): void {
  const [fieldId = ''] = path.split('.');
  const holder = form.querySelector<HTMLElement>(`[data-field="${CSS.escape(fieldId)}"]`);
  if (!holder) return;
  holder.scrollIntoView({ block: 'center' });
  focusInside(holder);
}

/** Enter goes to the next field; Esc is for the form itself unless a part of it has used it. */
export function handleFormKey(event: KeyboardEvent<HTMLFormElement>, onEscape?: () => void): void {
  const target = event.target instanceof HTMLElement ? event.target : null;
  if (event.nativeEvent.isComposing || !target || !event.currentTarget.contains(target)) return;
  if (event.key === 'Enter' && (event.ctrlKey || !event.shiftKey) && entersNext(target)) {
    event.preventDefault();
    focusAfter(target);
  } else if (event.key === 'Escape' && !event.defaultPrevented) onEscape?.();
}

/** Whether Enter in this element goes to the next field: not in text of many lines, on buttons and in tables. */
function entersNext(element: HTMLElement): boolean {
  return (
    (element instanceof HTMLInputElement && element.type !== 'file') ||
    element.getAttribute('role') === 'combobox'
  );
}
