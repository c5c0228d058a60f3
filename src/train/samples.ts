import { analyse } from '../extract/analyse.ts';
import type { Analysis } from '../extract/analysis.ts';
import { detectionBag, sentenceFeatures } from '../extract/detect/features.ts';
import { FRAME_TYPES, type FrameType } from '../extract/frames/lexicon.ts';
import type { Knowledge } from '../extract/knowledge.ts';
import { type Bag, bagOf, type Features, TABLE_BITS } from '../extract/learned/bag.ts';
import { optionsOf, SLOTS, type SlotSpec, slotModel, triggersFor } from '../extract/slots/options.ts';
import type { Annotated } from './articles.ts';
import { acceptedValues, type GoldClaim, liesOn, sameName, samePlace } from './gold.ts';
import type { Example } from './logistic.ts';
import type { Choice } from './ranking.ts';

/** What one article teaches. */
export interface Lesson {
  readonly article: Annotated;
  readonly analysis: Analysis;
  readonly detection: Readonly<Record<FrameType, readonly Example[]>>;
  readonly choices: readonly Choice[];
}

const OPTIONAL = 0.5;
const NOBODY = 0.5;

export function lessonOf(article: Annotated, knowledge: Knowledge): Lesson {
  const analysis = analyse(article.reading, knowledge);
  const shared = analysis.document.sentences.map(({ index }) => sentenceFeatures(index, analysis));
  const detection = FRAME_TYPES.map((type) => [type, examplesOf(type, article, analysis, shared)] as const);
  return {
    article,
    analysis,
    detection: Object.fromEntries(detection) as Lesson['detection'],
    choices: FRAME_TYPES.flatMap((type) => choicesOf(type, article, analysis)),
  };
}

const goldAt = (type: FrameType, { gold }: Annotated, start: number, end: number): readonly GoldClaim[] =>
  gold.filter((claim) => claim.type === type && liesOn(claim, start, end));

/** @param shared what all types look at, of each sentence */
function examplesOf(
  type: FrameType,
  article: Annotated,
  analysis: Analysis,
  shared: readonly (readonly Features[])[],
): readonly Example[] {
  return analysis.document.sentences.map(({ index, start, end }) => {
    const there = goldAt(type, article, start, end);
    const required = there.some(({ opt }) => !opt);
    return {
      bag: detectionBag(type, index, analysis, shared[index] ?? []),
      yes: required,
      weight: required || there.length === 0 ? 1 : 0,
    };
  });
}

function choicesOf(type: FrameType, article: Annotated, analysis: Analysis): readonly Choice[] {
  return analysis.document.sentences.flatMap(({ index, start, end }) => {
    const there = goldAt(type, article, start, end);
    if (there.length === 0) return [];
    const triggers = triggersFor(type, index, analysis);
    return SLOTS[type].flatMap((spec) => {
      const options = optionsOf(spec, type, index, triggers, analysis);
      const bags = options.map(({ features }) => bagOf(slotModel(spec, type), features));
      return there.map((gold) => choiceOf(spec, gold, options, bags, there.length));
    });
  });
}

function choiceOf(
  spec: SlotSpec,
  gold: GoldClaim,
  options: ReturnType<typeof optionsOf>,
  bags: Choice['bags'],
  claims: number,
): Choice {
  const accepted = acceptedValues(gold, spec.name);
  const same = 'role' in spec && spec.role === 'place' ? samePlace : sameName;
  const right = options.map(({ value, mention }) => {
    if (value === null || value === 'none') return accepted.length === 0;
    return accepted.some((each) => same(each, value) || (mention !== null && same(each, mention.slug)));
  });
  return { bags, right, weight: (gold.opt ? OPTIONAL : 1) * (accepted.length > 0 ? 1 : NOBODY) * (1 / claims) };
}

/** Features that fewer things have say more of those than of others. */
const LEAST_SEEN = 3;

/** The lessons without features that are too rare to teach anything. */
export function withoutRare(lessons: readonly Lesson[]): readonly Lesson[] {
  const counts = new Uint32Array(2 ** TABLE_BITS);
  for (const bag of lessons.flatMap(bagsOf))
    for (let at = 0; at < bag.places.length; at += 1) {
      const place = bag.places[at] ?? 0;
      counts[place] = (counts[place] ?? 0) + 1;
    }
  const seen = new Map<Bag, Bag>();
  const common = (bag: Bag): Bag => {
    const known = seen.get(bag) ?? commonPart(bag, counts);
    seen.set(bag, known);
    return known;
  };
  return lessons.map((lesson) => {
    const detection = FRAME_TYPES.map((type) => [
      type,
      lesson.detection[type].map((example) => ({ ...example, bag: common(example.bag) })),
    ]);
    return {
      ...lesson,
      detection: Object.fromEntries(detection) as Lesson['detection'],
      choices: lesson.choices.map((choice) => ({ ...choice, bags: choice.bags.map(common) })),
    };
  });
}

const bagsOf = ({ detection, choices }: Lesson): readonly Bag[] => [
  ...FRAME_TYPES.flatMap((type) => detection[type].map(({ bag }) => bag)),
  ...choices.flatMap(({ bags }) => bags),
];

function commonPart({ places, values }: Bag, counts: Uint32Array): Bag {
  const kept = [...Array(places.length).keys()].filter((at) => (counts[places[at] ?? 0] ?? 0) >= LEAST_SEEN);
  return {
    places: Int32Array.from(kept, (at) => places[at] ?? 0),
    values: Float32Array.from(kept, (at) => values[at] ?? 0),
  };
}
