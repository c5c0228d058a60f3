import type { z } from 'zod';
import { CorruptRecord } from '../contract.ts';

/** A stored JSON text, parsed like a stranger's. Throws `CorruptRecord` with the key. */
export function parsed<T>(schema: z.ZodType<T>, json: string, key: string): T {
  try {
    return schema.parse(JSON.parse(json));
  } catch (error) {
    throw new CorruptRecord(key, error);
  }
}
