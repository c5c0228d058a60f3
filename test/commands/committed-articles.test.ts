import { beforeAll, expect, test } from 'vitest';
import summary from '../../commands/summary.ts';
import type { App } from '../../src/app.ts';
import { DISCORD_PAGE_LIMITS, toMessage } from '../../src/deliver/message.ts';
import { LANGUAGES } from '../../src/domain/language.ts';
import type { Page } from '../../src/domain/page.ts';
import { toText } from '../../src/render/text.ts';
import { committedApp } from '../support/committed-app.ts';
import { expectGolden } from '../support/golden.ts';
import { aCall } from '../support/stored-app.ts';

let app: App;

beforeAll(async () => {
  app = await committedApp();
});

const QUESTIONS = {
  kharkiv: { query: 'kharkiv' },
  ukraine: { query: 'ukraine', period: 'all' },
  blinken: { query: 'blinken' },
  aid: { query: 'aid', period: 'all' },
  'quiet-period': { query: 'kharkiv', period: '2023-01-01..2023-01-31' },
  'quiet-topic': { query: 'blinken', about: 'strikes' },
  uncovered: { query: 'lviv oblast' },
  unknown: { query: 'karkiv' },
} as const;

for (const language of LANGUAGES)
  for (const [name, question] of Object.entries(QUESTIONS)) {
    test(`${name}, in ${language}`, async () => {
      const input = { ...question, language };
      const { page } = await summary.run(input, app, aCall({ language }));
      expectGolden(`articles/${name}-${language}.txt`, toText(page));
      const sent = await summary.run(input, app, aCall({ language, limits: DISCORD_PAGE_LIMITS }));
      expectGolden(`articles/${name}-${language}.json`, `${JSON.stringify(toMessage(sent.page), null, 2)}\n`);
    });
  }

test.for(LANGUAGES)('evidence and sources of kharkiv, in %s', async (language) => {
  const call = aCall({ language });
  const { page } = await summary.run({ query: 'kharkiv', language }, app, call);
  for (const view of ['evidence', 'sources'] as const) {
    const press = { rest: actionOf(page, view), onPrivate: false, byAsker: true };
    const shown = await summary.press?.(press, app, call);
    expect(shown?.how).toBe('update');
    expectGolden(`articles/kharkiv-${view}-${language}.txt`, shown ? toText(shown.page) : '');
  }
});

function actionOf({ actions }: Page, view: string): string {
  const found = actions.flat().find(({ action }) => action.includes(`:${view}:`));
  if (!found) throw new Error(`no button leads to ${view}`);
  return found.action.slice('summary:'.length);
}
