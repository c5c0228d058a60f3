import { describe, expect, test } from 'vitest';
import { commands } from '../commands/index.ts';
import type { OptionSpec } from '../src/command.ts';
import { definitionsOf } from '../src/deliver/definitions.ts';
import { featuresOf, offered } from '../src/offered.ts';

const optionsOf = (all: typeof commands): readonly OptionSpec[] =>
  all.flatMap(({ data }) => [...(data.options ?? []), ...(data.subcommands ?? []).flatMap(({ options }) => options)]);
const needy = optionsOf(commands).filter(({ needs }) => needs !== undefined);

describe('what needs a feature', () => {
  test('is in no definition without it, nor are its words', () => {
    const told = JSON.stringify(definitionsOf(offered(commands, new Set())));
    expect(optionsOf(offered(commands, new Set()))).toHaveLength(optionsOf(commands).length - needy.length);
    for (const { description } of needy) expect(told).not.toContain(description.en);
  });

  test('is in the definitions with it', () => {
    expect(definitionsOf(offered(commands, new Set(['model'])))).toEqual(definitionsOf(commands));
  });

  test.for([
    { settings: {}, features: [] },
    { settings: { LLM_URL: 'http://127.0.0.1:1' }, features: [] },
    { settings: { LLM_MODEL: 'm' }, features: [] },
    { settings: { LLM_URL: 'http://127.0.0.1:1', LLM_MODEL: 'm' }, features: ['model'] },
  ])('$settings gives $features', ({ settings, features }) => {
    expect([...featuresOf(settings)]).toEqual(features);
  });
});
