import type { Command } from '../command.ts';
import { demoCommand } from './demoCommand.ts';
import { fileCommands } from './fileCommands.ts';
import { recordCommands } from './recordCommands.ts';
import { reportCommands } from './reportCommands.ts';
import { schoolCommands } from './schoolCommands.ts';

export const commands: readonly Command[] = [
  ...schoolCommands,
  ...recordCommands,
  ...fileCommands,
  ...reportCommands,
  demoCommand,
];
