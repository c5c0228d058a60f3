import { beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import summary from '../../commands/summary.ts';
import type { App } from '../../src/app.ts';
import type { Answer, Call, Press, PressAnswer } from '../../src/command.ts';
import { UserError } from '../../src/domain/failure.ts';
import type { Page } from '../../src/domain/page.ts';
import type { GuildSettings } from '../../src/domain/settings.ts';
import { toText } from '../../src/render/text.ts';
import { aClaim, anArticleFile, anEntity, ENTITIES } from '../support/claims.ts';
import { plainSpaces } from '../support/spaces.ts';
import { aCall, storedApp } from '../support/stored-app.ts';

const GUILD = '77777';
let app: App;

beforeEach(async () => {
  app = await storedApp([
    anArticleFile({ id: 'first', published: { at: '2024-05-15', basis: 'stated', note: 'n' } }, [
      aClaim({ sentence: { en: 'A missile hit Kharkiv.', uk: 'Ракета влучила в Харків.' } }),
      aClaim({ type: 'move', sentence: { en: 'Russia advances.', uk: 'Росія наступає.' } }),
    ]),
    anArticleFile({ id: 'older', published: { at: '2024-01-15', basis: 'stated', note: 'n' } }, [
      aClaim({ type: 'visit', sentence: { en: 'Blinken came to Kyiv.', uk: 'Блінкен приїхав до Києва.' } }),
    ]),
  ]);
});

const withSettings = async (settings: GuildSettings): Promise<void> => app.saveSettings(GUILD, settings);
const ask = (input: object, call: Partial<Call> = {}): Promise<Answer> => summary.run(input, app, aCall(call));
const shown = ({ page }: { readonly page: Page }): string => plainSpaces(toText(page));
const press = (rest: string, more: Partial<Press> = {}, call: Partial<Call> = {}): Promise<PressAnswer> => {
  if (!summary.press) throw new Error('has buttons');
  return summary.press({ rest, onPrivate: false, byAsker: true, ...more }, app, aCall(call));
};
const actionOf = ({ page }: Answer, label: string): string => {
  const found = page.actions.flat().find((action) => action.label.startsWith(label));
  if (!found) throw new Error(`no button ${label}: ${page.actions.flat().map((a) => a.label)}`);
  return found.action.slice('summary:'.length);
};

describe('asking', () => {
  test('for a place answers with its lines and their sources', async () => {
    const text = shown(await ask({ query: 'kharkiv oblast' }));
    expect(text).toContain('A missile hit Kharkiv. [1]');
    expect(text).toContain('Russia advances.');
    expect(text).toContain('[1] https://example.org/first');
  });

  test.for<{ name: string; input: object; call?: Partial<Call>; says: string }>([
    { name: 'for one topic', input: { query: 'kharkiv oblast', about: 'strikes' }, says: 'Kharkiv Oblast · Strikes' },
    {
      name: 'in another language',
      input: { query: 'kharkiv oblast', language: 'uk' },
      says: 'Ракета влучила в Харків.',
    },
    {
      name: 'in the caller’s language',
      input: { query: 'харківська область' },
      call: { language: 'uk' },
      says: 'Росія наступає.',
    },
    {
      name: 'for a picked topic',
      input: { query: 'topic:visits', period: 'all' },
      says: 'All places · Diplomatic visits',
    },
    {
      name: 'for a period',
      input: { query: 'kharkiv oblast', period: '24h' },
      says: 'No article on this came out in this period (31 May – 1 June 2026).',
    },
    {
      name: 'for what nobody covers',
      input: { query: 'id:antony-blinken', about: 'aid' },
      says: 'Sources cover Antony Blinken, but none says anything on this topic: Aid.',
    },
    { name: 'for an unknown name', input: { query: 'qqqqqq' }, says: 'I know nothing by the name “qqqqqq”' },
  ])('$name', async ({ input, call, says }) => {
    expect(shown(await ask(input, call))).toContain(says);
  });

  test('for a period that cannot be read is refused with what can be', async () => {
    await expect(ask({ query: 'kharkiv', period: 'soon' })).rejects.toThrow(UserError);
    await expect(ask({ query: 'kharkiv', period: 'soon' })).rejects.toThrow('24h, 7d, 30d, all');
  });

  test('for a misspelt name offers the nearest, as buttons that ask for it', async () => {
    const answer = await ask({ query: 'vovchanks', about: 'troops' });
    expect(shown(answer)).toContain('Did you mean');
    const found = await press(actionOf(answer, 'Vovchansk'));
    expect(shown(found)).toContain('Vovchansk · Troop movements');
    expect(found.how).toBe('update');
  });

  test('follows the server’s settings where the question says nothing else', async () => {
    await withSettings({ about: 'strikes', private: true });
    const answer = await ask({ query: 'kharkiv oblast' });
    expect(answer.private).toBe(true);
    expect(shown(answer)).toContain('Kharkiv Oblast · Strikes');
    expect(shown(await ask({ query: 'topic:troops' }))).toContain('All places · Troop movements');
    expect((await ask({ query: 'kharkiv oblast', private: false })).private).toBe(false);
    expect(summary.isPrivate?.({ query: 'x' }, { private: true }, aCall())).toBe(true);
    await withSettings({});
  });
});

describe('a name that several unrelated places have', () => {
  const place = (id: string, region: string) =>
    anEntity({ id, names: { en: 'Hlyboke', uk: 'Глибоке' }, within: [region, 'ukraine'] });
  const regions = ['kharkiv-oblast', 'odesa-oblast'];
  const namesakes = (n: number) => [
    ...ENTITIES,
    anEntity({ id: 'odesa-oblast', kind: 'region', names: { en: 'Odesa Oblast', uk: 'Одеська область' } }),
    ...Array.from({ length: n }, (_, at) => place(`hlyboke-${at}`, regions[at % 2] ?? '')),
  ];

  test('asks which, told apart by what lies around them, and a button answers for exactly that', async () => {
    app = await storedApp(
      [anArticleFile({}, [aClaim({ place: ['hlyboke-1'] }), aClaim({ place: ['hlyboke-0'] })])],
      [],
      namesakes(2),
    );
    const answer = await ask({ query: 'Hlyboke', period: 'all' });
    expect(shown(answer)).toContain('“Hlyboke” can mean several things');
    expect(shown(answer)).toContain('* Hlyboke · Odesa Oblast · 1 claim');
    const chosen = await press(actionOf(answer, 'Hlyboke · Odesa Oblast'));
    expect(chosen.page.blocks[0]).toEqual({ kind: 'title', rich: [{ text: 'Hlyboke' }] });
  });

  test('lists the first ten, and says how many more there are', async () => {
    app = await storedApp([], [], namesakes(14));
    const answer = await ask({ query: 'глибоке', language: 'uk' });
    expect(answer.page.actions.flat()).toHaveLength(10);
    expect(shown(answer)).toContain('і ще 4:');
  });
});

describe('pressing', () => {
  test('evidence and sources show them on the same message', async () => {
    const answer = await ask({ query: 'kharkiv oblast' });
    const evidence = await press(actionOf(answer, 'Evidence'));
    expect(evidence).toMatchObject({ how: 'update', private: false });
    expect(shown(evidence)).toContain('paragraph 1: “The bridge is …”');
    expect(shown(await press(actionOf(answer, 'Sources')))).toContain('[1] The Daily: Missiles hit Kharkiv');
  });

  test('on somebody else’s message answers beside it, to the presser alone', async () => {
    const answer = await ask({ query: 'kharkiv oblast' });
    const beside = await press(actionOf(answer, 'Evidence'), { byAsker: false });
    expect(beside).toMatchObject({ how: 'reply', private: true });
    expect(beside.page.actions.flat().map(({ label }) => label)).toContain('Share in the channel');
  });

  test('share shows a private answer in the channel, without that button', async () => {
    const answer = await ask({ query: 'kharkiv oblast', private: true });
    const sharedOne = await press(actionOf(answer, 'Share'), { onPrivate: true });
    expect(sharedOne).toMatchObject({ how: 'reply', private: false });
    expect(shown(sharedOne)).toBe(shown(answer));
    expect(sharedOne.page.actions.flat().map(({ label }) => label)).not.toContain('Share in the channel');
  });

  test('a topic asks the same of it, and a period of it', async () => {
    const answer = await ask({ query: 'kharkiv oblast', period: '24h' });
    const newest = await press(actionOf(answer, 'Show the newest'));
    expect(shown(newest)).toContain('A missile hit Kharkiv.');
    const strikes = await press(actionOf(newest, 'Strikes'));
    expect(shown(strikes)).toContain('Kharkiv Oblast · Strikes');
    expect(shown(strikes)).not.toContain('Russia advances.');
  });

  test('a topic across all places leads to the other topics', async () => {
    const answer = await ask({ query: 'topic:strikes' });
    expect(shown(await press(actionOf(answer, 'Troop movements')))).toContain('All places · Troop movements');
  });

  test.for(['view:zzzzzzzz:overview:1', 'nonsense', 'also:zzzzzzzz:0', ''])('%s: asks to ask again', async (rest) => {
    const answer = await press(rest);
    expect(answer).toMatchObject({ how: 'reply', private: true });
    expect(shown(answer)).toContain('Please ask again');
  });

  test('another server’s answer is not there', async () => {
    const answer = await ask({ query: 'kharkiv oblast' });
    const elsewhere = await press(actionOf(answer, 'Evidence'), {}, { guildId: '88888', scope: { guildId: '88888' } });
    expect(shown(elsewhere)).toContain('Please ask again');
  });
});

describe('suggestions', () => {
  const suggest = async (option: string, typed: string, call: Partial<Call> = {}) =>
    (await summary.suggest?.(option, typed, app, aCall(call))) ?? [];

  test('tell what a name is, and pick exactly that', async () => {
    expect(await suggest('query', 'kharkiv o')).toEqual([
      { name: 'Kharkiv Oblast · region · 2 claims', value: 'id:kharkiv-oblast' },
    ]);
    expect((await suggest('query', 'харківська', { language: 'uk' }))[0]).toEqual({
      name: 'Харківська область · область або регіон · 2 повідомлення',
      value: 'id:kharkiv-oblast',
    });
    expect(await suggest('query', 'strik')).toEqual([{ name: 'Strikes · 1 claim', value: 'topic:strikes' }]);
  });

  test('begin with the server’s own place, once', async () => {
    await withSettings({ place: 'id:vovchansk' });
    const values = (await suggest('query', '')).map(({ value }) => value);
    expect(values[0]).toBe('id:vovchansk');
    expect(values.filter((value) => value === 'id:vovchansk')).toHaveLength(1);
    await withSettings({});
  });

  test('of periods are the usual ones, or the days typed', async () => {
    expect((await suggest('period', '')).map(({ value }) => value)).toEqual(['24h', '7d', '30d', 'all']);
    expect(await suggest('period', '2024-05-10..2024-05-15')).toEqual([
      { name: '10–15 May 2024', value: '2024-05-10..2024-05-15' },
    ]);
  });
});

test('every command has names and descriptions that Discord takes, in both languages', () => {
  const name = /^[-_'\p{L}\p{N}]{1,32}$/u;
  const specs = commands.flatMap(({ data }) => [
    data,
    ...(data.options ?? []),
    ...(data.subcommands ?? []).flatMap((sub) => [sub, ...sub.options]),
  ]);
  for (const spec of specs) {
    for (const text of [spec.name, spec.nameUk]) {
      expect(text).toMatch(name);
      expect(text).toBe(text.toLowerCase());
    }
    for (const text of Object.values(spec.description)) expect(text.length).toBeLessThanOrEqual(100);
  }
});
