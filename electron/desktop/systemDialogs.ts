import { execFile } from 'node:child_process';
import { homedir, platform } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export type DialogRequest =
  | { readonly kind: 'file'; readonly title: string; readonly extensions: readonly string[] }
  | { readonly kind: 'folder'; readonly title: string }
  | { readonly kind: 'save'; readonly title: string; readonly fileName: string };

/** A program that can show a dialog, with its arguments. It prints the chosen path; another exit code than 0 = closed. */
export interface DialogCommand {
  readonly program: string;
  readonly args: readonly string[];
  /** Texts handed over by the environment, so that none is ever read as code. */
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * Asks for a path with what the system has: PowerShell on Windows, zenity or kdialog on Linux. Where there is neither,
 * saving takes the usual place (the person's documents folder) and opening gives `null`; the screens also have a field
 * to type a path into.
 */
export async function askForPath(request: DialogRequest): Promise<string | null> {
  for (const command of dialogCommands(platform(), request)) {
    const answer = await run(command.program, [...command.args], {
      env: { ...process.env, ...command.environment },
      windowsHide: true,
      encoding: 'utf8',
    }).then(
      ({ stdout }) => ({ path: stdout.replace(/[\r\n]+$/, '') }),
      (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? null : { path: '' }),
    );
    if (answer) return answer.path === '' ? null : answer.path;
  }
  return request.kind === 'save' ? usualPath(request.fileName) : null;
}

/** Where a file goes when nobody can be asked. */
export function usualPath(fileName: string): string {
  return join(homedir(), platform() === 'win32' ? 'Documents' : '文档', basename(fileName));
}

/** The commands to try, best first. */
export function dialogCommands(system: NodeJS.Platform, request: DialogRequest): readonly DialogCommand[] {
  if (system === 'win32') return [powerShell(request)];
  if (system === 'linux') return [zenity(request), kdialog(request)];
  return [];
}

function zenity(request: DialogRequest): DialogCommand {
  const args = ['--file-selection', `--title=${request.title}`];
  if (request.kind === 'folder') args.push('--directory');
  if (request.kind === 'save')
    args.push('--save', '--confirm-overwrite', `--filename=${usualPath(request.fileName)}`);
  if (request.kind === 'file' && request.extensions.length > 0)
    args.push(`--file-filter=${request.title} | ${patterns(request.extensions, ' ')}`);
  return { program: 'zenity', args, environment: {} };
}

function kdialog(request: DialogRequest): DialogCommand {
  const title = ['--title', request.title];
  if (request.kind === 'folder')
    return { program: 'kdialog', args: [...title, '--getexistingdirectory', homedir()], environment: {} };
  if (request.kind === 'save')
    return {
      program: 'kdialog',
      args: [...title, '--getsavefilename', usualPath(request.fileName)],
      environment: {},
    };
  return {
    program: 'kdialog',
    args: [...title, '--getopenfilename', homedir(), patterns(request.extensions, ' ')],
    environment: {},
  };
}

function powerShell(request: DialogRequest): DialogCommand {
  const body: Record<DialogRequest['kind'], string> = {
    file: "$d = New-Object System.Windows.Forms.OpenFileDialog; $d.Title = $env:LEDGER_TITLE; $d.Filter = '*|' + $env:LEDGER_PATTERNS; if ($d.ShowDialog() -ne 'OK') { exit 1 }; $d.FileName",
    folder:
      "$d = New-Object System.Windows.Forms.FolderBrowserDialog; $d.Description = $env:LEDGER_TITLE; if ($d.ShowDialog() -ne 'OK') { exit 1 }; $d.SelectedPath",
    save: "$d = New-Object System.Windows.Forms.SaveFileDialog; $d.Title = $env:LEDGER_TITLE; $d.FileName = $env:LEDGER_FILE; $d.InitialDirectory = [Environment]::GetFolderPath('MyDocuments'); if ($d.ShowDialog() -ne 'OK') { exit 1 }; $d.FileName",
  };
  const command = `[Console]::OutputEncoding = [System.Text.Encoding]::UTF8; Add-Type -AssemblyName System.Windows.Forms; ${body[request.kind]}`;
  return {
    program: 'powershell.exe',
    args: ['-NoProfile', '-STA', '-NonInteractive', '-Command', command],
    environment: {
      LEDGER_TITLE: request.title,
      LEDGER_PATTERNS: request.kind === 'file' ? patterns(request.extensions, ';') || '*.*' : '*.*',
      LEDGER_FILE: request.kind === 'save' ? basename(request.fileName) : '',
    },
  };
}

function patterns(extensions: readonly string[], separator: string): string {
  return extensions.map((extension) => `*.${extension.replace(/^\./, '')}`).join(separator);
}
