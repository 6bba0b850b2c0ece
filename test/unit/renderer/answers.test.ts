import { QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { BridgeAnswer } from '#shared/contract/bridge.ts';
import { failure, success } from '#shared/kernel/result.ts';
import type {
  allRead as allReadOf,
  answers as answersOf,
  hearWritten as hearOf,
} from '../../../renderer/answers.ts';
import type { read as readOf, tryCall as tryCallOf } from '../../../renderer/client.ts';

/** A main process with one number in its file; its answers are held back until the test lets them go. */
function standInFile() {
  let stored = 0;
  let written = 0;
  let reads = 0;
  const held: (() => void)[] = [];
  let holding = false;
  return {
    holdAnswers() {
      holding = true;
    },
    /** Lets the answers that are held go, in their order. */
    letGo() {
      holding = false;
      held.splice(0).forEach((go) => go());
    },
    /** A job writes on its own. */
    write() {
      stored += 1;
      written += 1;
      return written;
    },
    get stored() {
      return stored;
    },
    get reads() {
      return reads;
    },
    async invoke(channel: string): Promise<BridgeAnswer> {
      if (channel === 'ledger.remove') {
        stored += 1;
        written += 1;
        return { ...success(stored), written };
      }
      reads += 1;
      const answer = success(stored);
      if (holding) await new Promise<void>((resolve) => held.push(resolve));
      return { ...answer, written };
    },
  };
}

let file: ReturnType<typeof standInFile>;
let answers: typeof answersOf;
let allRead: typeof allReadOf;
let hearWritten: typeof hearOf;
let tryCall: typeof tryCallOf;
let read: typeof readOf;

beforeEach(async () => {
  file = standInFile();
  vi.stubGlobal('window', {
    desktop: { invoke: (channel: string) => file.invoke(channel), onEvent: () => () => undefined },
  });
  vi.resetModules();
  ({ answers, allRead, hearWritten } = await import('../../../renderer/answers.ts'));
  ({ tryCall, read } = await import('../../../renderer/client.ts'));
});

afterEach(() => {
  answers.clear();
  vi.unstubAllGlobals();
});

/** A screen that shows the answer of a reading call while it is open. */
function openScreen(channel: 'ledger.counts' | 'session.state' = 'ledger.counts') {
  const observer = new QueryObserver<unknown>(answers, {
    queryKey: [channel, {}],
    queryFn: () => read(channel, {}),
  });
  return { shown: () => observer.getCurrentResult().data, close: observer.subscribe(() => undefined) };
}

const save = () => tryCall('ledger.remove', { ledger: 'staff', ids: [] });

it('shows what was saved by the time the save is done', async () => {
  const screen = openScreen();
  await expect.poll(screen.shown).toBe(0);
  await save();
  await allRead();
  expect(screen.shown()).toBe(1);
});

it('has forgotten what a screen had read that is not open while something is saved', async () => {
  const screen = openScreen();
  await expect.poll(screen.shown).toBe(0);
  screen.close();
  await save();
  const again = openScreen();
  // Loading, never the number of before.
  expect(again.shown()).toBeUndefined();
  await expect.poll(again.shown).toBe(1);
});

it('keeps what it has read while nothing is saved', async () => {
  const screen = openScreen();
  await expect.poll(screen.shown).toBe(0);
  screen.close();
  expect(openScreen().shown()).toBe(0);
  expect(file.reads).toBe(1);
});

it('asks again for what was on its way while something was written', async () => {
  file.holdAnswers();
  const screen = openScreen();
  await expect.poll(() => file.reads).toBe(1);
  const times = file.write();
  hearWritten(times);
  file.letGo();
  await allRead();
  expect(screen.shown()).toBe(1);
});

it('asks again though it hears of the write by the late answer itself', async () => {
  file.holdAnswers();
  const screen = openScreen();
  await expect.poll(() => file.reads).toBe(1);
  file.write();
  file.letGo();
  await expect.poll(screen.shown).toBe(1);
});

it('reads once more for writes that come while it is reading anew', async () => {
  const screen = openScreen();
  await expect.poll(screen.shown).toBe(0);
  file.holdAnswers();
  hearWritten(file.write());
  await expect.poll(() => file.reads).toBe(2);
  for (let more = 0; more < 10; more++) hearWritten(file.write());
  file.letGo();
  await allRead();
  expect(screen.shown()).toBe(file.stored);
  expect(file.reads).toBe(3);
});

it('leaves the session to its own event: the first start stays with its progress while a school is being filled', async () => {
  const screen = openScreen('session.state');
  await expect.poll(screen.shown).toBe(0);
  await save();
  await allRead();
  expect(screen.shown()).toBe(0);
});

it('hears of a write by event and answer, and reads for it once', async () => {
  const screen = openScreen();
  await expect.poll(screen.shown).toBe(0);
  const saved = save();
  hearWritten(1);
  await saved;
  await allRead();
  expect(screen.shown()).toBe(1);
  expect(file.reads).toBe(2);
});

it('asks once for what is refused, even when the refusal comes with the news of a write', async () => {
  let asked = 0;
  vi.stubGlobal('window', {
    desktop: {
      invoke: () =>
        Promise.resolve({ ...failure('unavailable', '处理中途意外停止。'), written: (asked += 1) }),
      onEvent: () => () => undefined,
    },
  });
  await expect(read('settings.get', {})).rejects.toThrow('处理中途意外停止。');
  expect(asked).toBe(1);
});
