import type { Claim } from '../domain/claim.ts';
import type { Language } from '../domain/language.ts';
import { isAct } from '../domain/own-words.ts';
import { capitalised } from './capitalised.ts';
import { messagesIn } from './messages/in-language.ts';
import type { LineMessages } from './messages/messages.ts';
import { type Labels, speakerWords } from './speaker.ts';

/** Stands before what should be doubted, and again before the note that says why. */
export const DOUBT = '⚠';

/**
 * All that must be known before a claim's sentence is read, in one piece, so that no cut can part them: whether it should
 * be doubted, who says it and in which voice, whether it is confirmed, whether it has happened at all. '' for what an article plainly tells in its own voice.
 * @param teller stands for the speaker of what an article tells in its own voice; '' for nobody
 */
export function leadWords(claim: Claim, labels: Labels, language: Language, teller = ''): string {
  const words = messagesIn(language).line;
  const outlet = teller === '' || holderOf(claim) ? [] : [teller];
  const told = [...outlet, ...voiceOf(claim, labels, language), ...stagesOf(claim, words)].join(' · ');
  // An outlet's name keeps the spelling it has; a speaker may be a common noun.
  const lead = told === '' ? [] : [`${outlet.length > 0 ? told : capitalised(told)}:`];
  return [...(claim.suspect ? [DOUBT] : []), ...lead].join(' ');
}

/** Of a statement that is not stored in words of ours, the speaker is its holder, whoever hands it on. */
function holderOf(claim: Claim): Claim['attr'] {
  return claim.attr ?? (claim.type === 'statement' && claim.mode !== 'paraphrase' ? { who: claim.speaker } : null);
}

function voiceOf(claim: Claim, labels: Labels, language: Language): readonly string[] {
  const words = messagesIn(language).line;
  const holder = holderOf(claim);
  const speaker = holder ? speakerWords(holder, labels, language) : null;
  const named = speaker ?? words.unnamedSpeaker;
  const confirmation = claim.confirmation ? [words.confirmation[claim.confirmation]] : [];
  switch (claim.epi) {
    case 'asserted':
      return [...(speaker === null ? [] : [speaker]), ...confirmation];
    case 'attributed':
    case 'acknowledged':
      return [named, ...confirmation];
    case 'claimed':
      return [words.claim(named, claim.confirmation)];
    case 'denied':
      // That what is denied is denied says nothing new, and two denials would read as none.
      return [
        // An excerpt keeps its "not" or its "denies".
        claim.neg || claim.mode === 'excerpt' ? words.denial(named) : words.denied(named),
        ...(claim.confirmation === 'denied' ? [] : confirmation),
      ];
    default:
      return claim.epi satisfies never;
  }
}

const saysItsStage = (claim: Claim): boolean => claim.type === 'aid' && isAct(claim);

/** Whether the lead of a line says that what follows has not happened, or not yet. */
export const printsStage = (claim: Claim): boolean => stagesOf(claim, messagesIn('en').line).length > 0;

/** An excerpt tells by itself what is planned or possible, and so does what we make of a promise of aid or of "no plan". */
function stagesOf(claim: Claim, words: LineMessages): readonly string[] {
  if (claim.mode === 'excerpt') return [];
  const isTold = claim.mode === 'structured' && (saysItsStage(claim) || (claim.neg && claim.realis === 'planned'));
  return isTold ? [] : realisOf(claim, words);
}

/**
 * What has not happened, or not yet. With a "not" in the sentence, "attempted" could be read both ways and is left out;
 * and it is not the statement that is planned, only what it speaks of.
 */
function realisOf({ type, realis, neg }: Claim, words: LineMessages): readonly string[] {
  switch (realis) {
    case 'actual':
    case 'ongoing':
      return [];
    case 'attempted':
      return neg ? [] : [words.realis.attempted];
    case 'planned':
      return type === 'statement' ? [] : [words.realis.planned];
    case 'hypothetical':
      return [words.realis.hypothetical];
    default:
      return realis satisfies never;
  }
}
