import { beforeEach, describe, expect, test } from 'vitest';
import catchup from '../../commands/catchup.ts';
import evidence from '../../commands/evidence.ts';
import exportAnswer from '../../commands/export.ts';
import forget from '../../commands/forget.ts';
import replay from '../../commands/replay.ts';
import summary from '../../commands/summary.ts';
import type { App } from '../../src/app.ts';
import type { Answer, Call } from '../../src/command.ts';
import { LANGUAGES } from '../../src/domain/language.ts';
import { OPERATOR } from '../../src/domain/scope.ts';
import { toText } from '../../src/render/text.ts';
import type { ClaimStore } from '../../src/store/contract.ts';
import { aClaim, anArticleFile, published } from '../support/claims.ts';
import { aCaller, aDispatch, run as request } from '../support/dispatch.ts';
import { ANNOUNCED } from '../support/echo-command.ts';
import { expectGolden } from '../support/golden.ts';
import { plainSpaces } from '../support/spaces.ts';
import { aCall, storedSitrep } from '../support/stored-app.ts';

const MAY = (day: number): number => Date.UTC(2024, 4, day);
const sentence = (en: string) => ({ sentence: { en, uk: `${en} (uk)` } });
const on = (iso: string) => ({ date: { text: iso, iso } });
const dead = (value: number) => ({ count: { value, op: 'eq' as const, unit: 'people' } });
const usd = (value: number) => ({ amount: { value, cur: 'USD', op: 'eq' as const } });

const TOLL = { type: 'impact', kind: ['killed'], ...on('2024-05-12') } as const;
const PACKAGE = { type: 'aid', items: [], ...usd(2e9), ...on('2024-05-12') } as const;
const first = anArticleFile({ id: 'first', publisher: 'The Daily', ...published(MAY(12)) }, [
  aClaim({ ...TOLL, ...dead(5), attr: { who: 'officials' }, epi: 'attributed', ...sentence('Five people died.') }),
  aClaim({ ...PACKAGE, status: 'pledged', ...sentence('The US pledged $2 billion.') }),
  aClaim({ ...on('2024-05-11'), ...sentence('A missile hit Kharkiv.') }),
]);
const second = anArticleFile({ id: 'second', publisher: 'AFP', ...published(MAY(13)) }, [
  aClaim({ ...TOLL, ...dead(6), attr: { who: 'officials' }, epi: 'attributed', ...sentence('Six people died.') }),
  aClaim({ ...PACKAGE, status: 'approved', ...sentence('The US approved $2 billion.') }),
  aClaim({ ...on('2024-05-11'), ...sentence('A missile hit Kharkiv.') }),
  aClaim({ type: 'visit', ...sentence('Blinken was in Kyiv.') }),
]);
const third = anArticleFile({ id: 'third', publisher: 'Reuters', ...published(MAY(14)) }, [
  aClaim({
    ...on('2024-05-11'),
    neg: true,
    epi: 'denied',
    attr: { who: 'RU' },
    ...sentence('No missile hit Kharkiv.'),
  }),
]);

let app: App;
let claims: ClaimStore;
beforeEach(async () => {
  ({ app, claims } = await storedSitrep([first]));
});

const ask = (input: object = {}, call: Partial<Call> = {}): Promise<Answer> => catchup.run(input, app, aCall(call));
const shown = ({ page }: Answer): string => plainSpaces(toText(page));
/** Asks, and the answer arrives. */
async function asked(input: object = {}, call: Partial<Call> = {}): Promise<string> {
  const answer = await ask(input, call);
  await answer.delivered?.();
  return shown(answer);
}

describe('/catchup', () => {
  test('says that it is the first time, and shows what is best reported', async () => {
    const text = await asked();
    expect(text).toContain('You ask for this for the first time');
    expect(text).toContain('A missile hit Kharkiv.');
  });

  test('asked again, has nothing new, and says since when', async () => {
    await asked();
    expect(await asked()).toContain('Nothing new since you last asked (1 June 2026, 12:00 UTC).');
  });

  test('tells what is new from what went on, was revised, or was only told again', async () => {
    await asked();
    await claims.put(OPERATOR, second);
    const text = await asked();
    expect(text).toMatch(/New · 1\n-+\n[^#]*Blinken was in Kyiv/);
    expect(text).toMatch(/The US approved \$2 billion\..*\n {4}now approved, before: pledged/);
    expect(text).toMatch(/Six people died\..*\n {4}revised by its own source, before: 5/);
    expect(text).toMatch(/Told by further articles · 1\n-+\n[^#]*A missile hit Kharkiv/);
    expect(text).toContain('1 article came in.');
    expect(await asked()).toContain('Nothing new since');
  });

  test('tells that a dispute has opened, and that it is none any more', async () => {
    await asked();
    await claims.put(OPERATOR, third);
    expect(await asked()).toContain('sources now differ on whether it is so');
    await claims.put(OPERATOR, {
      ...third,
      claims: [aClaim({ ...on('2024-05-11'), attr: { who: 'RU' }, epi: 'attributed', confirmation: 'confirmed' })],
    });
    const text = await asked();
    expect(text).toContain('1 article changed');
    expect(text).toContain('now confirmed');
    expect(text).toContain('an article on this was changed since');
  });

  test('says what came in that is about something else', async () => {
    await asked({ query: 'kharkiv' });
    await claims.put(OPERATOR, anArticleFile({ id: 'other', ...published(MAY(14)) }, [aClaim({ type: 'visit' })]));
    const text = await asked({ query: 'kharkiv' });
    expect(text).toContain('Nothing new since');
    expect(text).toContain('Meanwhile: 1 article came in; none of it tells of this.');
  });

  test('what was seen of everything was seen of a place, but not the other way round', async () => {
    await asked();
    expect(await asked({ query: 'kharkiv' })).toContain('Nothing new since');
    await claims.put(OPERATOR, second);
    await asked({ query: 'kharkiv' });
    expect(await asked()).toContain('Blinken was in Kyiv.');
  });

  test('an article that is taken out is counted, and one that comes back as it was is not new', async () => {
    await claims.put(OPERATOR, second);
    await asked();
    await claims.remove(OPERATOR, 'second');
    expect(await asked()).toContain('1 article taken out');
    await claims.put(OPERATOR, second);
    expect(await asked()).toContain('1 article came in');
  });

  test('is each member’s and each server’s own', async () => {
    await asked();
    expect(await asked({}, { userId: '2' })).toContain('for the first time');
    expect(await asked({}, { guildId: '88888', scope: { guildId: '88888' } })).toContain('for the first time');
  });

  test('begins from the same mark again when the answer did not arrive', async () => {
    await asked();
    await claims.put(OPERATOR, second);
    expect(shown(await ask())).toContain('Blinken was in Kyiv.');
    expect(await asked()).toContain('Blinken was in Kyiv.');
  });

  test('the mark moves only when the platform took the answer', async () => {
    const { dispatch, reported } = aDispatch({ commands: [catchup], options: { app, ackAfterMs: ANNOUNCED.never } });
    const caller = aCaller({ userId: '1', guildId: '77777' });
    const lost = () => Promise.reject(new Error('gone'));
    await dispatch.handle(request({}, 'catchup'), caller, { acknowledge: lost, reply: lost, update: lost, ask: lost });
    expect(reported.length).toBeGreaterThan(0);
    expect((await app.keptOf('1')).marks).toEqual([]);
    const taken = async () => undefined;
    await dispatch.handle(request({}, 'catchup'), caller, {
      acknowledge: taken,
      reply: taken,
      update: taken,
      ask: taken,
    });
    expect((await app.keptOf('1')).marks).toHaveLength(1);
  });

  test('over a store that was built anew from the same articles, nothing is new', async () => {
    await claims.put(OPERATOR, second);
    await asked();
    for (const id of ['first', 'second']) await claims.remove(OPERATOR, id);
    for (const file of [second, first]) await claims.put(OPERATOR, file);
    expect(await asked()).toContain('Nothing new since');
  });

  test('has no buttons that ask for the same again, and is replayed as it was shown', async () => {
    await asked();
    await claims.put(OPERATOR, second);
    const answer = await ask();
    expect(answer.page.actions.flat().map(({ label }) => label)).toEqual(['Evidence', 'Sources', 'Report a mistake']);
    const id = /answer ([0-9a-z]{8})/.exec(shown(answer))?.[1] ?? '';
    const again = await replay.run({ id }, app, aCall());
    expect(again.page.blocks.slice(0, -1)).toEqual(answer.page.blocks);
  });

  test.for(LANGUAGES)('in full, in %s', async (language) => {
    await asked();
    await claims.put(OPERATOR, second);
    await claims.put(OPERATOR, third);
    expectGolden(`catchup-${language}.txt`, toText((await ask({ language })).page));
  });
});

describe('/forget', () => {
  const forgets = async (input: object = {}): Promise<string> => shown(await forget.run(input, app, aCall()));
  const pressed = async (): Promise<string> => {
    if (!forget.press) throw new Error('has a button');
    return shown(await forget.press({ rest: 'all', onPrivate: true, byAsker: true }, app, aCall()));
  };

  test('of whom nothing is kept', async () => {
    expect(await forgets()).toContain('Nothing is kept of you.');
  });

  test('shows what is kept, and deletes it when the button is pressed', async () => {
    await asked();
    const answer = await summary.run({ query: 'kharkiv', private: true }, app, aCall());
    await app.settle();
    expect(await forgets()).toContain('1 answer shown to you alone');
    expect(await forgets()).toContain('1 mark');
    expect(await pressed()).toMatch(/Deleted:\n.*1 mark.*\n.*1 answer/);
    expect(await forgets()).toContain('Nothing is kept of you.');
    const id = /answer ([0-9a-z]{8})/.exec(shown(answer))?.[1] ?? '';
    await expect(replay.run({ id }, app, aCall())).rejects.toThrow('No answer');
    expect(await asked()).toContain('for the first time');
  });

  test.for([
    { command: exportAnswer, input: { query: 'kharkiv', as: 'json' } },
    { command: evidence, input: { id: 'first:c1' } },
  ])('counts a private answer of /$command.data.name', async ({ command, input }) => {
    await command.run({ ...input, private: true }, app, aCall());
    await app.settle();
    expect(await forgets()).toContain('1 answer shown to you alone');
  });

  test('takes effect on answers that are not on the disk yet', async () => {
    const answer = await summary.run({ query: 'kharkiv', private: true }, app, aCall());
    expect(await forgets({ confirm: true })).toContain('1 answer');
    await app.settle();
    const id = /answer ([0-9a-z]{8})/.exec(shown(answer))?.[1] ?? '';
    await expect(replay.run({ id }, app, aCall())).rejects.toThrow('No answer');
  });

  test('a question under way leaves no mark any more', async () => {
    const answer = await ask();
    await forgets({ confirm: true });
    await answer.delivered?.();
    expect(await forgets()).toContain('Nothing is kept of you.');
  });

  test('nothing of others is touched, nor answers shown to all', async () => {
    await asked({}, { userId: '2' });
    const answer = await summary.run({ query: 'kharkiv' }, app, aCall());
    await forgets({ confirm: true });
    expect((await app.keptOf('2')).marks).toHaveLength(1);
    const id = /answer ([0-9a-z]{8})/.exec(shown(answer))?.[1] ?? '';
    expect((await replay.run({ id }, app, aCall())).page.blocks.length).toBeGreaterThan(2);
  });
});
