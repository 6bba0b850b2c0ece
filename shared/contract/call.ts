import type { z } from 'zod';
import type { Area } from '../ledger/definition.ts';
import type { Capability } from './rights.ts';

/**
 * Who may make a call.
 *
 * - `anyone`: also while the file is locked or absent
 * - `signedIn`: any unlocked session
 * - `capability`: the account's roles must grant it
 * - `area`: read or write right in an area; where the area follows from the input (a ledger id),
 *   the router resolves it with `areaOf`
 */
export type Access<Input> =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'signedIn' }
  | { readonly kind: 'capability'; readonly capability: Capability }
  | {
      readonly kind: 'area';
      readonly level: 'read' | 'write';
      /** The areas all of which the account needs; throws nothing, returns `null` for an unknown ledger. */
      readonly areaOf: (input: Input) => readonly Area[] | null;
    };

/**
 * One call: the schema of its input, who may make it, and (as a type) its answer. Failures are `Result`
 * values.
 */
export interface Call<In extends z.ZodType, Out, A extends Access<z.output<In>>> {
  readonly input: In;
  readonly access: A;
  /** Phantom: the type of a successful answer. Answers come from our own process and are not validated again. */
  readonly output?: Out;
}

/** Before a school is open, too. */
export const anyone = { kind: 'anyone' } as const;
/** Any account, while a school is open. */
export const signedIn = { kind: 'signedIn' } as const;
/** Accounts with a capability. */
export function needs(capability: Capability): { kind: 'capability'; capability: Capability } {
  return { kind: 'capability', capability };
}

/** Accounts that may read, or read and write, in an area. */
export function inArea(area: Area, level: 'read' | 'write') {
  return { kind: 'area', level, areaOf: (): readonly Area[] => [area] } as const;
}

/** Declares a call: `call<Answer>()(inputSchema, access)`. */
export function call<Out>(): <In extends z.ZodType, const A extends Access<z.output<In>>>(
  input: In,
  access: A,
) => Call<In, Out, A> {
  return (input, access) => ({ input, access });
}
