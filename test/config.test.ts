import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ConfigSchema, modelOf, readConfig } from '../src/config.ts';

test('no settings at all give the defaults', () => {
  expect(readConfig({})).toEqual({
    DATA_DIR: 'state',
    PREVIEW_PORT: 8787,
    METRICS_PORT: 0,
    COOLDOWN_SECONDS: 3,
    MAP_DISPUTED: 'dashed',
    ALLOWED_HOSTS: [],
    LOG_LEVEL: 'info',
    LLM_TIMEOUT_SECONDS: 120,
    LLM_CONCURRENCY: 1,
    LLM_REQUESTS_PER_DAY: 1_000,
    LLM_TOKENS_PER_DAY: 2_000_000,
  });
});

test.for([
  { name: 'an empty value is no value', env: { DISCORD_TOKEN: '', PREVIEW_PORT: '  ' }, has: { PREVIEW_PORT: 8787 } },
  { name: 'white space around a value is dropped', env: { PREVIEW_PORT: ' 9000 ' }, has: { PREVIEW_PORT: 9000 } },
  { name: 'other variables are left alone', env: { HOME: '/root', PREVIEW_PORT: '0' }, has: { PREVIEW_PORT: 0 } },
  {
    name: 'any token without spaces is taken',
    env: { DISCORD_TOKEN: 'aaa.bbb.ccc' },
    has: { DISCORD_TOKEN: 'aaa.bbb.ccc' },
  },
  {
    name: 'hosts are read as addresses have them',
    env: { ALLOWED_HOSTS: 'RSS.local, 192.168.1.5:3000,[::1]:80' },
    has: {
      ALLOWED_HOSTS: [
        { host: 'rss.local', port: null },
        { host: '192.168.1.5', port: 3000 },
        { host: '[::1]', port: 80 },
      ],
    },
  },
  {
    name: 'a contact may be a mailbox',
    env: { CONTACT_URL: 'mailto:feeds@example.org' },
    has: { CONTACT_URL: 'mailto:feeds@example.org' },
  },
])('$name', ({ env, has }) => {
  expect(readConfig(env)).toMatchObject(has);
});

test('all faults are told at once, by name and without values', () => {
  const env = {
    DISCORD_TOKEN: 'two words secret',
    DISCORD_GUILD_ID: 'my server',
    DISCORD_API_URL: 'ftp://hidden.example',
    PREVIEW_PORT: '70000',
    COOLDOWN_SECONDS: '-1',
    ALLOWED_HOSTS: 'a.local,http://b.local',
    CONTACT_URL: 'our forum',
    MAP_DISPUTED: 'mine',
    LOG_LEVEL: 'loud',
  };
  const config = readConfig(env);
  const faults = 'faults' in config ? config.faults : [];
  expect(faults).toEqual([
    'DISCORD_TOKEN must hold no spaces',
    'DISCORD_GUILD_ID must be a server id, digits only',
    'DISCORD_API_URL must be an http or https address',
    'ALLOWED_HOSTS must be hosts or host:port, with commas between',
    'CONTACT_URL must be an http, https or mailto address',
    'PREVIEW_PORT must be at most 65535',
    'COOLDOWN_SECONDS must be a whole number',
    'MAP_DISPUTED must be dashed, un or control',
    'LOG_LEVEL must be fatal, error, warn, info, debug or silent',
  ]);
  for (const value of Object.values(env)) expect(faults.join('\n')).not.toContain(value);
});

test('.env.example holds every setting, each with a comment and its default', () => {
  const lines = readFileSync(new URL('../.env.example', import.meta.url), 'utf8').split('\n');
  const shown = lines.flatMap((line, at) => {
    const [, name, value] = /^([A-Z_]+)=(.*)$/.exec(line) ?? [];
    return name ? [[name, { value, explained: lines[at - 1]?.startsWith('# ') }] as const] : [];
  });
  const defaults = readConfig({}) as Record<string, unknown>;
  expect(Object.fromEntries(shown)).toEqual(
    Object.fromEntries(
      Object.keys(ConfigSchema.shape).map((name) => [name, { value: String(defaults[name] ?? ''), explained: true }]),
    ),
  );
});

const modelIn = (env: Readonly<Record<string, string>>) => {
  const config = readConfig(env);
  return 'faults' in config ? config.faults : modelOf(config);
};

test.for([
  { name: 'none', env: {}, is: null },
  {
    name: 'a local one',
    env: { LLM_URL: 'http://localhost:11434/v1/', LLM_MODEL: 'qwen2.5:7b' },
    is: {
      ...{ url: 'http://localhost:11434/v1', id: 'qwen2.5:7b', key: null, timeoutMs: 120_000, atOnce: 1 },
      ...{ requestsPerDay: 1_000, tokensPerDay: 2_000_000 },
    },
  },
  {
    name: 'one without the path that all have',
    env: { LLM_URL: 'http://127.0.0.1:8080', LLM_MODEL: 'm', LLM_TIMEOUT_SECONDS: '30', LLM_CONCURRENCY: '4' },
    is: { url: 'http://127.0.0.1:8080/v1', timeoutMs: 30_000, atOnce: 4 },
  },
  {
    name: 'a hosted one with the whole address',
    env: {
      LLM_URL: 'https://llm.example/api/chat/completions',
      LLM_MODEL: 'm',
      LLM_API_KEY: 'k',
      LLM_TOKENS_PER_DAY: '0',
    },
    is: { url: 'https://llm.example/api', key: 'k', tokensPerDay: 0 },
  },
])('a model: $name', ({ env, is }) => {
  if (is === null) expect(modelIn(env)).toBeNull();
  else expect(modelIn(env)).toMatchObject(is);
});

test.for([
  {
    env: { LLM_URL: 'http://localhost:11434/v1' },
    faults: ['LLM_URL and LLM_MODEL need each other: set both LLM_URL and LLM_MODEL, or neither'],
  },
  {
    env: { LLM_API_KEY: 'very-secret' },
    faults: ['LLM_API_KEY is a key to nothing: set LLM_URL and LLM_MODEL too'],
  },
  {
    env: { LLM_URL: 'https://me:hidden@llm.example/v1', LLM_MODEL: 'm' },
    faults: ['LLM_URL must hold no user or password: LLM_API_KEY is for that'],
  },
  {
    env: { LLM_URL: 'localhost:11434', LLM_MODEL: 'two words', LLM_API_KEY: 'sec ret' },
    faults: [
      'LLM_URL must be an http or https address, such as http://localhost:11434/v1',
      'LLM_MODEL must be a name without spaces, such as qwen2.5:7b-instruct',
      'LLM_API_KEY must hold no spaces',
    ],
  },
])('a model set up wrongly: $faults.0', ({ env, faults }) => {
  expect(modelIn(env)).toEqual(faults);
});
