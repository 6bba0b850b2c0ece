import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dialogCommands, usualPath, type DialogRequest } from '#electron/desktop/systemDialogs.ts';
import { findChromium } from '#electron/desktop/findChromium.ts';

const save: DialogRequest = { kind: 'save', title: '保存到', fileName: '名册.xlsx' };
const open: DialogRequest = { kind: 'file', title: '选择表格', extensions: ['xlsx', '.csv'] };

describe('a file dialog', () => {
  it('is asked of zenity, then of kdialog, on Linux', () => {
    const [zenity, kdialog] = dialogCommands('linux', open);
    expect(zenity).toMatchObject({ program: 'zenity' });
    expect(zenity?.args).toContain('--file-filter=选择表格 | *.xlsx *.csv');
    expect(kdialog?.args.at(-1)).toBe('*.xlsx *.csv');
    expect(dialogCommands('linux', save)[0]?.args).toContain(`--filename=${usualPath('名册.xlsx')}`);
  });

  it('hands its texts to PowerShell as values, never as code', () => {
    const evil = { kind: 'save', title: "'; Remove-Item C:\\ #", fileName: '$(calc).xlsx' } as const;
    const [command] = dialogCommands('win32', evil);
    expect(command?.args.join(' ')).not.toContain('Remove-Item');
    expect(command?.args.join(' ')).not.toContain('calc');
    expect(command?.environment).toMatchObject({ LEDGER_TITLE: evil.title, LEDGER_FILE: '$(calc).xlsx' });
  });

  it('never takes a folder from the proposed name', () => {
    expect(usualPath('../../x.xlsx')).toBe(usualPath('x.xlsx'));
  });
});

describe('the installed browser', () => {
  const only = (path: string) => (candidate: string) => candidate === path;
  it.each([
    ['linux', { PATH: '/usr/local/bin:/usr/bin' }, '/usr/bin/chromium'],
    ['linux', { PATH: '/opt/bin' }, '/opt/bin/google-chrome'],
    ['win32', { PROGRAMFILES: 'P' }, join('P', 'Google/Chrome/Application/chrome.exe')],
    ['win32', { 'PROGRAMFILES(X86)': 'Q' }, join('Q', 'Microsoft/Edge/Application/msedge.exe')],
    ['darwin', {}, '/Applications/Chromium.app/Contents/MacOS/Chromium'],
  ] as const)('is found on %s with %j', (system, environment, path) => {
    expect(findChromium(system, environment, only(path))).toBe(path);
    expect(findChromium(system, environment, () => false)).toBeNull();
  });
  it('is the named one before all others', () => {
    const environment = { LEDGER_CHROMIUM: '/own/chrome', PATH: '/usr/bin' };
    expect(findChromium('linux', environment, () => true)).toBe('/own/chrome');
  });
});
