import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..');

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A Sitrep process of a test's own: its environment holds what is given, and nothing that would reach Discord. */
export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Resolves with the first match in what it has printed on either stream; rejects when it ends without one. */
  readonly prints: (pattern: RegExp) => Promise<RegExpExecArray>;
}

/** Starts `node src/main.ts` or another entry as `npm start` does, from a folder that holds no `.env`. */
export function startSitrep(
  entry: 'src/main.ts' | 'src/cli.ts',
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Running {
  const argv = ['--import', join(ROOT, 'src/compile-cache.js'), join(ROOT, entry), ...args];
  const child = spawn(process.execPath, argv, { cwd: tmpdir(), env: { PATH: process.env.PATH ?? '', ...env } });
  const printed = { out: [] as string[], err: [] as string[] };
  child.stdout.setEncoding('utf8').on('data', (text: string) => printed.out.push(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => printed.err.push(text));
  const streams = () => ({ out: printed.out.join(''), err: printed.err.join('') });
  const ended = once(child, 'close').then(([code]) => ({ code: typeof code === 'number' ? code : null, ...streams() }));
  const found = (pattern: RegExp) => pattern.exec(streams().out) ?? pattern.exec(streams().err);
  const prints = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = (): void => {
        const match = found(pattern);
        if (match) resolve(match);
      };
      child.stdout.on('data', look);
      child.stderr.on('data', look);
      ended.then(() => reject(new Error(`ended without ${pattern}: ${streams().out}${streams().err}`)));
      look();
    });
  return { child, ended, prints };
}

/** A folder that is gone after `use`. */
export async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'sitrep-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
