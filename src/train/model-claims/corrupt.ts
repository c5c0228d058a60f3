import type { Analysis } from '../../extract/analysis.ts';
import type { Mention } from '../../extract/entities/mention.ts';
import type { ModelClaim } from '../../model-claims/answer.ts';
import { type GoldClaim, sameName, samePlace, valuesOf } from '../gold.ts';

/** What a corrupted answer has wrong. */
export const CORRUPTIONS = ['number', 'actor', 'not', 'quote', 'place', 'citation'] as const;
export type Corruption = (typeof CORRUPTIONS)[number];

/** A sound answer, and what it was made from. */
export interface Sound {
  readonly article: string;
  readonly told: ModelClaim;
  readonly gold: GoldClaim;
  readonly analysis: Analysis;
  /** Whether its words are all in its quotation. */
  readonly isExplicit: boolean;
}

/** From 0 up to 1. */
export type Random = () => number;

/** The answer with one thing wrong; null where it has nothing of the kind. */
export function corrupted(kind: Corruption, sound: Sound, others: readonly Sound[], random: Random): ModelClaim | null {
  switch (kind) {
    case 'number':
      return wrongNumber(sound, random);
    case 'actor':
      return otherActor(sound, random);
    case 'not':
      return withoutNot(sound.told);
    case 'quote':
      return inventedQuote(sound, others, random);
    case 'place':
      return otherPlace(sound, others, random);
    case 'citation':
      return foreignCitation(sound, others, random);
  }
}

const pick = <T>(all: readonly T[], random: Random): T | undefined => all[Math.floor(random() * all.length)];
const withSlots = (told: ModelClaim, slots: object): ModelClaim => ({ ...told, ...slots }) as ModelClaim;

/** Another figure of the article, or the same with another digit. */
function wrongNumber({ told, analysis }: Sound, random: Random): ModelClaim | null {
  const slot = 'amount' in told && told.amount !== null ? 'amount' : 'count';
  const given = slot === 'amount' ? ('amount' in told ? told.amount : null) : 'count' in told ? told.count : null;
  if (given === null || given === undefined) return null;
  const figures = analysis.figures.flatMap((each, at) =>
    (slot === 'amount' ? each.amounts : each.counts).map(({ start, end }) => textAt(analysis, at, start, end)),
  );
  const another = pick(
    figures.filter((text) => text !== given && !text.includes(given) && !given.includes(text)),
    random,
  );
  const changed = given.replace(/\d/, (digit) => String((Number(digit) % 9) + 1));
  if (changed !== given && (another === undefined || random() < 0.5)) return withSlots(told, { [slot]: changed });
  return another === undefined ? null : withSlots(told, { [slot]: another });
}

function textAt({ document }: Analysis, at: number, start: number, end: number): string {
  const from = document.sentences[at]?.start ?? 0;
  return document.reading.text.slice(from + start, from + end);
}

/** Both parties changed for each other, or another one of the article, of the same sentence where it names one. */
function otherActor(sound: Sound, random: Random): ModelClaim | null {
  const { told, gold } = sound;
  if (told.type === 'aid' && told.donor[0] && told.recipient)
    return withSlots(told, { donor: [told.recipient], recipient: told.donor[0] });
  if (told.type === 'visit' && told.visitor[0] && told.host[0])
    return withSlots(told, { visitor: told.host, host: told.visitor });
  const slot = told.type === 'aid' ? 'donor' : told.type === 'visit' ? 'visitor' : 'actor';
  const accepted = valuesOf(
    gold[slot as 'actor'],
    gold[`alt${slot.charAt(0).toUpperCase()}${slot.slice(1)}` as 'altActor'],
  );
  if (accepted.length === 0 || told.type === 'impact' || told.type === 'statement') return null;
  const other = otherMention(
    sound,
    random,
    ({ kind, id, side }) =>
      kind !== 'place' && ![id, side ?? id].some((each) => accepted.some((one) => sameName(one, each))),
  );
  if (other === null) return null;
  return withSlots(told, { [slot]: slot === 'actor' ? other : [other] });
}

function otherMention({ told, analysis }: Sound, random: Random, fits: (mention: Mention) => boolean): string | null {
  const usable = (mention: Mention): boolean => mention.naming !== 'pronoun' && fits(mention);
  const here = (analysis.mentions.get(told.sentence - 1) ?? []).filter(usable);
  const all = [...analysis.mentions.values()].flat().filter(usable);
  return (pick(here, random) ?? pick(all, random))?.surface ?? null;
}

function withoutNot(told: ModelClaim): ModelClaim | null {
  const isDenied = told.negated || told.epi === 'denied';
  const isThought = told.realis !== 'actual' && told.realis !== 'ongoing';
  if (!isDenied && !isThought) return null;
  const epi = told.epi === 'denied' ? (told.speaker === null ? 'asserted' : 'attributed') : told.epi;
  return withSlots(told, { negated: false, epi, ...(isDenied ? {} : { realis: 'actual' }) });
}

/** A word changed, or words that stand in another article. */
function inventedQuote({ told, article }: Sound, others: readonly Sound[], random: Random): ModelClaim | null {
  const words = told.quote.split(' ');
  const at = Math.floor(random() * words.length);
  const other = pick(
    others.filter((each) => each.article !== article),
    random,
  );
  const strange = pick(other?.told.quote.split(' ') ?? [], random) ?? 'again';
  if (random() < 0.3 && other) return withSlots(told, { quote: other.told.quote });
  if (words[at] === strange) return null;
  return withSlots(told, { quote: words.with(at, strange).join(' ') });
}

function otherPlace(sound: Sound, others: readonly Sound[], random: Random): ModelClaim | null {
  const { told, gold } = sound;
  if (!('place' in told) || told.place.length === 0) return null;
  const accepted = [...valuesOf(gold.place, gold.altPlace)];
  const fits = (mention: Mention): boolean =>
    (mention.kind === 'place' || mention.kind === 'country') &&
    mention.naming === 'name' &&
    !accepted.some((one) => samePlace(one, mention.id) || sameName(one, mention.id));
  const own = random() < 0.7 ? otherMention(sound, random, fits) : null;
  const foreign = pick(
    others.flatMap((each) => ('place' in each.told ? each.told.place.slice(0, 1) : [])),
    random,
  );
  const other = own ?? foreign;
  if (other === undefined || told.place.includes(other)) return null;
  return withSlots(told, { place: [other] });
}

/** Another sentence's number, or another article's claim. */
function foreignCitation(
  { told, analysis, article }: Sound,
  others: readonly Sound[],
  random: Random,
): ModelClaim | null {
  const other = pick(
    others.filter((each) => each.article !== article),
    random,
  );
  if (random() < 0.4 && other) return other.told;
  const sentence = 1 + Math.floor(random() * analysis.document.sentences.length);
  return sentence === told.sentence ? null : withSlots(told, { sentence });
}
