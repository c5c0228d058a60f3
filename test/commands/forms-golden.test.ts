import { beforeAll, expect, test } from 'vitest';
import disputes from '../../commands/disputes.ts';
import evidence from '../../commands/evidence.ts';
import search from '../../commands/search.ts';
import timeline from '../../commands/timeline.ts';
import troops from '../../commands/troops.ts';
import visits from '../../commands/visits.ts';
import type { App } from '../../src/app.ts';
import type { Command } from '../../src/command.ts';
import { DISCORD_PAGE_LIMITS, toMessage } from '../../src/deliver/message.ts';
import { LANGUAGES } from '../../src/domain/language.ts';
import { toText } from '../../src/render/text.ts';
import { committedApp } from '../support/committed-app.ts';
import { expectGolden } from '../support/golden.ts';
import { aCall } from '../support/stored-app.ts';

let app: App;

beforeAll(async () => {
  app = await committedApp();
});

const QUESTIONS: Readonly<Record<string, { readonly command: Command; readonly input: object }>> = {
  troops: { command: troops, input: { place: 'kharkiv' } },
  'troops-of-a-side': { command: troops, input: { side: 'Ukraine', period: 'all' } },
  'troops-quiet': { command: troops, input: { place: 'kharkiv', period: '2023-01-01..2023-01-31' } },
  'troops-uncovered': { command: troops, input: { place: 'lviv oblast' } },
  visits: { command: visits, input: {} },
  timeline: { command: timeline, input: { query: 'kharkiv', period: 'all' } },
  'timeline-of-a-person': { command: timeline, input: { query: 'blinken', topic: 'visits' } },
  disputes: { command: disputes, input: { period: 'all' } },
  'disputes-none': { command: disputes, input: { topic: 'strikes', place: 'kharkiv' } },
  search: { command: search, input: { query: '"kharkiv region" Росія' } },
  'search-nothing': { command: search, input: { query: 'volcano' } },
  'evidence-of-a-claim': { command: evidence, input: { id: '000_8b8c8ff5a4043ff4:a1' } },
  'visits-of-a-person': { command: visits, input: { person: 'Blinken', place: 'Ukraine' } },
};

for (const language of LANGUAGES)
  for (const [name, { command, input }] of Object.entries(QUESTIONS))
    test(`${name}, in ${language}`, async () => {
      const asked = { ...input, language };
      const { page } = await command.run(asked, app, aCall({ language }));
      expectGolden(`forms/${name}-${language}.txt`, toText(page));
      const sent = await command.run(asked, app, aCall({ language, limits: DISCORD_PAGE_LIMITS }));
      expect(sent.page.language).toBe(language);
      expectGolden(`forms/${name}-${language}.json`, `${JSON.stringify(toMessage(sent.page), null, 2)}\n`);
    });
