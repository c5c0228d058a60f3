import { z } from 'zod';
import type { ModelQuestion } from '../domain/model.ts';

/** What a server takes of the ways to ask; found out by asking, since no server tells. */
export interface Dialect {
  /** `schema`: answers by a JSON schema; `object`: any JSON object; `plain`: words, among which JSON is looked for. */
  readonly format: 'schema' | 'object' | 'plain';
  /** What the longest answer goes by: newer models of OpenAI know the second alone. */
  readonly limit: 'max_tokens' | 'max_completion_tokens';
  /** Whether the temperature may be set: some models have a fixed one. */
  readonly temperature: boolean;
}

export const FIRST_DIALECT: Dialect = { format: 'schema', limit: 'max_tokens', temperature: true };

/** What may be tried after a server refused a request. */
export function simpler(dialect: Dialect, problem: string): Dialect | null {
  if (dialect.limit === 'max_tokens' && problem.includes('max_completion_tokens'))
    return { ...dialect, limit: 'max_completion_tokens' };
  if (dialect.temperature && problem.includes('temperature')) return { ...dialect, temperature: false };
  if (dialect.format === 'schema') return { ...dialect, format: 'object' };
  return dialect.format === 'object' ? { ...dialect, format: 'plain' } : null;
}

export interface Turn {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** The parts of a request that depend on what the server takes. */
export function wordedIn<T>({ format, limit, temperature }: Dialect, question: ModelQuestion<T>) {
  return {
    ...(temperature && { temperature: 0 }),
    [limit]: question.maxOutputTokens,
    ...(format !== 'plain' && { response_format: formatOf(format, question) }),
  };
}

function formatOf<T>(format: 'schema' | 'object', { schema, name }: ModelQuestion<T>) {
  if (format === 'object') return { type: 'json_object' as const };
  return { type: 'json_schema' as const, json_schema: { name, schema: jsonSchemaOf(schema), strict: true } };
}

/** Where no schema is given along, it stands in the words: JSON is what all of these models know. */
export function turnsFor<T>({ format }: Dialect, { system, user, schema }: ModelQuestion<T>): readonly Turn[] {
  const shape =
    format === 'schema'
      ? ''
      : `\n\nAnswer with one JSON object and nothing else. It must fit this JSON schema:\n${JSON.stringify(jsonSchemaOf(schema))}`;
  return [
    { role: 'system', content: system + shape },
    { role: 'user', content: user },
  ];
}

/** What servers that keep strictly to a schema do not take in one: there every field has to be given, and no other. */
const NOT_STRICT = [
  'default',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minimum',
  'maximum',
  'pattern',
] as const;

type Schema = Parameters<NonNullable<NonNullable<Parameters<typeof z.toJSONSchema>[1]>['override']>>[0]['jsonSchema'];

function jsonSchemaOf(schema: z.ZodType): { readonly [key: string]: unknown } {
  const override = ({ jsonSchema }: { readonly jsonSchema: Schema }): void => {
    for (const word of NOT_STRICT) delete jsonSchema[word];
    if (jsonSchema.properties === undefined) return;
    jsonSchema.required = Object.keys(jsonSchema.properties);
    jsonSchema.additionalProperties = false;
  };
  const { $schema: _, ...shape } = z.toJSONSchema(schema, { io: 'input', override });
  return shape;
}
