import summary from '../../commands/summary.ts';
import type { Config } from '../config.ts';
import type { BriefArgs, Outcome } from './outcome.ts';
import { printed, terminalCall } from './printed.ts';
import { withSitrep } from './with-sitrep.ts';

/** `sitrep brief`: the answer of `/summary` as text, as the brief's data, or as the message that Discord would get. */
export function briefOnCommandLine(args: BriefArgs, config: Config, nowMs: number): Promise<Outcome> {
  const { format, pictures, ...input } = args;
  const call = terminalCall(input.language ?? 'en', format, nowMs);
  return withSitrep(config, nowMs, async (app) =>
    printed(await summary.run(input, app, call), format, { pictures }, config),
  );
}
