import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below what systems give out by themselves: Linux from 32,768, others from 49,152. */
const [FIRST, END] = [20_000, 32_000];
const ATTEMPTS = 100;

/** A free port of loopback that nobody else gets while it is let go of and taken again, as the port of `listen(0)` may be. */
export async function ownPort(): Promise<number> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const port = randomInt(FIRST, END);
    if (await isFree(port)) return port;
  }
  throw new Error(`No free port between ${FIRST} and ${END}.`);
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  const listening = once(server, 'listening').then(
    () => true,
    () => false,
  );
  server.listen(port, '127.0.0.1');
  if (!(await listening)) return false;
  await new Promise((resolve) => server.close(resolve));
  return true;
}
