import { describe, expect, test } from 'vitest';
import { createFramesLexicon, FRAME_TYPES, FramesFile, type FrameType } from '../../../src/extract/frames/lexicon.ts';
import { matchEntries } from '../../../src/extract/frames/match.ts';
import { stem, tagCyrillic } from '../../../src/extract/language/cyrillic.ts';
import { lexiconFile } from '../../support/lexicon-file.ts';

type Language = 'ru' | 'uk';

const fileOf = (language: string): FramesFile => FramesFile.parse(lexiconFile(`${language}/frames.json`));

const lexicons = { ru: createFramesLexicon(fileOf('ru'), stem), uk: createFramesLexicon(fileOf('uk'), stem) };

const tokensOf = (text: string) => tagCyrillic(text).flat();

/** `type tag` of every trigger in the text. */
const triggersIn = (language: Language, text: string): readonly string[] =>
  FRAME_TYPES.flatMap((type) =>
    matchEntries(tokensOf(text), lexicons[language].triggers[type]).map(({ tag }) => `${type} ${tag}`),
  );

const classesIn = (language: Language, text: string): readonly string[] =>
  matchEntries(tokensOf(text), lexicons[language].classes).map(({ tag }) => tag);

interface Case {
  readonly text: string;
  /** `type tag` of triggers that have to be found. */
  readonly triggers: readonly string[];
  /** Classes that have to be found. */
  readonly classes: readonly string[];
}

const RUSSIAN: readonly Case[] = [
  {
    text: 'Повстанцы захватили два села у границы.',
    triggers: ['move capture'],
    classes: ['force', 'settlement'],
  },
  {
    text: 'Правительственные войска были выведены из столицы.',
    triggers: ['move withdraw'],
    classes: ['force', 'settlement'],
  },
  {
    text: 'Третья бригада продвинулась к окраине города.',
    triggers: ['move advance'],
    classes: ['force', 'settlement'],
  },
  {
    text: 'Миротворцы размещены вдоль трассы.',
    triggers: ['move deploy'],
    classes: ['force', 'settlement'],
  },
  {
    text: 'Пехота удерживает высоту над рекой.',
    triggers: ['move hold'],
    classes: ['force', 'settlement'],
  },
  { text: 'Армия стягивает танки к проливу.', triggers: ['move mass'], classes: ['force', 'tank'] },
  {
    text: 'Ополченцы утратили контроль над перевалом.',
    triggers: ['move lose'],
    classes: ['force', 'settlement'],
  },
  { text: 'Гарнизон усилен двумя батальонами.', triggers: ['move reinforce'], classes: ['force'] },
  {
    text: 'Ночью по порту было выпущено шесть ракет.',
    triggers: ['strike strike'],
    classes: ['missile', 'building'],
  },
  {
    text: 'Беспилотники атаковали нефтебазу.',
    triggers: ['strike strike'],
    classes: ['drone', 'building'],
  },
  {
    text: 'Рынок обстреляли из миномётов.',
    triggers: ['strike strike'],
    classes: ['mortar', 'building'],
  },
  {
    text: 'Канцлер посетит лагерь беженцев на юге страны.',
    triggers: ['visit visit', 'impact displaced'],
    classes: ['leader', 'displaced'],
  },
  {
    text: 'Министры встретились в Женеве и обсудили обмен.',
    triggers: ['visit meeting'],
    classes: ['leader'],
  },
  {
    text: 'Поездка премьера отменена из-за бури.',
    triggers: ['visit visit', 'visit cancelled'],
    classes: ['leader'],
  },
  {
    text: 'Парламент одобрил кредит на закупку зерна.',
    triggers: ['aid approved', 'aid delivering'],
    classes: ['aid', 'relief'],
  },
  {
    text: 'Норвегия пообещала передать гаубицы и снаряды.',
    triggers: ['aid pledged', 'aid delivered'],
    classes: ['ordnance', 'artillery'],
  },
  {
    text: 'Вашингтон приостановил поставки боеприпасов.',
    triggers: ['aid suspended', 'aid delivering'],
    classes: ['aid', 'ordnance'],
  },
  {
    text: 'При взрыве на вокзале погибли девять человек, ещё двое ранены.',
    triggers: ['impact killed', 'impact injured', 'strike strike'],
    classes: ['people', 'building'],
  },
  {
    text: 'Из затопленных районов эвакуированы тысячи жителей.',
    triggers: ['impact displaced', 'impact damage'],
    classes: ['people', 'settlement'],
  },
  {
    text: 'Разрушены школа и мост, посёлок обесточен.',
    triggers: ['impact damage'],
    classes: ['building', 'settlement'],
  },
];

const UKRAINIAN: readonly Case[] = [
  { text: 'Повстанці захопили аеродром.', triggers: ['move capture'], classes: ['force', 'building'] },
  {
    text: 'Урядові війська відступили з двох селищ.',
    triggers: ['move withdraw'],
    classes: ['force', 'settlement'],
  },
  {
    text: 'Колона просувається до передмістя.',
    triggers: ['move advance'],
    classes: ['force', 'settlement'],
  },
  { text: 'До столиці перекинуто бригаду десантників.', triggers: ['move deploy'], classes: ['force'] },
  {
    text: 'Прикордонники утримують острів.',
    triggers: ['move hold'],
    classes: ['force', 'settlement'],
  },
  {
    text: 'Біля кордону зосереджено сто тисяч солдатів.',
    triggers: ['move mass'],
    classes: ['force', 'settlement'],
  },
  {
    text: 'Ополченці втратили позиції на пагорбі.',
    triggers: ['move lose'],
    classes: ['force', 'settlement'],
  },
  { text: 'Командування посилило гарнізон.', triggers: ['move reinforce'], classes: ['force'] },
  {
    text: 'Уночі в підстанцію влучила балістична ракета.',
    triggers: ['strike strike'],
    classes: ['missile', 'building'],
  },
  {
    text: 'Над морем збито одинадцять безпілотників.',
    triggers: ['strike strike'],
    classes: ['drone'],
  },
  {
    text: 'Бойовики обстріляли ринок з гармат.',
    triggers: ['strike strike'],
    classes: ['artillery', 'force', 'building'],
  },
  { text: 'Король відвідав поранених у шпиталі.', triggers: ['visit visit'], classes: ['leader', 'casualty'] },
  {
    text: 'Держсекретар зустрінеться з еміром у п’ятницю.',
    triggers: ['visit meeting'],
    classes: ['leader'],
  },
  {
    text: 'Візит делегації скасовано.',
    triggers: ['visit visit', 'visit cancelled'],
    classes: ['leader', 'summit'],
  },
  {
    text: 'Сейм схвалив новий пакет допомоги.',
    triggers: ['aid approved', 'aid announced'],
    classes: ['aid'],
  },
  {
    text: 'Данія надала намети й генератори.',
    triggers: ['aid delivered'],
    classes: ['relief'],
  },
  {
    text: 'Берлін відмовився постачати винищувачі.',
    triggers: ['aid refused', 'aid delivering'],
    classes: ['ordnance'],
  },
  {
    text: 'Унаслідок вибуху загинуло четверо шахтарів, семеро поранено.',
    triggers: ['impact killed', 'impact injured', 'strike strike'],
    classes: ['casualty'],
  },
  {
    text: 'З долини евакуювали сотні родин.',
    triggers: ['impact displaced'],
    classes: ['people', 'settlement'],
  },
  {
    text: 'Пошкоджено лікарню та дев’ять будинків.',
    triggers: ['impact damage'],
    classes: ['building'],
  },
];

/** Sentences of everyday news: none of these words may be taken for an event. */
const NOTHING: readonly (readonly [Language, string])[] = [
  ['ru', 'После семи лет учёбы он снова пишет при свече.'],
  ['ru', 'Ранее газета сравнила цены на хлеб и молоко.'],
  ['ru', 'Через несколько минут начался второй тайм.'],
  ['uk', 'Торік над морем було тепліше, ніж цього року.'],
  ['uk', 'Про погоду на завтра розповіли перед новинами.'],
  ['uk', 'Рік тому тут росли троє старих дубів.'],
];

describe.each([
  ['ru', RUSSIAN],
  ['uk', UKRAINIAN],
] as const)('%s', (language, cases) => {
  test.each(cases)('$text', ({ text, triggers, classes }) => {
    expect(triggersIn(language, text)).toEqual(expect.arrayContaining([...triggers]));
    expect(classesIn(language, text)).toEqual(expect.arrayContaining([...classes]));
  });

  test('has the tags of the English file: weights are learned by tag', () => {
    const tags = (file: FramesFile, type: FrameType) => Object.keys(file.triggers[type]).toSorted();
    const [english, ours] = [fileOf('en'), fileOf(language)];
    expect(Object.keys(ours.classes).toSorted()).toEqual(Object.keys(english.classes).toSorted());
    for (const type of FRAME_TYPES) expect(tags(ours, type)).toEqual(tags(english, type));
  });

  test('lists no stem twice under a tag', () => {
    const { classes, triggers } = fileOf(language);
    const lists = [classes, ...Object.values(triggers)].flatMap((groups) => Object.values(groups));
    for (const words of lists) {
      const stems = words.map((word) =>
        word
          .toLowerCase()
          .split(/(?<=[~ ])/)
          .map(stemOf)
          .join(''),
      );
      expect(words.filter((_, at) => stems.indexOf(stems[at] ?? '') !== at)).toEqual([]);
    }
  });
});

const stemOf = (word: string): string => stem(word.replace(/[~ ]$/, '')) + (/[~ ]$/.exec(word)?.[0] ?? '');

test.each(NOTHING)('%s: nothing happens in "%s"', (language, text) => {
  expect(triggersIn(language, text)).toEqual([]);
});
