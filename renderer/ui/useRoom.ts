import { useSyncExternalStore } from 'react';

/** Whether the window is at least so many rem wide; rem, so that large fonts count as less room. */
export function useRoom(rem: number): boolean {
  return useSyncExternalStore(watchSize, () => window.innerWidth / rootSize() >= rem);
}

function watchSize(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  const observer = new MutationObserver(listener);
  // The theme's style elements change the root size with the large-font mode.
  observer.observe(document.head, { childList: true, subtree: true });
  return () => {
    window.removeEventListener('resize', listener);
    observer.disconnect();
  };
}

/** Pixels of one rem. */
export function rootSize(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}
