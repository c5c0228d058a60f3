import { beforeEach, describe, expect, test } from 'vitest';
import about from '../../commands/about.ts';
import help from '../../commands/help.ts';
import settings from '../../commands/settings.ts';
import status from '../../commands/status.ts';
import type { App } from '../../src/app.ts';
import type { Call, Command } from '../../src/command.ts';
import { DISCORD_PAGE_LIMITS } from '../../src/deliver/message.ts';
import type { Fault } from '../../src/domain/failure.ts';
import { LANGUAGES } from '../../src/domain/language.ts';
import { toText } from '../../src/render/text.ts';
import { anArticleFile } from '../support/claims.ts';
import { expectGolden } from '../support/golden.ts';
import { plainSpaces } from '../support/spaces.ts';
import { aCall, storedApp } from '../support/stored-app.ts';

const fault = (n: number): Fault => ({
  file: `articles/${n}.json`,
  field: `claims.${n}.epi`,
  problem: 'must be one of these',
});
let app: App;

beforeEach(async () => {
  app = await storedApp([anArticleFile()], [fault(1), { file: 'x.json', field: '', problem: 'is no JSON' }]);
});

const run = async (command: Command, input: object = {}, call: Partial<Call> = {}, of: App = app): Promise<string> => {
  const answer = await command.run(input, of, aCall(call));
  expect(answer.private).toBe(true);
  return plainSpaces(toText(answer.page));
};

describe('/help and /about', () => {
  test.for(LANGUAGES)('in full, in %s', async (language) => {
    expectGolden(`help-${language}.txt`, await run(help, {}, { language }));
    expectGolden(`about-${language}.txt`, await run(about, {}, { language }));
  });

  test('/about of an empty store says that it is empty', async () => {
    expect(await run(about, {}, {}, await storedApp([]))).toContain('No article is loaded.');
  });
});

describe('/status', () => {
  test('says what is loaded, and which field of which file was set aside', async () => {
    const text = await run(status);
    expect(text).toContain('Loaded: 1 article, 1 claim, 1 outlet, 9 names.');
    expect(text).toContain('Version 1.2.3, running since 2026-06-01 12:00 UTC.');
    expect(text).toContain('articles/1.json · claims.1.epi: must be one of these');
    expect(text).toContain('x.json · the whole file: is no JSON');
    expect(text).not.toContain('more');
  });

  test('counts the faults it has no room for', async () => {
    const many = await storedApp(
      [],
      Array.from({ length: 500 }, (_, n) => fault(n)),
    );
    const answer = await status.run({}, many, aCall({ limits: DISCORD_PAGE_LIMITS }));
    const shown = answer.page.blocks.filter(({ kind }) => kind === 'item').length;
    expect(toText(answer.page)).toContain(`and ${500 - shown} more`);
    const cost = answer.page.blocks.reduce((sum, block) => sum + DISCORD_PAGE_LIMITS.costOf(block), 0);
    expect(cost).toBeLessThanOrEqual(DISCORD_PAGE_LIMITS.budget);
  });

  test('says so where nothing was set aside', async () => {
    expect(await run(status, {}, {}, await storedApp([]))).toContain('Nothing was set aside.');
  });
});

describe('/settings', () => {
  const stored = () => app.settings('77777');

  test('shows what stands in for what nobody chose', async () => {
    const text = await run(settings, { subcommand: 'show' });
    expect(text).toContain('Default place: none');
    expect(text).toContain('Default topic: Everything');
    expect(text).toContain('Language: each reader’s own');
    expect(text).toContain('Answers: shown in the channel');
  });

  test('keeps what it is not told to change', async () => {
    await run(settings, { subcommand: 'defaults', place: 'id:kharkiv-oblast', private: true });
    const text = await run(settings, { subcommand: 'defaults', language: 'uk' });
    expect(await stored()).toEqual({ place: 'id:kharkiv-oblast', private: true, language: 'uk' });
    expect(text).toContain('Місце за замовчуванням: Kharkiv Oblast · region · 1 claim');
    expect(text).toContain('Збережено.');
  });

  test('adds roles and takes them out', async () => {
    await run(settings, { subcommand: 'moderators', channel: '10001', role: '20001' });
    await run(settings, { subcommand: 'moderators', role: '20002' });
    expect(await stored()).toEqual({ moderatorChannelId: '10001', moderatorRoleIds: ['20001', '20002'] });
    await run(settings, { subcommand: 'moderators', 'remove-role': '20001' });
    expect(await stored()).toEqual({ moderatorChannelId: '10001', moderatorRoleIds: ['20002'] });
  });

  test('goes back to the defaults', async () => {
    await run(settings, { subcommand: 'defaults', private: true });
    expect(await run(settings, { subcommand: 'reset' })).toContain('All settings are back to their defaults.');
    expect(await stored()).toEqual({});
  });

  test.for<{ name: string; input: object; call?: Partial<Call>; says: string }>([
    { name: 'nothing to change', input: { subcommand: 'defaults' }, says: 'Nothing was given' },
    { name: 'no moderators', input: { subcommand: 'moderators' }, says: 'Nothing was given' },
    { name: 'an unknown place', input: { subcommand: 'defaults', place: 'qqqqq' }, says: 'so it was not saved' },
    {
      name: 'a place with no such id',
      input: { subcommand: 'defaults', place: 'id:qqqqq' },
      says: 'so it was not saved',
    },
    {
      name: 'direct messages',
      input: { subcommand: 'show' },
      call: { guildId: null, scope: { guildId: null } },
      says: 'belong to a server',
    },
  ])('refuses $name', async ({ input, call, says }) => {
    await expect(run(settings, input, call)).rejects.toThrow(says);
    expect(await stored()).toEqual({});
  });

  test('refuses one role too many', async () => {
    const moderatorRoleIds = Array.from({ length: 25 }, (_, n) => `${30_000 + n}`);
    await app.saveSettings('77777', { moderatorRoleIds });
    await expect(run(settings, { subcommand: 'moderators', role: '20001' })).rejects.toThrow('at most 25');
  });
});
