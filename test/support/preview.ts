import { join } from 'node:path';
import { commands } from '../../commands/index.ts';
import { compose } from '../../src/compose.ts';
import { createDispatch } from '../../src/deliver/dispatch.ts';
import { startPreview } from '../../src/preview/server.ts';
import { sharedReading } from './committed-knowledge.ts';
import { ANNOUNCED, echo } from './echo-command.ts';
import { loadInto } from './loaded-folder.ts';
import { OFFLINE } from './no-sources.ts';
import { aDraw, paint } from './picture-command.ts';
import { ROOT } from './sitrep.ts';

export interface RunningPreview {
  readonly url: string;
  readonly port: number;
  /** What it logged or reported as failed. */
  readonly failures: readonly unknown[];
  readonly stop: () => Promise<void>;
}

/**
 * The preview as `npm start` serves it, with the committed data and all commands, and `echo` and `paint` beside them.
 * @param port any free one where none is given
 * @param ackAfterMs announces no answer where none is given
 */
export async function runPreview(
  stateDir: string,
  { port = 0, ackAfterMs = ANNOUNCED.never }: { readonly port?: number; readonly ackAfterMs?: number } = {},
): Promise<RunningPreview> {
  await loadInto(stateDir);
  const failures: unknown[] = [];
  const report = (error: unknown): void => void failures.push(error);
  const dataDir = join(ROOT, 'data');
  const own = { stateDir, dataDir, version: '1.2.3', startedAtMs: Date.now(), articles: sharedReading() };
  const opened = await compose({ ...OFFLINE, ...own, report });
  if (!opened.ok) throw new Error(`cannot open: ${opened.error.kind}`);
  const all = [...commands, echo, paint];
  const { app, close } = opened.value;
  const { draw } = aDraw();
  const dispatch = createDispatch({ app, commands: all, now: Date.now, report, cooldownMs: 0, ackAfterMs, draw });
  const specs = all.map(({ data }) => data);
  const log = { error: (fields: object) => void failures.push(fields) };
  const started = await startPreview({ port, commands: specs, dispatch, version: '1.2.3', log });
  if (!started.ok) throw new Error(`cannot listen: ${started.error.kind}`);
  const { url, stop } = started.value;
  return {
    url,
    port: Number(new URL(url).port),
    failures,
    stop: async () => {
      await stop();
      await close();
    },
  };
}
