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

/** `parsed` for one schema, remembering what the last `most` different texts gave: parsing is most of what a question costs. */
export function rememberingParser<T>(schema: z.ZodType<T>, most: number): (json: string, key: string) => T {
  const known = new Map<string, T>();
  return (json, key) => {
    const value = known.get(json) ?? parsed(schema, json, key);
    known.delete(json);
    known.set(json, value);
    const oldest = known.keys().next();
    if (known.size > most && !oldest.done) known.delete(oldest.value);
    return value;
  };
}
