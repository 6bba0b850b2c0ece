import { beforeEach, expect, it, vi } from 'vitest';
import type { DesktopBridge } from '#shared/contract/bridge.ts';

const exposed = vi.hoisted(() => new Map<string, unknown>());
const ipcRenderer = vi.hoisted(() => ({ invoke: vi.fn(), on: vi.fn(), removeListener: vi.fn() }));
vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, value: unknown) => exposed.set(name, value) },
  ipcRenderer,
}));

beforeEach(async () => {
  await import('#electron/preload.ts');
});

it('gives the page exactly one object with two functions', () => {
  expect([...exposed.keys()]).toEqual(['desktop']);
  expect(Object.keys(exposed.get('desktop') ?? {}).sort()).toEqual(['invoke', 'onEvent']);
});

it('passes calls on by one message, and events without their sender', () => {
  const bridge = exposed.get('desktop') as DesktopBridge;
  void bridge.invoke('session.state', { a: 1 });
  expect(ipcRenderer.invoke).toHaveBeenCalledWith('ledger.invoke', 'session.state', { a: 1 });

  const listener = vi.fn();
  const stop = bridge.onEvent(listener);
  const [name, forward] = ipcRenderer.on.mock.calls[0] as [string, (event: object, message: object) => void];
  expect(name).toBe('ledger.event');
  forward({ sender: 'secret' }, { type: 'session.changed' });
  expect(listener).toHaveBeenCalledExactlyOnceWith({ type: 'session.changed' });
  stop();
  expect(ipcRenderer.removeListener).toHaveBeenCalledWith('ledger.event', forward);
});
