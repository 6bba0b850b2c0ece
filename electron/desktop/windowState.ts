import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const windowStateSchema = z.object({
  x: z.int().optional(),
  y: z.int().optional(),
  width: z.int().min(400).max(20_000),
  height: z.int().min(300).max(20_000),
  maximized: z.boolean(),
});

/** Size and place of the window in screen pixels; without `x` and `y` the system places it. */
export type WindowState = z.infer<typeof windowStateSchema>;

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The usual school PC has 1366 × 768, where a maximised window is the sensible start. */
export const firstWindowState: WindowState = { width: 1280, height: 720, maximized: true };

/** The remembered state, or the first one when there is none that can be read. */
export function loadWindowState(file: string): WindowState {
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return windowStateSchema.parse(content);
  } catch {
    return firstWindowState;
  }
}

/** Remembers the state; a file that can't be written costs only the memory of the window. */
export function saveWindowState(file: string, state: WindowState): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify(state));
    renameSync(`${file}.new`, file);
  } catch {
    // the window opens at its first size next time
  }
}

/**
 * Fits a remembered window to the displays of today: a place on a display that is gone is dropped, a size beyond the
 * display is cut down. `displays` are work areas, the first is the main one.
 */
export function fitToDisplays(state: WindowState, displays: readonly Rectangle[]): WindowState {
  const home = displays.find((display) => holdsTitleBar(display, state)) ?? displays[0];
  if (!home) return { width: state.width, height: state.height, maximized: state.maximized };
  const width = Math.min(state.width, home.width);
  const height = Math.min(state.height, home.height);
  const { x, y, maximized } = state;
  if (x === undefined || y === undefined || !holdsTitleBar(home, state)) return { width, height, maximized };
  return { x, y, width, height, maximized };
}

/** A window can be taken hold of when 100 px of its title bar are on the display. */
function holdsTitleBar(display: Rectangle, { x, y, width }: WindowState): boolean {
  if (x === undefined || y === undefined) return false;
  const visible = Math.min(x + width, display.x + display.width) - Math.max(x, display.x);
  return visible >= 100 && y >= display.y && y <= display.y + display.height - 40;
}
