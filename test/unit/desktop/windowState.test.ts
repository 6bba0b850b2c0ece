import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  firstWindowState,
  fitToDisplays,
  loadWindowState,
  saveWindowState,
} from '#electron/desktop/windowState.ts';

const main = { x: 0, y: 0, width: 1366, height: 728 };
const second = { x: 1366, y: 0, width: 1920, height: 1040 };
const state = { x: 1500, y: 100, width: 1200, height: 700, maximized: false };

describe('a remembered window', () => {
  it('opens where it was while its display is there', () => {
    expect(fitToDisplays(state, [main, second])).toEqual(state);
  });
  it('opens where the system puts it when its display is gone', () => {
    expect(fitToDisplays(state, [main])).toEqual({ width: 1200, height: 700, maximized: false });
  });
  it('is cut down to the display it opens on', () => {
    const large = { x: 0, y: 0, width: 3000, height: 2000, maximized: true };
    expect(fitToDisplays(large, [main])).toEqual({ x: 0, y: 0, width: 1366, height: 728, maximized: true });
  });
  it.each([
    ['99 px of the title bar are left', { ...state, x: -1101, y: 0 }, false],
    ['100 px of the title bar are left', { ...state, x: -1100, y: 0 }, true],
    ['the title bar is above the screen', { ...state, x: 0, y: -1 }, false],
    ['the title bar is below the screen', { ...state, x: 0, y: 689 }, false],
    ['the title bar is just on the screen', { ...state, x: 0, y: 688 }, true],
  ])('keeps its place only if it can be taken hold of: %s', (_, remembered, kept) => {
    expect('x' in fitToDisplays(remembered, [main])).toBe(kept);
  });
});

describe('the file of the window', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'window-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('gives back what was saved', () => {
    const file = join(folder, 'deep', 'window.json');
    saveWindowState(file, state);
    expect(loadWindowState(file)).toEqual(state);
  });
  it.each(['', 'not json', '{"width":1,"height":1,"maximized":false}', '{"width":"1200"}', '[]'])(
    'starts anew from %j',
    (content) => {
      const file = join(folder, 'window.json');
      writeFileSync(file, content);
      expect(loadWindowState(file)).toEqual(firstWindowState);
    },
  );
  it('costs nothing when it cannot be written', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(() => saveWindowState(join(folder, 'file', 'window.json'), state)).not.toThrow();
  });
});
