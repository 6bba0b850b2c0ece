/**
 * Settles between two threads who comes first: a job that begins to store, or whoever stops it. Without it a stop during
 * the last moments would be told as one, though everything is stored.
 */
export type StoringGate = Int32Array<SharedArrayBuffer>;

const [open, storing, stopped] = [0, 1, 2];

export function storingGate(): StoringGate {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}

/** To be called in the job's thread before it stores. Of a job that was stopped it doesn't come back: its thread is being ended. */
export function beginStoring(gate: StoringGate): void {
  if (Atomics.compareExchange(gate, 0, open, storing) === stopped) Atomics.wait(gate, 0, stopped);
}

/** @returns whether the job may be ended; one that has begun to store comes to its end by itself */
export function stopBeforeStoring(gate: StoringGate): boolean {
  return Atomics.compareExchange(gate, 0, open, stopped) !== storing;
}
