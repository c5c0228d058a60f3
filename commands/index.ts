import type { Command } from '../src/command.ts';
import about from './about.ts';
import help from './help.ts';
import replay from './replay.ts';
import settings from './settings.ts';
import status from './status.ts';
import summary from './summary.ts';
import troops from './troops.ts';
import visits from './visits.ts';

/** Every command there is. */
export const commands: readonly Command[] = [summary, troops, visits, replay, help, about, settings, status];
