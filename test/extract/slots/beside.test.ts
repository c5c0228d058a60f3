import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createDetailWords, DetailsFile } from '../../../src/extract/claims/details/words.ts';
import type { Mention } from '../../../src/extract/entities/mention.ts';
import { type Standing, standingAt } from '../../../src/extract/slots/beside.ts';
import { DATA_FOLDER } from '../../../src/place.ts';

const wordsIn = (language: string) =>
  createDetailWords(
    DetailsFile.parse(JSON.parse(readFileSync(join(DATA_FOLDER, 'lexicon', language, 'details.json'), 'utf8'))),
    (word) => word,
  );

/** How the place in brackets stands; verbs are in capitals. */
function standingIn(language: string, text: string): Standing {
  const words = text.split(' ');
  const tokens = words.map((word) => ({
    lower: word.replace(/[[\]]/g, '').toLowerCase(),
    pos: /^\p{Lu}{2,}$/u.test(word) ? 'VERB' : 'X',
  }));
  const from = words.findIndex((word) => word.startsWith('['));
  const to = words.findIndex((word) => word.endsWith(']')) + 1;
  const document = { sentences: [{ tokens }] };
  return standingAt({ sentence: 0, from, to } as Mention, { document, detailWords: wordsIn(language) } as never);
}

describe('how the words around a place tie it to what is told', () => {
  test.each<[string, string, Standing]>([
    ['en', 'troops CAPTURED [Oakham]', 'at'],
    ['en', 'troops WITHDREW from [Oakham]', 'at'],
    ['en', 'the capture of the town of [Oakham]', 'at'],
    ['en', 'missiles HIT the city of [Oakham]', 'at'],
    ['en', 'near the river troops TOOK [Oakham]', 'at'],
    ['en', 'troops CAPTURED the airport in [Oakham]', 'inside'],
    ['en', 'troops CAPTURED two villages near [Oakham]', 'beside'],
    ['en', 'troops WITHDREW from positions near the town of [Oakham]', 'beside'],
    ['en', 'troops LEFT the outskirts of [Oakham]', 'beside'],
    ['en', 'a village south of [Oakham]', 'beside'],
    ['en', 'a depot ten kilometres from [Oakham]', 'beside'],
    ['en', 'troops HOLD most of [Oakham]', 'beside'],
    ['en', 'troops ADVANCE toward [Oakham]', 'beside'],
    ['en', 'troops near [Oakham] and [Wexley]', 'beside'],
    ['en', 'heavy fighting on the [Oakham] front', 'beside'],
    ['en', 'near [Oakham] in the north', 'beside'],
    ['uk', 'війська ЗАХОПИЛИ [Дубове]', 'at'],
    ['uk', 'війська ВІДІЙШЛИ з [Дубового]', 'at'],
    ['uk', 'війська ЗАХОПИЛИ село під [Дубовим]', 'beside'],
    ['uk', 'УДАР по складу поблизу міста [Дубове]', 'beside'],
    ['uk', 'бої в районі [Дубового]', 'beside'],
    ['uk', 'ЗАХОПИЛИ завод у [Дубовому]', 'inside'],
    ['ru', 'войска ЗАНЯЛИ [Дубовое]', 'at'],
    ['ru', 'войска ЗАНЯЛИ село возле [Дубового]', 'beside'],
    ['ru', 'бои севернее [Дубового]', 'beside'],
    ['ru', 'ЗАНЯЛИ завод в [Дубовом]', 'inside'],
  ])('%s: %s', (language, text, standing) => {
    expect(standingIn(language, text)).toBe(standing);
  });
});
