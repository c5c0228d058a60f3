import type { Claim } from '../../../domain/claim.ts';
import { capitalised } from '../../capitalised.ts';
import type { WordsContext } from '../context.ts';
import { stageOf } from '../stage.ts';
import { detailsOf } from './details.ts';
import { type Head, headOf } from './heads.ts';

type Realis = Claim['realis'];

/**
 * One Ukrainian line: what is told of, then each slot by its name: "Захоплення — сторона: Росія; місце: Вовчанськ." Names
 * are known in the nominative alone, so none may stand where another case is needed.
 */
export function ukrainianWords(claim: Claim, context: WordsContext): string {
  const told = headWords(headOf(claim), claim);
  const details = detailsOf(claim, context).filter(([, words]) => words !== '');
  const slots = details.map(([label, words]) => `${label}: ${words}`).join('; ');
  return `${capitalised(told)}${slots === '' ? '' : ` — ${slots}`}.`;
}

const NOT: Readonly<Record<Realis, string>> = {
  actual: 'не було',
  ongoing: 'немає',
  attempted: 'не було',
  planned: 'не планують',
  hypothetical: 'може й не бути',
};

/** The line names what is planned, possible or attempted before the sentence; only where it does not, the sentence does. */
function headWords({ nominative, genitive }: Head, claim: Claim): string {
  const stage = stageOf(claim);
  if (claim.neg) return `${genitive} ${NOT[stage]}`;
  if (stage === 'ongoing') return `${nominative} (триває)`;
  return stage === 'planned' && claim.realis !== 'planned' ? `${nominative} (заплановано)` : nominative;
}
