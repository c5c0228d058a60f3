import { beforeEach, describe, expect, test } from 'vitest';
import correct from '../../commands/correct.ts';
import corrections from '../../commands/corrections.ts';
import evidence from '../../commands/evidence.ts';
import replay from '../../commands/replay.ts';
import summary from '../../commands/summary.ts';
import type { App } from '../../src/app.ts';
import type { Answer, Command, PressAnswer } from '../../src/command.ts';
import { DISCORD_PAGE_LIMITS } from '../../src/deliver/message.ts';
import { OPERATOR } from '../../src/domain/scope.ts';
import { toText } from '../../src/render/text.ts';
import { aClaim, anArticleFile } from '../support/claims.ts';
import { aCall, storedApp } from '../support/stored-app.ts';

const say = (en: string) => ({ sentence: { en, uk: 'Речення.' }, date: { text: 'Friday', iso: '2024-05-10' } });
const STRIKE = aClaim({ place: ['kharkiv'], ...say('A missile hit Kharkiv.') });
const MOVE = aClaim({ type: 'move', place: ['vovchansk'], ...say('Troops advanced in Vovchansk.') });
const FILES = [
  anArticleFile({ id: 'of-the-daily', publisher: 'The Daily' }, [STRIKE, MOVE]),
  anArticleFile({ id: 'of-afp', publisher: 'AFP' }, [STRIKE]),
];

const CALL = aCall({ limits: DISCORD_PAGE_LIMITS });
const OTHER = aCall({ limits: DISCORD_PAGE_LIMITS, guildId: '88888', scope: { guildId: '88888' } });
const TERMINAL = aCall({ limits: DISCORD_PAGE_LIMITS, guildId: null, scope: OPERATOR });

let app: App;
beforeEach(async () => {
  app = await storedApp(FILES);
});

const text = ({ page }: Answer): string => toText(page);
const run = (command: Command, input: object, call = CALL): Promise<Answer> => command.run(input, app, call);
const answer = (call = CALL): Promise<string> => run(summary, { query: 'Ukraine' }, call).then(text);

/** Presses the first button of a page whose label holds the words. */
function press({ page }: Answer, label: string, call = CALL): Promise<PressAnswer> {
  const action = page.actions.flat().find((one) => one.label.includes(label))?.action ?? '';
  return pressCode(action, call);
}
function pressCode(code: string, call = CALL): Promise<PressAnswer> {
  const [, name, rest = ''] = /^([^:]+):(.*)$/s.exec(code) ?? [];
  const command = [correct, corrections].find(({ data }) => data.name === name);
  if (!command?.press) throw new Error(`no button ${code}`);
  return command.press({ rest, onPrivate: true, byAsker: true }, app, call);
}

/** The code of the event whose line holds the words. */
async function eventOf(words: string): Promise<string> {
  const choices = (await correct.suggest?.('id', words, app, CALL)) ?? [];
  return choices[0]?.value ?? '';
}
const mark = async (words: string, more: object = {}, call = CALL): Promise<Answer> =>
  run(correct, { subcommand: 'mark', id: await eventOf(words), reason: 'It was a drill.', ...more }, call);
const marked = async (words: string, more: object = {}, call = CALL): Promise<PressAnswer> =>
  press(await mark(words, more, call), 'Mark as wrong', call);
const codeIn = (words: string): string => /undo ([a-z0-9]{8})/.exec(words)?.[1] ?? '';

describe('/correct mark', () => {
  test('shows which statements of which sources are meant, and changes nothing yet', async () => {
    const proposal = await mark('missile hit Kharkiv');
    expect(text(proposal)).toContain('2 statements');
    for (const words of ['The Daily', 'AFP', 'A missile hit Kharkiv.', 'It was a drill.', 'in this server'])
      expect(text(proposal)).toContain(words);
    expect(await answer()).toContain('A missile hit Kharkiv.');
    expect(text(await press(proposal, 'Cancel'))).toContain('Nothing was changed.');
    expect(text(await run(corrections, {}))).toContain('Nothing has been corrected here.');
  });

  test('takes the line out of the answers of this server, and of no other', async () => {
    await marked('missile hit Kharkiv');
    expect(await answer()).not.toContain('missile');
    expect(await answer()).toContain('Troops advanced');
    expect(await answer(OTHER)).toContain('A missile hit Kharkiv.');
    const listed = text(await run(corrections, {}));
    expect(listed).toContain('~~A missile hit Kharkiv.');
    expect(listed).toContain('It was a drill.');
    expect(text(await run(corrections, {}, OTHER))).toContain('Nothing has been corrected here.');
  });

  test('of one source leaves the line on the word of the other', async () => {
    await marked('missile hit Kharkiv', { source: 'of-afp:c1' });
    const told = await answer();
    expect(told).toContain('A missile hit Kharkiv.');
    expect(told).not.toContain('AFP');
  });

  test('offers the sources to pick one of', async () => {
    const proposal = await mark('missile hit Kharkiv');
    const { menu } = proposal.page;
    expect(menu?.options.map(({ label }) => label.split(':')[0])).toEqual(
      expect.arrayContaining(['All of them', 'The Daily, 12 May 2024', 'AFP, 12 May 2024']),
    );
    const afp = menu?.options.find(({ label }) => label.startsWith('AFP'))?.value;
    const narrowed = await pressCode(`${menu?.action}:${afp}`);
    expect(text(narrowed)).toContain('1 statement');
    expect(text(narrowed)).not.toContain('The Daily');
    await press(narrowed, 'Mark as wrong');
    expect(await answer()).toContain('A missile hit Kharkiv.');
  });

  test('by whoever runs the bot holds everywhere, and no server takes it back', async () => {
    const done = await marked('missile hit Kharkiv', {}, TERMINAL);
    expect(await answer(OTHER)).not.toContain('missile');
    const undo = { subcommand: 'undo', code: codeIn(text(done)) };
    await expect(run(correct, undo)).rejects.toThrow('Whoever runs the bot');
    await run(correct, undo, TERMINAL);
    expect(await answer(OTHER)).toContain('A missile hit Kharkiv.');
    await expect(run(correct, undo, TERMINAL)).rejects.toThrow('taken back already');
    await expect(run(correct, { subcommand: 'undo', code: 'nope' })).rejects.toThrow('No correction has the code');
  });

  test('is confirmed by who proposed it alone, and once', async () => {
    const proposal = await mark('missile hit Kharkiv');
    await expect(press(proposal, 'Mark as wrong', { ...CALL, userId: '2' })).rejects.toThrow('quarter of an hour');
    await expect(press(proposal, 'Mark as wrong', OTHER)).rejects.toThrow('quarter of an hour');
    await press(proposal, 'Mark as wrong');
    await expect(press(proposal, 'Mark as wrong')).rejects.toThrow('quarter of an hour');
    await expect(mark('missile hit Kharkiv', { id: 'of-afp:c1' })).rejects.toThrow('marked as wrong already');
  });

  test.for([
    ['of nothing', { id: 'nonsense' }, 'Nothing has the code'],
    ['of an event that is not there', { id: 'zzzzzzzzzz' }, 'Nothing has the code'],
    ['with a source of another event', { source: 'of-afp:c9' }, 'None of its sources'],
  ] as const)('is refused in words: %s', async ([, more, why]) => {
    await expect(mark('missile hit Kharkiv', more)).rejects.toThrow(why);
  });

  test('of a whole answer is told how to name a line', async () => {
    const id = /answer ([0-9a-z]{8})/.exec(await answer())?.[1] ?? '';
    await expect(mark('missile', { id })).rejects.toThrow('whole answer');
  });
});

describe('what is corrected', () => {
  test('is struck out in evidence and in answers that were given before, until it is taken back', async () => {
    const before = await answer();
    const id = /answer ([0-9a-z]{8})/.exec(before)?.[1] ?? '';
    const event = await eventOf('missile hit Kharkiv');
    const done = await marked('missile hit Kharkiv');
    const shown = [text(await run(evidence, { id: event })), text(await run(replay, { id }))];
    for (const page of shown)
      expect(page).toMatch(/~~A missile hit Kharkiv\.[\s\S]*✎ Corrected on [^:]*: It was a drill\./);
    const ofClaim = text(await run(evidence, { id: 'of-afp:c1' }));
    for (const page of [shown[0], ofClaim]) expect(page).not.toMatch(/(?<!~~)A missile hit Kharkiv/);
    await run(correct, { subcommand: 'undo', code: codeIn(text(done)) });
    expect(text(await run(replay, { id }))).not.toContain('~~');
    expect(text(await run(corrections, {}))).toContain('taken back');
  });

  test('of one source is named beside the line, which stands', async () => {
    const id = /answer ([0-9a-z]{8})/.exec(await answer())?.[1] ?? '';
    await marked('missile hit Kharkiv', { source: 'of-afp:c1' });
    const again = text(await run(replay, { id }));
    expect(again).not.toContain('~~');
    expect(again).toMatch(/· \[\d\] ✎ Corrected on/);
  });
});

describe('Report a mistake', () => {
  const report = async (values: object, call = CALL): Promise<PressAnswer> => {
    const given = await run(summary, { query: 'Ukraine' }, call);
    const action = given.page.actions.flat().find(({ label }) => label === 'Report a mistake')?.action ?? '';
    const rest = action.slice('corrections:'.length);
    const press = { rest, onPrivate: false, byAsker: false };
    expect((await corrections.pressForm?.(press, app, call))?.fields.map(({ name }) => name)).toEqual([
      'line',
      'words',
    ]);
    if (!corrections.submit) throw new Error('takes a form');
    return corrections.submit({ ...press, values: { ...values } }, app, call);
  };

  test('is kept for moderators, who mark the line as wrong with the reason they give', async () => {
    const event = await eventOf('Troops advanced');
    const thanks = await report(
      { line: event.replace('event:', ''), words: 'That was last year.' },
      { ...CALL, userId: '9' },
    );
    expect(text(thanks)).toContain('/corrections');
    expect(thanks.private).toBe(true);
    const list = await run(corrections, {});
    const shown = await press(list, 'Reported mistakes (1)');
    expect(text(shown)).toContain('That was last year.');
    const rest = shown.page.actions[0]?.[0]?.action.slice('correct:'.length) ?? '';
    const form = await correct.pressForm?.({ rest, onPrivate: true, byAsker: true }, app, CALL);
    expect(form?.fields.map(({ value }) => value)).toEqual([event.replace('event:', ''), 'That was last year.']);
    const values = { id: event, reason: 'It was in 2023.' };
    const proposal = await correct.submit?.({ rest, values, onPrivate: true, byAsker: true }, app, CALL);
    if (!proposal) throw new Error('proposes');
    await press(proposal, 'Mark as wrong');
    expect(await answer()).not.toContain('Troops advanced');
    expect((await app.corrections.mistakes(CALL.scope, 0, 9)).total).toBe(0);
  });

  test('without a word is refused, and says so', async () => {
    await expect(report({ line: '', words: '  ' })).rejects.toThrow('Nothing was written');
  });

  test('is dismissed by a moderator, once', async () => {
    await report({ line: '', words: 'All of it.' });
    const shown = await press(await run(corrections, {}), 'Reported mistakes');
    expect(text(await press(shown, 'Dismiss'))).toContain('Dismissed by');
    expect(text(await press(shown, 'Dismiss'))).toContain('Dismissed by');
    expect((await run(corrections, {})).page.actions).toEqual([]);
  });

  test('is seen by moderators alone, and no more than five come from one member within the hour', async () => {
    for (let at = 0; at < 5; at += 1) await report({ words: `Mistake ${at}.` });
    await expect(report({ words: 'One more.' })).rejects.toThrow('5 mistakes within the hour');
    expect((await run(corrections, {}, { ...CALL, isModerator: false })).page.actions).toEqual([]);
    expect((await app.keptOf(CALL.userId)).mistakes).toBe(5);
    expect((await app.forget(CALL.userId)).mistakes).toBe(5);
    expect((await app.keptOf(CALL.userId)).mistakes).toBe(0);
  });
});
