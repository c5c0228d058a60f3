import { beforeEach, describe, expect, test } from 'vitest';
import disputes from '../../commands/disputes.ts';
import evidence from '../../commands/evidence.ts';
import search from '../../commands/search.ts';
import timeline from '../../commands/timeline.ts';
import type { App } from '../../src/app.ts';
import type { Answer, Command, PressAnswer } from '../../src/command.ts';
import { DISCORD_PAGE_LIMITS, toMessage } from '../../src/deliver/message.ts';
import { UserError } from '../../src/domain/failure.ts';
import { OPERATOR } from '../../src/domain/scope.ts';
import { toText } from '../../src/render/text.ts';
import { aClaim, aFileOf, anArticleFile, published, readFrom } from '../support/claims.ts';
import { plainSpaces } from '../support/spaces.ts';
import { aCall, storedSitrep } from '../support/stored-app.ts';

const DAY = (day: number) => Date.UTC(2024, 4, day);
const said = (en: string) => ({ sentence: { en, uk: `${en} (uk)` } });
const on = (iso: string) => ({ date: { text: iso, iso } });
const TEXT = 'The night was loud. Locals say that a depot was hit, and fled. Nobody was hurt.';
const SENTENCE = 'Locals say that a depot was hit, and fled.';
const harmed = (value: number, of: string) =>
  aClaim({ type: 'impact', count: { value, op: 'eq' }, ...said(of), ...on('2024-05-10') });
let app: App;

beforeEach(async () => {
  const { app: opened, claims } = await storedSitrep([
    anArticleFile({ id: 'first', publisher: 'AP', ...published(DAY(11)) }, [
      harmed(31, 'As many as 31 people were killed in Kharkiv.'),
      aClaim({
        type: 'visit',
        status: 'planned',
        realis: 'planned',
        ...said('A trip is planned.'),
        ...on('2024-05-12'),
      }),
    ]),
    anArticleFile({ id: 'second', publisher: 'AFP', ...published(DAY(13)) }, [
      harmed(34, 'As many as 34 people were killed in Kharkiv.'),
      aClaim({ type: 'visit', status: 'done', ...said('Blinken came to Kyiv.'), ...on('2024-05-12') }),
      aClaim({ type: 'move', ...said('Russia advances at Vovchansk.') }),
    ]),
  ]);
  app = opened;
  const file = aFileOf(TEXT, { id: 'texts', title: 'A <b>depot*</b>', publisher: 'BBC', ...published(DAY(14)) }, [
    readFrom(TEXT, SENTENCE, aClaim({ attr: { who: 'officials' }, epi: 'attributed' }), 'a depot was hit'),
  ]);
  await claims.put(OPERATOR, file, TEXT);
});

const run = (command: Command, input: object): Promise<Answer> => command.run(input, app, aCall());
const shown = ({ page }: Pick<Answer, 'page'>): string => plainSpaces(toText(page));
const ask = async (command: Command, input: object): Promise<string> => shown(await run(command, input));

function press(command: Command, answer: Answer, label: string): Promise<PressAnswer> {
  const found = answer.page.actions.flat().find((action) => action.label.startsWith(label));
  if (!found || !command.press) throw new Error(`no button ${label}`);
  const rest = found.action.slice(command.data.name.length + 1);
  return command.press({ rest, onPrivate: false, byAsker: true }, app, aCall());
}

const headings = (text: string): readonly string[] =>
  [...text.matchAll(/^(.+) · \d+\n-+$/gm)].map(([, name]) => name ?? '');

describe('/timeline', () => {
  test('groups by day, newest first, with reports under the day of their article; a button turns it', async () => {
    const answer = await run(timeline, { query: 'ukraine' });
    const days = ['14 May 2024', '13 May 2024', '12 May 2024', '10 May 2024'];
    expect(headings(shown(answer))).toEqual(days);
    expect(shown(answer)).toContain('Russia advances at Vovchansk. (reported) [');
    const turned = await press(timeline, answer, 'Oldest first');
    expect(headings(shown(turned))).toEqual(days.toReversed());
    expect(headings(shown(await press(timeline, { ...turned }, 'Newest first')))).toEqual(days);
  });

  test('a stage that an event has passed is a step of its own', async () => {
    const text = await ask(timeline, { query: 'antony blinken' });
    expect(text).toContain('Blinken came to Kyiv. [');
    expect(text).toContain('Planned: A trip is planned. [2] · earlier stage');
  });

  test('of one event tells every account, from its beginning on, by its code or a pick', async () => {
    const [pick] = (await timeline.suggest?.('query', 'people killed', app, aCall())) ?? [];
    expect(pick?.value).toMatch(/^event:[0-9a-z]{10}$/);
    expect(pick?.name).toContain('people were killed in Kharkiv.');
    const text = await ask(timeline, { query: pick?.value.slice('event:'.length) });
    expect(text).toMatch(/^Timeline · As many as 3[14] people/);
    expect(text).toContain('Oldest first.');
    expect(text).toContain('As many as 31 people were killed');
    expect(text).toContain('As many as 34 people were killed');
    expect(await ask(timeline, { query: pick?.value })).toContain('Oldest first.');
  });

  test('over a long time, groups by month', async () => {
    const { app: opened } = await storedSitrep([
      anArticleFile({ id: 'long', ...published(DAY(20)) }, [
        aClaim({ ...on('2024-01-03'), ...said('A winter strike.') }),
        aClaim({ ...on('2024-05'), ...said('A spring strike.') }),
        aClaim({ ...on('2024-05-02'), place: ['kyiv'], ...said('A strike on Kyiv.') }),
        aClaim({ ...on('2023'), place: ['kyiv'], ...said('A strike in some year.') }),
      ]),
      anArticleFile({ id: 'undated', publisher: 'AP', published: null }, [
        aClaim({ place: ['vovchansk'], ...said('A strike at no known time.') }),
      ]),
    ]);
    app = opened;
    const text = await ask(timeline, { query: 'ukraine', period: 'all' });
    expect(headings(text)).toEqual(['May 2024', 'January 2024', '2023', 'Without a date']);
    expect(text).toContain('A winter strike. (3 January 2024) [');
    expect(text).toContain('A spring strike. [');
  });
});

describe('/disputes', () => {
  test('a card has every value with who gives it, and what is not disputed', async () => {
    const text = await ask(disputes, {});
    expect(text).toContain('Disputes · All places');
    expect(text).toContain('In dispute: how many');
    expect(text).toMatch(/31 · AP: As many as 31 people were killed in Kharkiv\. \(10 May 2024\) \[\d\]/);
    expect(text).toMatch(/34 · AFP: As many as 34 people were killed in Kharkiv\. \(10 May 2024\) \[\d\]/);
    expect(text).toContain('Not disputed: that it happened · where: Kharkiv · when: 10 May 2024');
    expect(text).toMatch(/Looked at all \d events, 2 of which more than one article tells of\./);
  });

  test('none is said to be none, with how many events were looked at', async () => {
    const text = await ask(disputes, { topic: 'strikes' });
    expect(text).toContain('No dispute was found');
    expect(text).toContain('Looked at all 1 event, 0 of which');
    expect(text).not.toContain('That does not mean');
    expect(await ask(disputes, { place: 'vovchansk' })).toContain('No dispute was found');
    expect(await ask(disputes, { place: 'kharkiv' })).toContain('In dispute: how many');
    expect(await ask(disputes, { place: 'lviv' })).toContain('I know nothing by the name “lviv”');
  });

  test('buttons lead to other topics and back to all', async () => {
    const aid = await press(disputes, await run(disputes, {}), 'Civilians');
    expect(shown(aid)).toContain('Disputes · All places · Civilians');
    expect(shown(await press(disputes, aid, 'Everything'))).toMatch(/^Disputes · All places\n/);
  });
});

describe('/search', () => {
  const bold = ({ page }: Answer): readonly string[] =>
    page.blocks.flatMap((block) =>
      'rich' in block ? block.rich.flatMap(({ text, style }) => (style === 'bold' ? [text] : [])) : [],
    );

  test('marks what was found, in the line, in the headline and by another name', async () => {
    expect(bold(await run(search, { query: 'Харків killed' }))).toEqual(expect.arrayContaining(['killed', 'Kharkiv']));
    const answer = await run(search, { query: 'missiles trip' });
    expect(shown(answer)).toContain('headline: “Missiles hit Kharkiv”');
    expect(bold(answer)).toContain('Missiles');
  });

  test('an excerpt is found by its words; markup in what was found stays text', async () => {
    const answer = await run(search, { query: 'depot b' });
    expect(shown(answer)).toContain('“a depot was hit”');
    expect(JSON.stringify(toMessage(answer.page))).toContain('a **depot** was hit');
    expect(JSON.stringify(toMessage(answer.page))).not.toContain('depot*</b>');
  });

  test.for([
    ['x'.repeat(1_000), 'Too big'],
    ['x'.repeat(100), 'No source in this store covers'],
    ['\u202egnorw eht yaw dnuora', 'No source in this store covers'],
    ['killed OR NOT NEAR(', 'No source in this store covers'],
    ['"', 'no word in it'],
    ['!!! ((("', 'no word in it'],
    ['"killed', 'As many as 34 people were killed'],
  ])('%s', async ([query, says]) => {
    const told = await ask(search, { query }).catch((error: unknown) => String(error));
    expect(told).toContain(says);
  });

  test('in a period without anything says so, and what there is at other times', async () => {
    const text = await ask(search, { query: 'killed', period: '2023-01-01..2023-01-31' });
    expect(text).toContain('No article on this came out in this period');
    expect(text).toContain('The newest article on this is of 13 May 2024');
  });
});

describe('/evidence', () => {
  test('of an answer shows the words behind it, an excerpt among the sentences around it', async () => {
    const answer = await run(search, { query: 'depot' });
    const id = /answer ([0-9a-z]{8})/.exec(shown(answer))?.[1];
    const text = await ask(evidence, { id });
    expect(text).toContain('In its surroundings');
    expect(text).toContain('The night was loud. Locals say that [a depot was hit] , and fled. Nobody was hurt.');
    const seen = await press(search, answer, 'Evidence');
    expect(shown(seen)).not.toContain('In its surroundings');
    expect(shown(await press(search, seen, 'Surroundings'))).toContain('In its surroundings');
  });

  test('of an event and of a claim, by their codes', async () => {
    const [pick] = (await evidence.suggest?.('id', 'depot', app, aCall())) ?? [];
    const text = await ask(evidence, { id: pick?.value });
    expect(text).toMatch(/^Evidence: .*“a depot was hit”/);
    expect(text).toContain(`event ${pick?.value.slice('event:'.length)}`);
    const one = await ask(evidence, { id: 'second:c1', language: 'en' });
    expect(one).toContain('As many as 34 people were killed');
    expect(one).not.toContain('As many as 31');
    expect(await evidence.suggest?.('id', '', app, aCall())).not.toEqual([]);
  });

  test.for([
    ['zzzzzzzz', 'No answer “zzzzzzzz” is kept here'],
    ['zzzzzzzzzz', 'No event has the code'],
    ['second:c99', 'There is no claim “second:c99” here'],
    ['hello there', 'is no code'],
    ['\u202e<@1>', 'is no code'],
  ])('%s leads nowhere, and is told why', async ([id, says]) => {
    await expect(run(evidence, { id })).rejects.toThrow(UserError);
    await expect(run(evidence, { id })).rejects.toThrow(says);
  });
});

test('every page fits into a message, and every button leads somewhere', async () => {
  const call = aCall({ limits: DISCORD_PAGE_LIMITS });
  for (const [command, input] of [
    [timeline, { query: 'ukraine' }],
    [disputes, {}],
    [search, { query: 'killed' }],
  ] as const) {
    const { page } = await command.run(input, app, call);
    expect(() => toMessage(page)).not.toThrow();
    for (const row of page.actions) expect(row.length).toBeLessThanOrEqual(5);
  }
});
