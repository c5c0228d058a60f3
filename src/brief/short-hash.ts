import { createHash } from 'node:crypto';

/** Eight characters of base 36: one clash among 10,000 answers is a chance of one in 50,000. */
export function shortHash(text: string): string {
  const head = createHash('sha256').update(text).digest().readBigUInt64BE(0);
  return head.toString(36).padStart(8, '0').slice(-8);
}
