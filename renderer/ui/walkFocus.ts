import type { KeyboardEvent } from 'react';

/** Up and down, and Enter in a box, go from one match of `selector` to the next, in a list read from top to bottom. */
export function walkFocus(event: KeyboardEvent<HTMLElement>, selector: string): void {
  if (event.nativeEvent.isComposing) return;
  const down =
    event.key === 'ArrowDown' || (event.key === 'Enter' && event.target instanceof HTMLInputElement);
  const step = down ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>(selector)];
  const at = stops.findIndex((stop) => stop === document.activeElement);
  const next = stops[at + step];
  if (step === 0 || at < 0 || !next) return;
  event.preventDefault();
  next.focus();
}
