import type { Claim } from '../../../domain/claim.ts';

type Realis = Claim['realis'];

/** Who or what a clause is about. */
export interface Subject {
  readonly words: string;
  readonly isPlural: boolean;
}

/** A verb with its object's preposition or fixed object, in the forms that clauses need. */
export interface Verb {
  /** "capture" */
  readonly base: string;
  readonly past: string;
  /** Past of several, where it is another. */
  readonly pastOfMany?: string;
  /** After "is": "capturing". */
  readonly ongoing: string;
}

/** How far it has come, and whether it is said not to be so. */
export interface Polarity {
  readonly realis: Realis;
  readonly neg: boolean;
}

type Form = (subject: Subject, verb: Verb) => string;
type Forms = Readonly<Record<Realis, { readonly yes: Form; readonly no: Form }>>;

const be = ({ isPlural }: Subject): string => (isPlural ? 'are' : 'is');
const were = ({ isPlural }: Subject): string => (isPlural ? 'were' : 'was');
const didNot: Form = ({ words }, { base }) => `${words} did not ${base}`;

const ACTIVE: Forms = {
  actual: {
    yes: ({ words, isPlural }, { past, pastOfMany = past }) => `${words} ${isPlural ? pastOfMany : past}`,
    no: didNot,
  },
  ongoing: {
    yes: (subject, { ongoing }) => `${subject.words} ${be(subject)} ${ongoing}`,
    no: (subject, { ongoing }) => `${subject.words} ${be(subject)} not ${ongoing}`,
  },
  attempted: { yes: ({ words }, { base }) => `${words} tried to ${base}`, no: didNot },
  planned: {
    yes: ({ words, isPlural }, { base }) => `${words} ${isPlural ? 'plan' : 'plans'} to ${base}`,
    no: ({ words, isPlural }, { base }) => `${words} ${isPlural ? 'do' : 'does'} not plan to ${base}`,
  },
  hypothetical: {
    yes: ({ words }, { base }) => `${words} might ${base}`,
    no: ({ words }, { base }) => `${words} might not ${base}`,
  },
};

/** "Russia did not capture". */
export const active = (subject: Subject, verb: Verb, { realis, neg }: Polarity): string =>
  ACTIVE[realis][neg ? 'no' : 'yes'](subject, verb);

/** "Vovchansk is being captured", for what nobody is named to have done. */
export function passive(subject: Subject, participle: string, { realis, neg }: Polarity): string {
  const not = neg ? ' not' : '';
  switch (realis) {
    case 'actual':
      return `${subject.words} ${were(subject)}${not} ${participle}`;
    case 'ongoing':
      return `${subject.words} ${be(subject)}${not} being ${participle}`;
    case 'attempted':
      return `${subject.words} ${were(subject)}${not} to be ${participle}`;
    case 'planned':
      return neg
        ? `There is no plan for ${subject.words} to be ${participle}`
        : `${subject.words} ${be(subject)} to be ${participle}`;
    case 'hypothetical':
      return `${subject.words} might${not} be ${participle}`;
  }
}
