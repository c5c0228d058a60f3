import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Log } from '../log.ts';
import { EXPOSITION_TYPE, exposition, type Measure } from './exposition.ts';

/** Measures are for this machine alone: whoever wants them elsewhere puts a proxy of their own before them. */
const LOOPBACK = '127.0.0.1';

export interface MetricsServer {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/**
 * Serves `/metrics` on loopback.
 * @param port 0: any free one
 * @throws where the port cannot be had
 */
export async function serveMetrics(
  port: number,
  measures: () => Promise<readonly Measure[]>,
  log: Pick<Log, 'error'>,
): Promise<MetricsServer> {
  const server = createServer(async ({ url }, response) => {
    if (url !== '/metrics') return void response.writeHead(404).end('Only /metrics is served here.\n');
    try {
      const body = exposition(await measures());
      response.writeHead(200, { 'content-type': EXPOSITION_TYPE }).end(body);
    } catch (error) {
      log.error({ err: error }, 'metrics could not be taken');
      response.writeHead(500).end('Metrics could not be taken: see the log.\n');
    }
  });
  server.listen(port, LOOPBACK);
  await once(server, 'listening');
  const address = server.address();
  const stop = async (): Promise<void> => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };
  return { port: address !== null && typeof address === 'object' ? address.port : port, stop };
}
