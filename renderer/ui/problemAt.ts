import { CallFailure } from '../client.ts';

/** The sentence that a refused call gives for one field, to stand beside it. */
export function problemAt(error: unknown, path: string): string | undefined {
  if (!(error instanceof CallFailure)) return undefined;
  return error.failure.problems?.find((problem) => problem.path === path)?.sentence;
}
