import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import { bridgeMessages, type DesktopBridge } from '../shared/contract/bridge.ts';
import type { DesktopEvent } from '../shared/contract/index.ts';

const bridge: DesktopBridge = {
  invoke: (channel, input) => ipcRenderer.invoke(bridgeMessages.invoke, channel, input),
  onEvent(listener) {
    const forward = (_: IpcRendererEvent, event: DesktopEvent) => listener(event);
    ipcRenderer.on(bridgeMessages.event, forward);
    return () => {
      ipcRenderer.removeListener(bridgeMessages.event, forward);
    };
  },
};

contextBridge.exposeInMainWorld('desktop', bridge);
