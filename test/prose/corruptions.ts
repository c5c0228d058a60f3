import type { Language } from '../../src/domain/language.ts';
import type { GivenSentence } from '../../src/prose/check.ts';

/** A sentence that says something else than the facts that it cites. */
export interface Corruption extends GivenSentence {
  readonly how: string;
}

type Change = (text: string) => string | null;

const swap =
  (a: string, b: string): Change =>
  (text) => {
    const [first, second] = [new RegExp(`(?<!\\p{L})${a}`, 'gu'), new RegExp(`(?<!\\p{L})${b}`, 'gu')];
    if (!first.test(text) && !second.test(text)) return null;
    return text.replace(first, '\u0001').replace(second, a).replaceAll('\u0001', b);
  };
const replaced =
  (from: RegExp, to: string): Change =>
  (text) =>
    from.test(text) ? text.replace(from, to) : null;
const ended =
  (more: string): Change =>
  (text) =>
    `${text.replace(/[.]$/, '')}${more}.`;

const number: Change = (text) => {
  const found = /\d[\d,. {2}]*\d|\d/u.exec(text)?.[0];
  return found ? text.replace(found, String(Number(found.replace(/\D/g, '')) + 7)) : null;
};

const EN: Readonly<Record<string, Change>> = {
  'wrong number': number,
  'number in words': replaced(/\d[\d,.]*/, 'twelve'),
  'wrong scale': replaced(/\b(?:billion|million)\b/, 'trillion'),
  'wrong currency': replaced(/\$/, '€'),
  'lost bound': replaced(/(?:more than|over|nearly|about|up to) (?=\d)/i, ''),
  'swapped states': swap('Russian', 'Ukrainian'),
  'swapped states by name': swap('Russia(?!n)', 'Ukraine'),
  'other state': replaced(/Russian|Russia's/, 'Belarusian'),
  'other person': replaced(/Zelenskyy|Blinken|Syrskyi|Macron|Roll|Trump/, 'Putin'),
  'other place': replaced(/Kharkiv|Kyiv|Vovchansk|Donetsk|Kursk|Donbas/, 'Odesa'),
  'lost not': replaced(/ (?:do|does|did|is|are)? ?not /, ' '),
  'lost refusal': replaced(/have refused to send/, 'have sent'),
  'put in not': replaced(/ (have|has|is|are|was|were|will) /, ' $1 not '),
  'lost attribution': replaced(/^According to [^,]+, /, ''),
  'lost attribution at the end': replaced(/, [^,]+ said\.?$/, '.'),
  'claim as saying': replaced(/ claims? that /, ' said that '),
  'saying as claim': replaced(/ said (?:that )?/, ' claimed that '),
  'saying as denial': replaced(/ said (?:that )?/, ' denied that '),
  'planned as done': replaced(/ (?:may|will|could|would) (\p{L}+)/u, ' $1ed'),
  'plan as deed': replaced(/is considering whether to send|intention is to keep supplying/, 'sent'),
  'attempt as deed': replaced(/struggling to repel/, 'repelling'),
  'wish as deed': replaced(/(?:There is a wish to|There is readiness to) /, 'Somebody decided to '),
  'lost hedge': replaced(/ (?:it seems to go|seems to go)/, ' it goes'),
  because: ended(' because of the Russian offensive'),
  'in response': ended(' in response to the strikes'),
  afterwards: ended(' after the talks in Kyiv'),
  'led to': ended(', which led to heavy losses'),
  'a judgement': replaced(/ (attack|offensive|aid|troops|situation|strikes)/, ' brutal $1'),
  'an adverb': replaced(/ (have|has|is|are) /, ' $1 finally '),
  yesterday: ended(' yesterday'),
  'other day': ended(' on 3 March 2021'),
  'a weekday': ended(' on Sunday'),
  'opposite verb': replaced(/captured|launched|strengthening|passed|reinforcing/, 'lost'),
  'who sends to whom': replaced(/to Ukraine/, 'from Ukraine'),
  'whom it is for': swap('Ukraine', 'Russia(?!n)'),
  'passive with the wrong actor': (text) => {
    const [, actor, verb, whom] =
      /^((?:\p{L}+ ){1,2})(captured|bombarded|launched|met|passed) (.+?)\.?$/u.exec(text) ?? [];
    return actor && verb && whom ? `${actor}was ${verb} by ${whom}.` : null;
  },
  'who acts as who is acted on': replaced(
    /^((?:(?!was|were|been)\p{L}+ ){1,3})(?:have |has )?(captured|bombarded|launched|met|passed|hit|struck|dropped)(?=\P{L})/u,
    '$1were $2',
  ),
  'who is acted on as who acts': replaced(/(?:has|have) been (?=captured|bombarded|announced|sent|called)/, 'has '),
  'active with the wrong actor': replaced(
    /^(.+) (?:have|has) been (captured|bombarded|passed) by (.+?)\.?$/,
    '$1 $2 $3.',
  ),
};

const UK: Readonly<Record<string, Change>> = {
  'wrong number': number,
  'number in words': replaced(/\d[\d ]*/u, 'дванадцять '),
  'wrong scale': replaced(/млрд/, 'млн'),
  'lost bound': replaced(/(?:понад|майже|близько|до) (?=\d)/iu, ''),
  'swapped states': swap('осій', 'країнсь'),
  'swapped forces': replaced(/(?<!\p{L})[Рр]осійські (війська|сили)/u, 'Українські $1'),
  'swapped forces back': replaced(/(?<!\p{L})[Уу]країнські (війська|сили)/u, 'Російські $1'),
  'swapped states by name': replaced(/(?<!\p{L})Росія(?!\p{L})/u, 'Україна'),
  'other person': replaced(/Зеленськ(?:ий|ого)|Блінкена?|Сирський|Макрон|Ролл|Трамп/u, 'Путін'),
  'other place': replaced(/Харківськ|Києв|Вовчанськ|Донецьк|Курськ/u, 'Одеськ'),
  'lost not': replaced(/ не /u, ' '),
  'put in not': replaced(
    / (захопили|ухвалив|посилює|розпочали|почали|здійснив|займають|зміцнюють|запустила)/u,
    ' не $1',
  ),
  'lost attribution': replaced(/^За словами [^,]+, /u, ''),
  'claim as saying': replaced(/стверджу(?:є|ють)/u, 'повідомили'),
  'saying as claim': replaced(/ (?:заявив|сказав|повідомив)(?!\p{L})/u, ' стверджує'),
  'saying as denial': replaced(/ (?:заявив|сказав|повідомив)(?!\p{L})/u, ' заперечив'),
  'planned as done': replaced(/ (?:можуть|може|намір|розглядає можливість) /u, ' '),
  'lost hedge': replaced(/(?:, )?схоже, /u, ''),
  because: ended(' через російський наступ'),
  therefore: ended(', тому становище складне'),
  afterwards: ended(' після переговорів у Києві'),
  'in response': ended(' у відповідь на удари'),
  'a judgement': replaced(/ (атак|наступ|допомог|військ|удар)/u, ' жорстокий $1'),
  'other case': replaced(/війська захопили/u, 'військ захопили'),
  yesterday: ended(' вчора'),
  'other day': ended(' 3 березня 2021 р'),
  'opposite verb': replaced(/захопили|розпочали|почали|зміцнюють|ухвалив|посилює/u, 'втратили'),
};

const CHANGES: Readonly<Record<Language, Readonly<Record<string, Change>>>> = { en: EN, uk: UK };

/** Each sentence in each way in which it can be made to say something else, and with the facts of others. */
export function corrupted(
  sound: readonly GivenSentence[],
  language: Language,
  factCount: number,
): readonly Corruption[] {
  return sound.flatMap(({ text, facts }, nth) => {
    const other = ((facts[0] ?? 1) + 10 + nth) % factCount;
    const foreign = facts.includes(other + 1)
      ? []
      : [
          { how: 'foreign citation', text, facts: [other + 1] },
          { how: 'one citation too many', text, facts: [...facts, other + 1] },
          { how: 'no such fact', text, facts: [factCount + 5] },
        ];
    const changed = Object.entries(CHANGES[language]).flatMap(([how, change]) => {
      const wrong = change(text);
      return wrong === null || wrong === text ? [] : [{ how, text: wrong, facts }];
    });
    return [...changed, ...foreign];
  });
}
