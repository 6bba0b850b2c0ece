import { useEffect, useRef } from 'react';

/** Ctrl+S wherever the focus is, also on nothing; not while a dialog asks something. */
export function useSaveKey(onSave: () => void): void {
  const latest = useRef(onSave);
  useEffect(() => {
    latest.current = onSave;
  });
  useEffect(() => {
    function handleKey(event: globalThis.KeyboardEvent) {
      if (!event.ctrlKey || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      if (!(event.target instanceof Element && event.target.closest('[role="dialog"]'))) latest.current();
    }
    window.addEventListener('keydown', handleKey);
    return () => window.removeEventListener('keydown', handleKey);
  }, []);
}
