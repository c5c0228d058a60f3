import { phraseAt, phraseBefore } from '../quantities/phrase.ts';
import type { Token } from '../quantities/token.ts';
import type { DateLexicon } from './lexicon.ts';
import type { DateMeaning, DateMention } from './meaning.ts';

/** Tokens between a verb of saying and its date at most ("told reporters on Friday"). */
const SPEECH_REACH = 3;

/** A date over the tokens `[at, next)`; `lead` is the first token of its prepositions. */
interface Place {
  readonly lead: number;
  readonly at: number;
  readonly next: number;
}

/** What a date tells of its sentence. */
export function useOf(
  tokens: readonly Token[],
  place: Place,
  meaning: DateMeaning,
  lexicon: DateLexicon,
): DateMention['use'] {
  if (isAttribute(tokens, place, meaning, lexicon)) return 'attribute';
  return isOfSpeech(tokens, place, lexicon) ? 'speech' : 'event';
}

function isAttribute(tokens: readonly Token[], place: Place, meaning: DateMeaning, lexicon: DateLexicon): boolean {
  const before = tokens[place.at - 1]?.text ?? '';
  const determined = meaning.kind === 'calendar' && (lexicon.determiners.has(before) || before.endsWith("'s"));
  const owns = tokens[place.next - 1]?.text.endsWith("'s") === true;
  return determined || owns || phraseBefore(tokens, place.at, lexicon.before) !== null;
}

function isOfSpeech(tokens: readonly Token[], { lead, next }: Place, lexicon: DateLexicon): boolean {
  if (lexicon.that.has(tokens[next]?.text ?? '') || phraseAt(tokens, next, lexicon.speech)) return true;
  for (let at = lead - 1; at >= Math.max(0, lead - SPEECH_REACH); at--) {
    if (tokens[at]?.kind === 'sign') return false;
    if (phraseAt(tokens, at, lexicon.speech)) return true;
  }
  return false;
}
