import { createRandom } from '../../src/train/logistic.ts';

const WHO = [
  'Russian forces',
  'Ukrainian troops',
  'the army',
  'Rebels in the north',
  'Sudan’s army',
  'Turkish jets',
  'The militia',
];
const PLACE = [
  'Kharkiv',
  'Khartoum',
  'Aleppo',
  'Odesa',
  'the village of Orlik',
  'Mosul',
  'Goma',
  'the border town',
  'Vovchansk',
];
const WHEN = ['on Tuesday', 'last week', 'on 14 May', 'overnight', 'in the early hours', 'since the spring'];
const SPEAKER = [
  'the regional governor said',
  'according to the ministry',
  'President Zelensky said',
  'a spokesman told reporters',
];
const COUNTRY = ['Germany', 'The United States', 'Poland', 'Japan', 'France', 'Turkey'];

type Pick = (of: readonly string[]) => string;

/** Half of them tell of what is extracted. */
const SENTENCES: readonly ((pick: Pick, count: number) => string)[] = [
  (pick, count) => `${pick(WHO)} attacked ${pick(PLACE)} with ${count} drones ${pick(WHEN)}, ${pick(SPEAKER)}.`,
  (pick) => `${pick(WHO)} captured ${pick(PLACE)} ${pick(WHEN)} and moved towards ${pick(PLACE)}.`,
  (pick, count) => `${pick(COUNTRY)} pledged $${count} million in military aid to Ukraine ${pick(WHEN)}.`,
  (pick, count) =>
    `At least ${count} people were killed and twice as many wounded in ${pick(PLACE)}, ${pick(SPEAKER)}.`,
  (pick) =>
    `The foreign minister of ${pick(COUNTRY)} arrived in ${pick(PLACE)} ${pick(WHEN)} for talks with his counterpart.`,
  (pick) =>
    `“We have seen worse winters than this one,” said a shopkeeper in ${pick(PLACE)}, who has no plans to leave.`,
  (pick) => `The market in ${pick(PLACE)}, which had been closed for most of the month, opened again ${pick(WHEN)}.`,
  (_, count) => `Prices rose by ${count} percent, and the central bank, which meets next week, is expected to wait.`,
  (pick) =>
    `Engineers have begun to clear the road between ${pick(PLACE)} and ${pick(PLACE)}, a task that may take until autumn.`,
  () =>
    `Nobody could say how long the repairs would take, but most of those in the queue had come prepared for a long wait.`,
];
const PARAGRAPH_SENTENCES = 3;

export interface InventedArticle {
  readonly title: string;
  readonly text: string;
}

/** News that nobody wrote, of `chars` characters or a sentence more; the same for the same number. */
export function inventedArticle(number: number, chars: number): InventedArticle {
  const random = createRandom(number);
  const pick: Pick = (of) => of[Math.floor(random() * of.length)] ?? '';
  let text = '';
  for (let sentences = 1; text.length < chars; sentences += 1) {
    const write = SENTENCES[Math.floor(random() * SENTENCES.length)];
    const written = write?.(pick, 1 + Math.floor(random() * 90)) ?? '';
    text += written.charAt(0).toUpperCase() + written.slice(1) + (sentences % PARAGRAPH_SENTENCES === 0 ? '\n\n' : ' ');
  }
  return { title: `Fighting near ${pick(PLACE)}`, text };
}
