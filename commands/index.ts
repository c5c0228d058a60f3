import type { Command } from '../src/command.ts';
import summary from './summary.ts';

/** Every command, in the order in which `/help` lists them. */
export const commands: readonly Command[] = [summary];
