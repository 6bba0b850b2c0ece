import { pinyin, polyphonic } from 'pinyin-pro';

/**
 * Text for the full-text index, made for SQLite FTS5 with the tokenizer `unicode61`.
 *
 * A run of Chinese characters ABC becomes the tokens `AB BC C`: overlapping pairs, and the last
 * character alone, so that any substring is a phrase of pairs and one character is a prefix.
 * A run of other letters, or of digits, is one token, in lower case. A person's name also gets
 * pinyin tokens, which begin with a private-use character so that no typed text collides with them.
 */

const pinyinMark = '\ue000';
const maxQueryLength = 200;
const maxNameLength = 60;
const maxSyllables = 12;
const mostRemembered = 3000;

/** Tokens of running text, in their order. Join them with spaces for the index. */
export function indexTokens(text: string): string[] {
  return runsOf(text).flatMap((run) => (run.han ? closedPairs(run.characters) : [run.characters.join('')]));
}

/**
 * Tokens of a person's name: those of `indexTokens`, then pinyin for every reading the name may have
 * (surname reading, ordinary reading, other readings of the first character): in full, as initials, and
 * mixed. 单欣怡 is found by shanxinyi, shanxy, danxy, sxy, xinyi.
 */
export const nameTokens = remembered((name: string): readonly string[] => [
  ...indexTokens(name),
  ...[...pinyinForms(name)].map((form) => pinyinMark + form),
]);

/**
 * A MATCH expression for what somebody typed, or `''` when there is nothing to look for. Every word
 * typed must be found; the last part of each word may be incomplete. Letters are looked for as pinyin
 * too. Any text gives a valid expression.
 */
export function queryExpression(text: string): string {
  const words = text.slice(0, maxQueryLength).split(/\s+/u);
  const parts = words.map(wordExpression).filter((part) => part !== '');
  if (parts.length === 0) return '';
  const all = parts.join(' AND ');
  const letters = normalise(text.slice(0, maxQueryLength)).replace(/[\s']+/gu, '');
  const spelledOut = parts.length > 1 && isPinyinLetters(letters);
  return spelledOut ? `(${all}) OR ${prefixPhrase([pinyinMark + letters])}` : all;
}

/** Sorts names as a Chinese roll does: by pinyin of the surname's reading, then of the rest, then by character. */
export const pinyinSortKey = remembered((name: string): string => {
  const plain = normalise(name).slice(0, maxNameLength);
  const syllables = pinyin(plain, { surname: 'head', toneType: 'num', type: 'array', v: true });
  return `${syllables.map((syllable) => syllable.trim()).join(' ')} ${plain}`;
});

/** Pinyin is dear, and a name stands in several records, which an import looks at and then stores. */
function remembered<T>(work: (name: string) => T): (name: string) => T {
  const known = new Map<string, T>();
  return (name) => {
    let found = known.get(name);
    if (found === undefined) {
      if (known.size >= mostRemembered) known.clear();
      known.set(name, (found = work(name)));
    }
    return found;
  };
}

function wordExpression(word: string): string {
  const runs = runsOf(word);
  const last = runs.pop();
  if (!last) return '';
  const before = runs.flatMap((run) => (run.han ? closedPairs(run.characters) : [run.characters.join('')]));
  const ending = last.han ? openPairs(last.characters) : [last.characters.join('')];
  const plain = prefixPhrase([...before, ...ending]);
  const letters = normalise(word).replaceAll("'", '');
  return isPinyinLetters(letters) ? `(${plain} OR ${prefixPhrase([pinyinMark + letters])})` : plain;
}

/** Tokens hold letters, digits and the mark only, so quotes need no escape. */
function prefixPhrase(tokens: readonly string[]): string {
  return `"${tokens.join(' ')}" *`;
}

function isPinyinLetters(text: string): boolean {
  return /^[a-z]+$/.test(text);
}

interface Run {
  readonly han: boolean;
  readonly characters: string[];
}

function normalise(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ü', 'v')
    .normalize('NFKC')
    .replace(/\p{M}+/gu, '');
}

function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  for (const piece of normalise(text).match(/\p{Script=Han}+|[^\P{L}\p{Script=Han}]+|\p{N}+/gu) ?? []) {
    runs.push({ han: /^\p{Script=Han}/u.test(piece), characters: Array.from(piece, indexable) });
  }
  return runs;
}

/** The tokenizer knows the letters of Unicode 6.1 only; rarer characters are spelled by their number. */
function indexable(character: string): string {
  if (/[\u3400-\u4db5\u4e00-\u9fcc]/u.test(character) || !/\p{Script=Han}/u.test(character)) return character;
  return `u${(character.codePointAt(0) ?? 0).toString(16)}`;
}

function closedPairs(characters: readonly string[]): string[] {
  return characters.map((character, index) => character + (characters[index + 1] ?? ''));
}

function openPairs(characters: readonly string[]): string[] {
  return characters.length === 1 ? [...characters] : closedPairs(characters).slice(0, -1);
}

function pinyinForms(name: string): Set<string> {
  const han = (
    normalise(name)
      .slice(0, maxNameLength)
      .match(/\p{Script=Han}/gu) ?? []
  )
    .slice(0, maxSyllables)
    .join('');
  const forms = new Set<string>();
  for (const reading of readingsOf(han)) {
    const [first = '', ...rest] = reading;
    const initials = rest.map((syllable) => syllable.charAt(0)).join('');
    forms.add(reading.join(''));
    forms.add(first.charAt(0) + initials);
    forms.add(first + initials);
    forms.add(first.charAt(0) + rest.join(''));
    if (rest.length > 0) {
      forms.add(rest.join(''));
      forms.add(initials);
    }
  }
  return forms;
}

function readingsOf(han: string): string[][] {
  if (han === '') return [];
  const options = { toneType: 'none', type: 'array', v: true } as const;
  const asSurname = pinyin(han, { ...options, surname: 'head' });
  const ordinary = pinyin(han, options);
  const others = polyphonic(Array.from(han)[0] ?? '', options)[0] ?? [];
  const withOtherFirst = others.map((first) => [first, ...asSurname.slice(1)]);
  return [asSurname, ordinary, ...withOtherFirst]
    .map((reading) => reading.filter((syllable) => /^[a-z]+$/.test(syllable)))
    .filter((reading) => reading.length > 0);
}
