import { beforeAll, describe, expect, test } from 'vitest';
import settings from '../../commands/settings.ts';
import summary from '../../commands/summary.ts';
import troops from '../../commands/troops.ts';
import type { App } from '../../src/app.ts';
import type { Answer } from '../../src/command.ts';
import { pictureOf } from '../../src/domain/page.ts';
import { toText } from '../../src/render/text.ts';
import { aClaim, anArticleFile, anEntity, ENTITIES, published } from '../support/claims.ts';
import { aCall, storedApp } from '../support/stored-app.ts';

const POKROVSK = anEntity({ id: 'pokrovsk', within: ['ukraine'], at: { lat: 48.28, lon: 37.18 } });
let app: App;

beforeAll(async () => {
  const claims = [aClaim(), aClaim({ type: 'move', place: ['pokrovsk'] })];
  app = await storedApp([anArticleFile(published(Date.UTC(2024, 4, 15)), claims)], [], [...ENTITIES, POKROVSK]);
});

const set = (pictures: 'on' | 'off', language: 'en' | 'uk' = 'en') =>
  settings.run({ subcommand: 'defaults', pictures }, app, aCall({ language }));
const hasPicture = ({ page }: Pick<Answer, 'page'>): boolean => pictureOf(page) !== null;
const labels = ({ page }: Pick<Answer, 'page'>): readonly string[] => page.actions.flat().map(({ label }) => label);

describe('a server does without pictures', () => {
  test('says so when it is set, in its language', async () => {
    expect(toText((await set('off')).page)).toContain('Pictures: off');
    expect(toText((await set('off', 'uk')).page)).toContain('Зображення: вимкнено');
    expect(toText((await set('on')).page)).toContain('Pictures: on');
  });

  test('its answers have none, nor a way to one; an answer that was given keeps what it had', async () => {
    await set('on');
    const before = await troops.run({}, app, aCall());
    expect(hasPicture(before)).toBe(true);
    expect(labels(await summary.run({ query: 'ukraine' }, app, aCall()))).toContain('Map');
    await set('off');
    expect(hasPicture(await troops.run({}, app, aCall()))).toBe(false);
    expect(labels(await summary.run({ query: 'ukraine' }, app, aCall()))).not.toContain('Map');
    const evidence = before.page.actions.flat().find(({ label }) => label === 'Evidence')?.action ?? '';
    const rest = evidence.slice('troops:'.length).replace(':evidence:', ':overview:');
    const back = await troops.press?.({ rest, onPrivate: false, byAsker: true }, app, aCall());
    expect(back && hasPicture(back)).toBe(true);
  });

  test('what a button asks anew goes by the setting of now', async () => {
    await set('on');
    const pick = { rest: 'pick:en:all:place=ukraine', onPrivate: false, byAsker: true };
    const asked = async () => troops.press?.(pick, app, aCall());
    const withMap = await asked();
    await set('off');
    const without = await asked();
    expect([withMap && hasPicture(withMap), without && hasPicture(without)]).toEqual([true, false]);
  });
});
