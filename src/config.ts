import { z } from 'zod';
import { parseAllowedHost } from './domain/allowed-host.ts';
import type { ModelSettings } from './domain/model.ts';
import { DisputedBorders } from './domain/picture.ts';

/** A whole number given as text, within bounds. */
const whole = (min: number, max: number, standard: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.int().min(min, `must be at least ${min}`).max(max, `must be at most ${max}`))
    .default(standard);

/** Hosts with or without a port, commas between. */
const hosts = z
  .string()
  .transform((text) => text.split(',').map((one) => parseAllowedHost(one.trim())))
  .refine((all) => !all.includes(null), 'must be hosts or host:port, with commas between')
  .transform((all) => all.filter((one) => one !== null))
  .default([]);

const LLM_PAIR = 'need each other: set both LLM_URL and LLM_MODEL, or neither';

/** Where a model's server is asked, as `/chat/completions` is put behind it. */
const modelUrl = z
  .url({ protocol: /^https?$/, error: 'must be an http or https address, such as http://localhost:11434/v1' })
  .refine((text) => !/^[a-z]+:\/\/[^/]*@/i.test(text), 'must hold no user or password: LLM_API_KEY is for that')
  .refine((text) => !/[?#]/.test(text), 'must hold nothing behind its path')
  .transform((text) => text.replace(/\/+$/, '').replace(/\/chat\/completions$/, ''))
  .transform((text) => (/^[a-z]+:\/\/[^/]+$/i.test(text) ? `${text}/v1` : text));

/** Every setting, by the name of its environment variable. `.env.example` explains each; a test holds the two together. */
export const ConfigSchema = z
  .object({
    DISCORD_TOKEN: z
      .string()
      .regex(/^\S{1,300}$/, 'must hold no spaces')
      .optional(),
    DISCORD_GUILD_ID: z
      .string()
      .regex(/^\d{5,25}$/, 'must be a server id, digits only')
      .optional(),
    DISCORD_API_URL: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).optional(),
    ALLOWED_HOSTS: hosts,
    CONTACT_URL: z
      .string()
      .regex(/^(?:https?:\/\/|mailto:)[\x21-\x27\x2a-\x7e]{1,200}$/, 'must be an http, https or mailto address')
      .optional(),
    DATA_DIR: z.string().min(1).default('state'),
    PREVIEW_PORT: whole(0, 65_535, 8787),
    METRICS_PORT: whole(0, 65_535, 0),
    COOLDOWN_SECONDS: whole(0, 3_600, 3),
    MAP_DISPUTED: z.enum(DisputedBorders.options, { error: 'must be dashed, un or control' }).default('dashed'),
    LOG_LEVEL: z
      .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
        error: 'must be fatal, error, warn, info, debug or silent',
      })
      .default('info'),
    LLM_URL: modelUrl.optional(),
    LLM_MODEL: z
      .string()
      .regex(/^[\x21-\x7e]{1,120}$/, 'must be a name without spaces, such as qwen2.5:7b-instruct')
      .optional(),
    LLM_API_KEY: z
      .string()
      .regex(/^[\x21-\x7e]{1,400}$/, 'must hold no spaces')
      .optional(),
    LLM_TIMEOUT_SECONDS: whole(1, 3_600, 120),
    LLM_CONCURRENCY: whole(1, 64, 1),
    LLM_REQUESTS_PER_DAY: whole(0, 999_999_999, 1_000),
    LLM_TOKENS_PER_DAY: whole(0, 999_999_999, 2_000_000),
  })
  .refine(({ LLM_URL, LLM_MODEL }) => (LLM_URL === undefined) === (LLM_MODEL === undefined), {
    error: LLM_PAIR,
    path: ['LLM_URL and LLM_MODEL'],
  })
  .refine(({ LLM_URL, LLM_API_KEY }) => LLM_API_KEY === undefined || LLM_URL !== undefined, {
    error: 'is a key to nothing: set LLM_URL and LLM_MODEL too',
    path: ['LLM_API_KEY'],
  });
export type Config = z.infer<typeof ConfigSchema>;

/** How documents are to be fetched. */
export const fetchingOf = ({ ALLOWED_HOSTS, CONTACT_URL }: Config) => ({
  allowedHosts: ALLOWED_HOSTS,
  contact: CONTACT_URL ?? null,
});

/** The operator's model; null where there is none. */
export function modelOf(config: Config): ModelSettings | null {
  const { LLM_URL: url, LLM_MODEL: id, LLM_API_KEY: key = null } = config;
  if (url === undefined || id === undefined) return null;
  return {
    ...{ url, id, key, timeoutMs: config.LLM_TIMEOUT_SECONDS * 1_000, atOnce: config.LLM_CONCURRENCY },
    ...{ requestsPerDay: config.LLM_REQUESTS_PER_DAY, tokensPerDay: config.LLM_TOKENS_PER_DAY },
  };
}

/**
 * Reads the settings once and whole; an empty value counts as absent.
 * @returns the settings, or every fault by the setting's name. No value is ever in a fault: it may be a secret.
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
): Config | { readonly faults: readonly string[] } {
  const given = Object.fromEntries(
    Object.keys(ConfigSchema.shape).flatMap((name) => (env[name]?.trim() ? [[name, env[name]?.trim()]] : [])),
  );
  const parsed = ConfigSchema.safeParse(given);
  return parsed.success
    ? parsed.data
    : { faults: parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`) };
}
