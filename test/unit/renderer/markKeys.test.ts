import { describe, expect, test } from 'vitest';
import { noPlace, pressKey, type KeyPlace } from '../../../renderer/afterSchool/day/markKeys.ts';

const people = [
  '安心怡',
  '曹子涵',
  '胡明轩',
  '马小龙',
  '孟凡星',
  '王芳',
  '王芳琴',
  '赵新',
  '周全',
  '周琴',
  '朱迪',
  '邹静',
].map((name, index) => ({ number: index + 1, name }));
const keys = ['d', 'c', 'z', 'j', 'q', 't'];

/** Types keys one after the other; what was marked, and who is meant at the end. */
function type(...typed: readonly string[]): { marks: string[]; at: string | null; place: KeyPlace } {
  let place = noPlace;
  const marks: string[] = [];
  for (const key of typed) {
    const answer = pressKey(place, key, people, keys);
    if (!answer) continue;
    ({ place } = answer);
    if (answer.mark) marks.push(`${people[answer.mark.index]?.name ?? ''} ${answer.mark.key}`);
  }
  return { marks, at: place.at === null ? null : (people[place.at]?.name ?? null), place };
}

describe('keys on a roll', () => {
  test.each<[string, readonly string[], readonly string[], string | null]>([
    ['a number and a mark', ['4', 'q'], ['马小龙 q'], '马小龙'],
    ['two digits', ['1', '2', 'j'], ['邹静 j'], '邹静'],
    ['the next number begins anew after a mark', ['4', 'q', '6', 'j'], ['马小龙 q', '王芳 j'], '王芳'],
    ['a digit too many begins a new number', ['1', '2', '3', 'c'], ['胡明轩 c'], '胡明轩'],
    ['initials, Space, a mark', ['w', 'f', ' ', 'q'], ['王芳 q'], '王芳'],
    ['a letter goes on with the name and marks nobody', ['w', 'f', 'q'], [], '王芳琴'],
    ['the surname before the given name', ['m', 'x'], [], '马小龙'],
    ['marks that are also initials', ['z', 'x', 'Enter', 'z'], ['赵新 z'], '赵新'],
    ['arrows walk and choose', ['ArrowDown', 'ArrowDown', 'q'], ['曹子涵 q'], '曹子涵'],
    ['arrows walk among the matches', ['z', 'q', 'ArrowDown', ' ', 'j'], ['周琴 j'], '周琴'],
    ['nobody of that name', ['x', 'x', 'x', ' ', 'q'], [], null],
    ['capital letters count too', ['4', 'Q'], ['马小龙 q'], '马小龙'],
    ['Backspace', ['w', 'f', 'q', 'Backspace', ' ', 'q'], ['王芳 q'], '王芳'],
    ['Escape forgets: the letter begins a name', ['4', 'Escape', 'q'], [], '周全'],
    ['a letter that is no mark does nothing after a number', ['4', 'x', 'q'], ['马小龙 q'], '马小龙'],
  ])('%s', (_name, typed, marks, at) => {
    const result = type(...typed);
    expect(result.marks).toEqual(marks);
    expect(result.at).toBe(at);
  });

  test('other keys are left alone', () => {
    for (const key of ['Tab', 'F5', 'Delete', '，']) expect(pressKey(noPlace, key, people, keys)).toBeNull();
    expect(pressKey(noPlace, 'Enter', people, keys)).toBeNull();
  });
});
