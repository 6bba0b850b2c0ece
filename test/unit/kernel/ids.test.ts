import { expect, test } from 'vitest';
import { createUuid, isUuid } from '#shared/kernel/ids.ts';

test('an id carries its time and its randomness, and sorts by time', () => {
  const ones = new Uint8Array(10).fill(0xff);
  const zeros = new Uint8Array(10);
  expect(createUuid(0x019abc123456, ones)).toBe('019abc12-3456-7fff-bfff-ffffffffffff');
  expect(createUuid(0x019abc123456, zeros)).toBe('019abc12-3456-7000-8000-000000000000');
  expect(createUuid(1_000, ones) < createUuid(1_001, zeros)).toBe(true);
  expect(isUuid(createUuid(Date.UTC(2026, 10, 24), ones))).toBe(true);
});

test('too little randomness is a mistake', () => expect(() => createUuid(1, new Uint8Array(9))).toThrow());

test.each([
  '',
  '019abc12-3456-7fff-bfff-fffffffffff',
  '019ABC12-3456-7FFF-BFFF-FFFFFFFFFFFF',
  "019abc12-3456-7fff-bfff-ffffffffffff'",
  '019abc12-3456-0fff-bfff-ffffffffffff',
])('%j is no id', (text) => expect(isUuid(text)).toBe(false));
