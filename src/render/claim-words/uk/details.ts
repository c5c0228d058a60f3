import type { Claim, ClaimOf } from '../../../domain/claim.ts';
import { amountWords } from '../../figure-words.ts';
import { articleWords, countedWords, givenWords, kindTold, listWords, namesOf, type WordsContext } from '../context.ts';

type Label = string;
/** What is told of one slot; '' where the slot is empty. */
type Detail = readonly [label: Label, words: string];

const WEAPONS: Readonly<Record<ClaimOf<'strike'>['weapon'][number], string>> = {
  missile: 'ракети',
  drone: 'дрони',
  bomb: 'бомби',
  artillery: 'артилерія',
  rocket: 'реактивні снаряди',
  mortar: 'міномети',
  tank: 'танки',
  gunfire: 'стрілецька зброя',
  explosive: 'вибухівка',
};

const KINDS: Readonly<Record<NonNullable<ClaimOf<'aid'>['kind']>, string>> = {
  military: 'військова',
  financial: 'фінансова',
  humanitarian: 'гуманітарна',
  training: 'навчання',
  permission: 'дозвіл на застосування зброї',
  political: 'політична підтримка',
};

/** Every slot with its name, so that names stand in the nominative whatever they are. */
export function detailsOf(claim: Claim, context: WordsContext): readonly Detail[] {
  switch (claim.type) {
    case 'aid':
      return aid(claim, context);
    case 'move':
      return move(claim, context);
    case 'strike':
      return strike(claim, context);
    case 'visit':
      return visit(claim, context);
    case 'impact':
      return impact(claim, context);
    case 'statement':
      return [['тема', said(claim.topic, context)]];
  }
}

const one = (ref: string | null | undefined): readonly string[] => (ref == null ? [] : [ref]);
const said = (words: string | undefined, context: WordsContext): string =>
  words === undefined ? '' : articleWords(words, context);

function counted({ count }: Pick<ClaimOf<'move'>, 'count'>, context: WordsContext): Detail {
  return ['кількість', count ? countedWords(count, context) : ''];
}

function aid(claim: ClaimOf<'aid'>, context: WordsContext): readonly Detail[] {
  const { donor, recipient, requester, amount, place = [] } = claim;
  const kind = kindTold(claim);
  return [
    ['вид', kind === undefined ? '' : KINDS[kind]],
    ['надавач', namesOf(donor, context)],
    ['отримувач', namesOf(one(recipient), context)],
    ['хто просить', namesOf(one(requester), context)],
    ['сума', amount ? amountWords(amount, context.language) : ''],
    ['що саме', listWords(givenWords(claim, context.language), context.language)],
    counted(claim, context),
    ['місце', namesOf(place, context)],
  ];
}

function move(claim: ClaimOf<'move'>, context: WordsContext): readonly Detail[] {
  return [
    ['сторона', namesOf(one(claim.actor), context)],
    ['місце', namesOf(claim.place, context)],
    ['звідки', namesOf(claim.from ?? [], context)],
    ['куди', namesOf(claim.to ?? [], context)],
    counted(claim, context),
  ];
}

function strike(claim: ClaimOf<'strike'>, context: WordsContext): readonly Detail[] {
  const weapons = claim.weapon.map((weapon) => WEAPONS[weapon]);
  return [
    ['хто атакує', namesOf(one(claim.actor), context)],
    ['місце', namesOf(claim.place, context)],
    ['ціль', said(claim.target, context)],
    ['зброя', listWords(weapons, context.language)],
    counted(claim, context),
  ];
}

function visit(claim: ClaimOf<'visit'>, context: WordsContext): readonly Detail[] {
  return [
    [claim.visitor.length > 1 ? 'учасники' : 'учасник', namesOf(claim.visitor, context)],
    ['місце', namesOf(claim.place, context)],
    ['інша сторона', namesOf(claim.host, context)],
    ['мета', said(claim.purpose, context)],
    counted(claim, context),
  ];
}

function impact(claim: ClaimOf<'impact'>, context: WordsContext): readonly Detail[] {
  return [
    counted(claim, context),
    ['хто або що', said(claim.who, context)],
    ['місце', namesOf(claim.place, context)],
    ['причина', said(claim.cause, context)],
  ];
}
