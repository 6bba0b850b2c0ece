import { isNamedBy } from '../../ui/nameMatch.ts';

/** Where the keyboard stands on a list of pupils. */
export interface KeyPlace {
  /** Digits or initials typed so far. */
  readonly typed: string;
  /** Index of the pupil meant; `null` = nobody. */
  readonly at: number | null;
  /** The pupil is chosen: the next letter is a mark, not the beginning of a name. */
  readonly chosen: boolean;
}

export interface KeyAnswer {
  readonly place: KeyPlace;
  /** The mark to put on the pupil at this index. */
  readonly mark: { readonly index: number; readonly key: string } | null;
}

export interface MarkedPerson {
  readonly number: number;
  readonly name: string;
}

export const noPlace: KeyPlace = { typed: '', at: null, chosen: false };

/**
 * What a key means. A number jumps and the letter right after it is a mark (`12q`); initials jump and need Space or Enter before
 * the mark (`wf q`), because a letter may go on with the name. Arrows walk, among the matches while a name is typed.
 * @param markKeys lower-case letters that stand for marks
 * @returns `null` when the key is none of ours
 */
export function pressKey(
  place: KeyPlace,
  key: string,
  people: readonly MarkedPerson[],
  markKeys: readonly string[],
): KeyAnswer | null {
  const letter = key.toLowerCase();
  if (/^\d$/.test(key)) return digit(place, key, people);
  if (/^[a-z]$/.test(letter)) {
    const byNumber = /^\d+$/.test(place.typed) && place.at !== null;
    if ((place.chosen || byNumber) && place.at !== null && markKeys.includes(letter))
      return { place: { typed: '', at: place.at, chosen: false }, mark: { index: place.at, key: letter } };
    if (byNumber) return { place, mark: null };
    const typed = place.chosen ? letter : place.typed + letter;
    return moved({ typed, at: matches(people, typed)[0] ?? null, chosen: false });
  }
  switch (key) {
    case ' ':
    case 'Enter':
      return place.at === null ? null : moved({ typed: '', at: place.at, chosen: true });
    case 'Escape':
      return place.typed === '' && !place.chosen ? null : moved(noPlace);
    case 'Backspace': {
      const typed = place.typed.slice(0, -1);
      return moved({ typed, at: found(people, typed), chosen: false });
    }
    case 'ArrowRight':
    case 'ArrowDown':
      return walk(place, people, 1);
    case 'ArrowLeft':
    case 'ArrowUp':
      return walk(place, people, -1);
    default:
      return null;
  }
}

function digit(place: KeyPlace, key: string, people: readonly MarkedPerson[]): KeyAnswer {
  const typed = /^\d+$/.test(place.typed) ? place.typed + key : key;
  // One digit too many begins a new number.
  const at = found(people, typed);
  return at === null && typed.length > 1
    ? moved({ typed: key, at: found(people, key), chosen: false })
    : moved({ typed, at, chosen: false });
}

function walk(place: KeyPlace, people: readonly MarkedPerson[], step: 1 | -1): KeyAnswer {
  const letters = /^[a-z]+$/.test(place.typed);
  const among = letters ? matches(people, place.typed) : people.map((_, index) => index);
  if (among.length === 0) return moved(place);
  const here = place.at === null ? -1 : among.indexOf(place.at);
  const next = here < 0 ? (step === 1 ? 0 : among.length - 1) : here + step;
  const at = among[Math.max(0, Math.min(among.length - 1, next))] ?? null;
  return moved({ typed: letters ? place.typed : '', at, chosen: !letters });
}

function found(people: readonly MarkedPerson[], typed: string): number | null {
  if (typed === '') return null;
  if (!/^\d+$/.test(typed)) return matches(people, typed)[0] ?? null;
  const index = people.findIndex(({ number }) => number === Number(typed));
  return index < 0 ? null : index;
}

/** Those whose surname begins so come before those of whom only the given name does. */
function matches(people: readonly MarkedPerson[], typed: string): readonly number[] {
  const bySurname = (index: number): number =>
    isNamedBy(people[index]?.name.slice(0, 1) ?? '', typed.slice(0, 1)) ? 0 : 1;
  return people
    .flatMap(({ name }, index) => (isNamedBy(name, typed) ? [index] : []))
    .toSorted((a, b) => bySurname(a) - bySurname(b));
}

function moved(place: KeyPlace): KeyAnswer {
  return { place, mark: null };
}
