import { threadId } from 'node:worker_threads';
import { z } from 'zod';

const Request = z.object({
  kind: z.enum(['echo', 'who', 'fail', 'spin', 'exit', 'hoard']),
  value: z.unknown().optional(),
});

/** What is done apart in tests: the useful, and all that can go wrong. */
export function answer(request: unknown): unknown {
  const { kind, value } = Request.parse(request);
  switch (kind) {
    case 'echo':
      return value;
    case 'who':
      return `${process.pid}/${threadId}`;
    case 'fail':
      throw new RangeError('failed as asked');
    case 'exit':
      return process.exit(3);
    case 'spin':
      for (;;);
    case 'hoard':
      for (const kept: object[] = []; ; kept.push(new Array(1_000).fill(kept.length)));
  }
}
