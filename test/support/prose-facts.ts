import type { Language } from '../../src/domain/language.ts';
import type { Facts } from '../../src/domain/prose.ts';
import { TOPICS } from '../../src/domain/topic.ts';
import { DATA_FOLDER } from '../../src/place.ts';
import { wordable } from '../../src/prose/prompt.ts';
import { readProseWords } from '../../src/prose-data.ts';
import { factsOf } from '../../src/render/prose-facts.ts';
import { ASKED_AT_MS } from './briefs.ts';
import { committedApp } from './committed-app.ts';

export const PROSE_WORDS = readProseWords(DATA_FOLDER);

/** What may be worded of all that the committed articles tell. */
export async function committedFacts(language: Language): Promise<Facts> {
  const app = await committedApp();
  const asked = await Promise.all(
    TOPICS.map((about) =>
      app.ask({
        ...{ form: 'summary', query: `topic:${about}`, filters: {}, about, period: { everything: true }, language },
        ...{ scope: { guildId: null }, nowMs: ASKED_AT_MS, isWhole: true },
      }),
    ),
  );
  const all = asked.flatMap((one) =>
    one.kind === 'brief' ? [wordable(factsOf(one.brief), PROSE_WORDS[language])] : [],
  );
  const names = new Map(all.flatMap((facts) => facts.names).map((name) => [name.whole, name]));
  return { facts: all.flatMap(({ facts }) => facts), names: [...names.values()] };
}
