import type { Result } from '../kernel/result.ts';
import type { DesktopEvent } from './index.ts';

/** The renderer's only way out, as `window.desktop`: the same under every desktop. */
export interface DesktopBridge {
  /** Calls the router; the answer is the Result of that channel. */
  invoke(channel: string, input: unknown): Promise<unknown>;
  /** Returns the function that ends the listening. */
  onEvent(listener: (event: DesktopEvent) => void): () => void;
}

/** What a call is answered with: the Result of its channel, and how often the file had been written by then (`store.changed`). */
export type BridgeAnswer<Answer = Result<unknown>> = Answer & { readonly written?: number };

/** Names of the two process messages between preload script and main process. */
export const bridgeMessages = { invoke: 'ledger.invoke', event: 'ledger.event' } as const;
