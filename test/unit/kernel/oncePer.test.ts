import { expect, it } from 'vitest';
import { oncePer } from '#shared/kernel/oncePer.ts';

it('makes one answer for each object, and the same one whenever it is asked again', () => {
  let made = 0;
  const listOf = oncePer((of: { name: string }) => [of.name, (made += 1)]);
  const [first, second] = [{ name: '甲' }, { name: '甲' }];
  expect(listOf(first)).toBe(listOf(first));
  expect(listOf(second)).not.toBe(listOf(first));
  expect(made).toBe(2);
});
