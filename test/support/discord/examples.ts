import type { Fault } from './check/fault.ts';

/** A request, what the stand-in must say to it, and the name of its schema in Discord's OpenAPI description. */
export interface Example {
  readonly name: string;
  readonly schema: string;
  readonly body: object;
  readonly faults: (body: object) => readonly Fault[];
  /** The code it is refused with; null: taken. */
  readonly code: string | null;
  /** Whether the schema alone shows that it is wrong; rules between fields and stricter pages do not stand there. */
  readonly bySchema: boolean;
}

export type Verdict = readonly [name: string, body: object, code: string | null, bySchema?: boolean];

/** Examples of one schema, judged by `faults`; unless said, the schema shows what is wrong. */
export const examples = (
  schema: string,
  label: string,
  faults: Example['faults'],
  verdicts: readonly Verdict[],
): readonly Example[] =>
  verdicts.map(([name, body, code, bySchema = code !== null]) => ({
    name: `${label}: ${name}`,
    schema,
    body,
    faults,
    code,
    bySchema,
  }));

export const V2 = 1 << 15;
export const closed = { allowed_mentions: { parse: [] } };
export const text = (content: string) => ({ type: 10, content });
export const button = (fields: object = {}) => ({
  type: 2,
  style: 2,
  label: 'Sources',
  custom_id: 'summary:sources',
  ...fields,
});
export const row = (...components: readonly object[]) => ({ type: 1, components });
export const box = (...components: readonly object[]) => ({ type: 17, components });
export const many = (times: number, make: (at: number) => object) => Array.from({ length: times }, (_, at) => make(at));
export const layout = (...components: readonly object[]) => ({ flags: V2, ...closed, components });
export const embeds = (...list: readonly object[]) => ({ ...closed, embeds: list });
export const photo = { media: { url: 'https://example.org/map.png' } };
