import { beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { App } from '../../src/app.ts';
import type { Answer, Call } from '../../src/command.ts';
import type { ArticleFile } from '../../src/domain/article-file.ts';
import type { Language } from '../../src/domain/language.ts';
import type { Source } from '../../src/domain/source.ts';
import { toText } from '../../src/render/text.ts';
import type { ClaimStore } from '../../src/store/contract.ts';
import { aClaim, anArticleFile, anEntity, ENTITIES } from '../support/claims.ts';
import { expectGolden } from '../support/golden.ts';
import { plainSpaces } from '../support/spaces.ts';
import { aCall, storedSitrep, unread } from '../support/stored-app.ts';
import { aJudged, judging } from '../support/trust.ts';

const GUILD = '77777';
let judged: Record<string, readonly Source[]>;
let app: App;
let claims: ClaimStore;

const on = (day: number) => ({ published: { at: `2024-05-${day}`, basis: 'stated', note: 'dateline' } }) as const;
const told = (publisher: string, day: number, claims: ArticleFile['claims']): ArticleFile =>
  anArticleFile(
    {
      id: `by-${publisher.toLowerCase().replaceAll(/\W+/g, '-')}`,
      publisher,
      title: `What ${publisher} reports`,
      ...on(day),
    },
    claims.map((claim, at) => ({ ...claim, id: `c${at}` })),
  );

const BRIDGE = aClaim({
  place: ['kharkiv'],
  sentence: { en: 'A missile hit a bridge in Kharkiv.', uk: 'Ракета влучила в міст у Харкові.' },
});
const CAPTURE = aClaim<'move'>({
  type: 'move',
  place: ['vovchansk'],
  sentence: { en: 'Russian forces captured Vovchansk.', uk: 'Російські війська захопили Вовчанськ.' },
});
const DEPOT = aClaim({
  place: ['vovchansk'],
  sentence: { en: 'A strike hit a depot in Vovchansk.', uk: 'Удар влучив у склад у Вовчанську.' },
});
const VISIT = aClaim<'visit'>({
  type: 'visit',
  sentence: { en: 'Blinken came to Kyiv.', uk: 'Блінкен приїхав до Києва.' },
});

const BRITAIN = anEntity({
  id: 'united-kingdom',
  kind: 'country',
  code: 'GB',
  names: { en: 'United Kingdom', uk: 'Велика Британія' },
});

beforeEach(async () => {
  judged = {};
  const files = [
    told('Reuters', 15, [BRIDGE]),
    told('TASS', 14, [BRIDGE, CAPTURE]),
    told('RIA Novosti', 13, [CAPTURE]),
    told('Ukrinform', 12, [DEPOT, VISIT]),
    told('The Daily Rumour', 11, [DEPOT]),
    told('BBC', 10, [VISIT]),
  ];
  ({ app, claims } = await storedSitrep(
    files,
    [],
    [...ENTITIES, BRITAIN],
    unread,
    judging(
      () => judged,
      () => claims.revision(),
    ),
  ));
});

const run = (name: string, input: object, call: Partial<Call> = {}): Promise<Answer> => {
  const command = commands.find(({ data }) => data.name === name);
  if (!command) throw new Error(`no command ${name}`);
  return command.run(input, app, aCall(call));
};
const textOf = ({ page }: Pick<Answer, 'page'>): string => plainSpaces(toText(page));
const ask = async (input: object, call: Partial<Call> = {}): Promise<string> =>
  textOf(await run('summary', { query: 'kharkiv oblast', ...input }, call));
/** The page that a button leads to. */
async function turned(answer: Answer, label: RegExp, call: Partial<Call> = {}): Promise<string> {
  const action = answer.page.actions.flat().find((one) => label.test(one.label))?.action ?? '';
  const command = commands.find(({ data }) => action.startsWith(`${data.name}:`));
  if (!command?.press) throw new Error(`no button ${label}`);
  const rest = action.slice(command.data.name.length + 1);
  return textOf(await command.press({ rest, onPrivate: false, byAsker: true }, app, aCall(call)));
}

describe('who is behind what is reported', () => {
  test.for<Language>(['en', 'uk'])('the answer, its sources and its evidence, in %s', async (language) => {
    judged = { [GUILD]: [aJudged('The Daily Rumour', 'doubtful'), aJudged('Reuters', 'trusted')] };
    const answer = await run('summary', { query: 'kharkiv oblast', language });
    const [sources, evidence] = [/Sources|Джерела/, /Evidence|Підстави|Докази/];
    const pages = [textOf(answer), await turned(answer, sources), await turned(answer, evidence)];
    expectGolden(`trust-${language}.txt`, `${pages.join('\n\n')}\n`);
  });

  test('a line that others tell of too has no mark', async () => {
    const lines = (await ask({})).split('\n');
    expect(lines.find((line) => line.includes('bridge'))).not.toContain('only');
    expect(lines.find((line) => line.includes('captured'))).toContain('⚠ only state-run sources (Russia)');
    expect(lines.find((line) => line.includes('depot'))).not.toContain('only');
  });

  test('what a server doubts is doubtful to it alone', async () => {
    judged = { [GUILD]: [aJudged('The Daily Rumour', 'doubtful')] };
    expect(await ask({})).toContain('⚠ only state-run or doubtful sources (Ukraine)');
    expect(await ask({}, { guildId: '1', scope: { guildId: '1' } })).not.toContain('doubtful');
  });
});

describe('answers limited to tiers', () => {
  test('who does not count is in no line, count or corroboration, and the answer says how much that is', async () => {
    judged = { '': [aJudged('ТАСС', 'doubtful'), aJudged('RIA Novosti', 'doubtful')] };
    const text = await ask({ sources: 'not-doubtful' });
    expect(text).toContain('A missile hit a bridge in Kharkiv. (reported 15 May 2024) [1]\n');
    expect(text).not.toMatch(/captured/);
    expect(text).toContain('3 articles by 3 outlets');
    expect(text).toContain('Left out, whatever their date: 2 articles by 2 outlets.');
  });

  test('only what is trusted: what all others tell is told of in numbers, and never as nothing', async () => {
    const text = await ask({ sources: 'trusted' });
    expect(text).toContain('No source that counts here covers what was asked: Kharkiv Oblast.');
    expect(text).toContain('Only sources that moderators trust count here.');
    expect(text).toContain('Left out, whatever their date: 5 articles by 5 outlets.');
    judged = { [GUILD]: [aJudged('Reuters', 'trusted')] };
    await claims.put({ guildId: '1' }, told('Another', 16, [BRIDGE]));
    expect(await ask({ sources: 'trusted' })).toContain('A missile hit a bridge in Kharkiv. [1]');
  });

  test('a dispute is none without those who do not count', async () => {
    judged = { '': [aJudged('TASS', 'doubtful')] };
    const gave = (publisher: string, value: number) =>
      told(publisher, 16, [
        aClaim<'aid'>({ type: 'aid', items: [], amount: { value, cur: 'USD', op: 'eq' }, status: 'approved' }),
      ]);
    for (const file of [gave('Associated Press', 61e9), gave('TASS', 60e9)]) await claims.put({ guildId: null }, file);
    const disputes = async (sources: string): Promise<string> =>
      textOf(await run('disputes', { place: 'ukraine', sources }));
    expect(await disputes('all')).toContain('$60 billion');
    expect(await disputes('not-doubtful')).toMatch(/No dispute was found(?!.*\$60 billion)/s);
  });

  test('a server’s default holds where the question says nothing, buttons keep what was asked', async () => {
    judged = { '': [aJudged('TASS', 'doubtful')] };
    await app.saveSettings(GUILD, { sources: 'not-doubtful' });
    expect(await ask({})).not.toContain('TASS');
    expect(await ask({ sources: 'all' })).toContain('captured');
    const limited = await run('summary', { query: 'kharkiv oblast', sources: 'not-doubtful' });
    await app.saveSettings(GUILD, {});
    expect(await turned(limited, /Strikes/)).toContain('Sources that moderators doubt do not count here.');
    const all = await run('summary', { query: 'kharkiv oblast', sources: 'all' });
    await app.saveSettings(GUILD, { sources: 'trusted' });
    expect(await turned(all, /Strikes/)).not.toContain('count here');
  });

  test.for([
    { name: 'troops', input: { place: 'kharkiv oblast' } },
    { name: 'timeline', input: { query: 'kharkiv oblast' } },
    { name: 'search', input: { query: 'captured' } },
    { name: 'disputes', input: { place: 'kharkiv oblast' } },
    { name: 'catchup', input: { query: 'kharkiv oblast' } },
  ])('/$name takes it, and shows nothing of who does not count', async ({ name, input }) => {
    judged = { '': [aJudged('TASS', 'doubtful'), aJudged('RIA Novosti', 'doubtful')] };
    const period = name === 'catchup' ? {} : { period: 'all' };
    const limited = textOf(await run(name, { ...input, ...period, sources: 'not-doubtful' }));
    expect(limited).toContain('Sources that moderators doubt do not count here.');
    expect(limited).not.toContain('captured Vovchansk');
  });

  test('an answer kept ready is another one once a tier is another', async () => {
    await claims.put({ guildId: GUILD }, told('Own', 16, [BRIDGE]));
    expect(await ask({ sources: 'not-doubtful' })).toContain('captured');
    judged = { '': [aJudged('TASS', 'doubtful'), aJudged('RIA Novosti', 'doubtful')] };
    await claims.put({ guildId: '9' }, told('Elsewhere', 16, [BRIDGE]));
    expect(await ask({ sources: 'not-doubtful' })).not.toContain('captured');
  });
});
