import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { COMPILED } from './compiled.ts';

const SENDER = join(import.meta.dirname, 'digest-sender.ts');

/** Starts `digest-sender.ts`, which sends digests at the instants that it is told, a line each. */
export function startSender(...args: readonly string[]) {
  const child = spawn(process.execPath, [...COMPILED, SENDER, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    said: async (): Promise<string | undefined> => (await lines.next()).value,
    tell: (nowMs: number) => void child.stdin.write(`${nowMs}\n`),
    kill: () => void child.kill('SIGKILL'),
    gone,
  };
}
