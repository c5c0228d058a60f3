import { z } from 'zod';
import { parseAllowedHost } from './domain/allowed-host.ts';
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

/** Every setting, by the name of its environment variable. `.env.example` explains each; a test holds the two together. */
export const ConfigSchema = z.object({
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
});
export type Config = z.infer<typeof ConfigSchema>;

/** How documents are to be fetched. */
export const fetchingOf = ({ ALLOWED_HOSTS, CONTACT_URL }: Config) => ({
  allowedHosts: ALLOWED_HOSTS,
  contact: CONTACT_URL ?? null,
});

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
