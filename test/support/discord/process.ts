import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { COMPILED } from '../compiled.ts';
import type { Control } from './control.ts';

const Address = z.strictObject({ url: z.url(), token: z.string(), control: z.url() });

const SERVE = fileURLToPath(new URL('serve.ts', import.meta.url));

/** A stand-in in another process, so that its work does not show in what is measured here. */
export interface DiscordProcess {
  readonly url: string;
  readonly token: string;
  /** Does it there and returns what it came to; rejects with the process's own words when it failed. */
  readonly ask: (control: Control) => Promise<unknown>;
  readonly stop: () => Promise<void>;
}

/** Starts one on a free port. */
export async function spawnDiscord(): Promise<DiscordProcess> {
  const child = spawn(process.execPath, [...COMPILED, SERVE, '--until-stdin-ends'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const { url, token, control } = Address.parse(JSON.parse(await firstLine(child)));
  return {
    url,
    token,
    ask: async (command) => {
      const response = await fetch(control, { method: 'POST', body: JSON.stringify(command) });
      if (!response.ok) throw new Error(await response.text());
      return response.json();
    },
    stop: async () => {
      const ended = once(child, 'exit');
      child.stdin?.end();
      await ended;
    },
  };
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('The stand-in has no standard output.');
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error('The stand-in ended before it had an address.');
}
