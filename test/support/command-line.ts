import { run } from '../../src/cli/run.ts';

/** What came of a command, as of a process. */
interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/**
 * `sitrep` in this process, with the settings that are given and no others: a process of its own takes about a second. That
 * `src/cli.ts` hands its arguments over and writes out what comes back is for `startSitrep` in `sitrep.ts`.
 */
export async function commandLine(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Ended> {
  const { status, out, err } = await run(args, environment);
  return { code: status, out, err };
}
