import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** As much of JSON Schema as Discord's OpenAPI description uses for requests; formats are not looked at. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly uniqueItems?: boolean;
}

const Document = z.object({ components: z.object({ schemas: z.record(z.string(), z.custom<Schema>()) }) });
export type Schemas = z.infer<typeof Document>['components']['schemas'];

export const readSchemas = (path: URL): Schemas =>
  Document.parse(JSON.parse(readFileSync(path, 'utf8'))).components.schemas;

/** Where and how `value` departs from the schema of this name; [] when it fits. */
export function schemaFaults(schemas: Schemas, name: string, value: unknown): readonly string[] {
  const schema = schemas[name];
  if (!schema) throw new Error(`The description has no schema ${name}.`);
  return faultsOf({ schemas, path: name }, schema, value);
}

interface At {
  readonly schemas: Schemas;
  readonly path: string;
}

function faultsOf(at: At, schema: Schema, value: unknown): readonly string[] {
  if (schema.$ref)
    return schemaFaults(at.schemas, schema.$ref.replace('#/components/schemas/', ''), value).map(
      (each) => `${at.path} > ${each}`,
    );
  const wrongType = typeFaults(at, schema, value);
  if (wrongType.length > 0) return wrongType;
  return [
    ...valueFaults(at, schema, value),
    ...boundFaults(at, schema, value),
    ...choiceFaults(at, schema, value),
    ...(Array.isArray(value) ? value.flatMap((each, index) => inner(at, index, schema.items, each)) : []),
    ...(isRecord(value) ? recordFaults(at, schema, value) : []),
  ];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const inner = (at: At, key: string | number, schema: Schema | undefined, value: unknown): readonly string[] =>
  schema ? faultsOf({ ...at, path: `${at.path}.${key}` }, schema, value) : [];

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value === 'number' && Number.isInteger(value) ? 'integer' : typeof value;
}

function typeFaults({ path }: At, { type }: Schema, value: unknown): readonly string[] {
  if (type === undefined) return [];
  const allowed = [type].flat();
  const own = typeOf(value);
  const fits = allowed.includes(own) || (own === 'integer' && allowed.includes('number'));
  return fits ? [] : [`${path}: ${own} is not ${allowed.join(' or ')}`];
}

function valueFaults({ path }: At, schema: Schema, value: unknown): readonly string[] {
  const allowed = schema.enum ?? ('const' in schema ? [schema.const] : [value]);
  const misfit = schema.pattern && typeof value === 'string' && !new RegExp(schema.pattern).test(value);
  return [
    ...(allowed.includes(value) ? [] : [`${path}: not one of ${allowed.join(', ')}`]),
    ...(misfit ? [`${path}: does not match ${schema.pattern}`] : []),
  ];
}

function boundFaults({ path }: At, schema: Schema, value: unknown): readonly string[] {
  const [size, least = 0, most = Number.POSITIVE_INFINITY] =
    typeof value === 'string'
      ? [value.length, schema.minLength, schema.maxLength]
      : Array.isArray(value)
        ? [value.length, schema.minItems, schema.maxItems]
        : typeof value === 'number'
          ? [value, schema.minimum ?? Number.NEGATIVE_INFINITY, schema.maximum]
          : [0];
  const repeated = schema.uniqueItems && Array.isArray(value) && new Set(value).size < value.length;
  return [
    ...(size < least || size > most ? [`${path}: ${size} is not within ${least}…${most}`] : []),
    ...(repeated ? [`${path}: an item stands twice`] : []),
  ];
}

/** One of the choices must fit; Discord's own unions overlap, so that more than one may. */
function choiceFaults(at: At, { oneOf, anyOf, allOf = [] }: Schema, value: unknown): readonly string[] {
  const all = allOf.flatMap((each) => faultsOf(at, each, value));
  const choices = oneOf ?? anyOf;
  if (!choices) return all;
  const tried = choices.map((each) => faultsOf(at, each, value));
  return tried.some((faults) => faults.length === 0)
    ? all
    : [...all, `${at.path}: fits no choice (${tried.flat().join('; ')})`];
}

function recordFaults(at: At, schema: Schema, value: Readonly<Record<string, unknown>>): readonly string[] {
  const missing = (schema.required ?? []).filter((key) => value[key] === undefined);
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return [
    ...missing.map((key) => `${at.path}.${key}: missing`),
    ...entries.flatMap(([key, each]) => inner(at, key, schema.properties?.[key] ?? schema.additionalProperties, each)),
  ];
}
