/** Work that may rest after each of its pieces: whoever has it done may serve others there, or not. */
export type InPieces<T> = Generator<void, T, void>;

/** Does all of the work without a rest. */
export function atOnce<T>(work: InPieces<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
