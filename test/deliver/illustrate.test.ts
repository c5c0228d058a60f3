import { describe, expect, test } from 'vitest';
import { type IllustrateOptions, illustrate } from '../../src/deliver/illustrate.ts';
import { createPictures } from '../../src/deliver/pictures.ts';
import type { Language } from '../../src/domain/language.ts';
import type { Page } from '../../src/domain/page.ts';
import { aCaller, aDispatch, run } from '../support/dispatch.ts';
import { ANNOUNCED } from '../support/echo-command.ts';
import { aDraw, aPicture, paint, say } from '../support/picture-command.ts';

const pageOf = (what: string, language: Language = 'en'): Page => ({
  language,
  tone: 'neutral',
  blocks: [say('before'), aPicture(what)],
  actions: [],
});

function options(over: Partial<IllustrateOptions> = {}) {
  const reported: unknown[] = [];
  const pictures = createPictures(aDraw().draw);
  return {
    reported,
    pictures,
    withinMs: ANNOUNCED.never,
    ref: 'ref1',
    report: (e: unknown) => void reported.push(e),
    ...over,
  };
}

test('a page without a picture stays as it is, and nothing is drawn', async () => {
  const page = { ...pageOf('x'), blocks: [say('only words')] };
  expect(await illustrate(page, options())).toEqual({ page, drawn: null });
});

test('a page with one comes with it', async () => {
  const page = pageOf('a map');
  const illustrated = await illustrate(page, options());
  expect(illustrated.page).toBe(page);
  expect(illustrated.drawn?.name).toMatch(/^counts-/);
});

test.for([
  { language: 'en', words: 'The picture that belongs here could not be shown (ref ref1).' },
  { language: 'uk', words: 'Зображення, що має бути тут, не вдалося показати (код ref1).' },
] as const)('where it cannot be drawn, small print in $language says so', async ({ language, words }) => {
  const given = options();
  const { page, drawn } = await illustrate(pageOf('nothing', language), given);
  expect(page.blocks).toEqual([say('before'), { kind: 'small', rich: [{ text: words }] }]);
  expect([drawn, given.reported]).toEqual([null, [new Error('no paint is left')]]);
});

test('one that comes too late is there for whoever asks next', async () => {
  const paper = Promise.withResolvers<Uint8Array>();
  const pictures = createPictures(() => paper.promise);
  const late = options({ pictures, withinMs: 5 });
  expect((await illustrate(pageOf('a map'), late)).drawn).toBeNull();
  expect(late.reported).toMatchObject([{ name: 'PictureLate', afterMs: 5 }]);
  paper.resolve(new Uint8Array(1));
  expect((await illustrate(pageOf('a map'), options({ pictures }))).drawn?.bytes).toHaveLength(1);
});

describe('while a picture is drawn', () => {
  test('its answer is announced as any slow one is, to whom it will be shown', async () => {
    const announced = Promise.withResolvers<Uint8Array>();
    const draw = () => announced.promise;
    const { dispatch, reported } = aDispatch({ commands: [paint], options: { ackAfterMs: ANNOUNCED.whenSlow, draw } });
    const shown: unknown[] = [];
    await dispatch.handle(run({ what: 'a map', private: true }, 'paint'), aCaller(), {
      acknowledge: async (how, isPrivate) => {
        shown.push([how, isPrivate]);
        announced.resolve(new Uint8Array(1));
      },
      reply: async ({ file }, isPrivate) => void shown.push([file?.description, isPrivate]),
      update: async () => undefined,
      ask: async () => undefined,
    });
    expect(shown).toEqual([
      ['reply', true],
      ['It shows a map.', true],
    ]);
    expect(reported).toEqual([]);
  });
});
