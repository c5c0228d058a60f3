import { compose, type Sitrep } from '../../../src/compose.ts';
import { DATA_FOLDER } from '../../../src/place.ts';
import { unexpected } from '../stored-app.ts';
import { hostOf } from './serve-feeds.ts';

/** A Sitrep that may ask the first so many feeds of `serveFeeds` on a port, and nobody else. */
export async function feedsSitrep(stateDir: string, port: number, feeds: number): Promise<Sitrep> {
  const opened = await compose({
    ...{ stateDir, dataDir: DATA_FOLDER, version: '1', startedAtMs: Date.now(), now: Date.now, report: unexpected },
    fetching: {
      allowedHosts: Array.from({ length: feeds }, (_, at) => ({ host: hostOf(at), port })),
      ...{ contact: null, resolve: async () => ['127.0.0.1'], limits: { pauseMs: 0 } },
    },
    tell: async () => false,
  });
  if (!opened.ok) throw new Error(opened.error.kind);
  return opened.value;
}
