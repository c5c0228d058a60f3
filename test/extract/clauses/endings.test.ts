import { describe, expect, test } from 'vitest';
import { realisOf } from '../../../src/extract/clauses/realis-of.ts';
import { analysed, LEXICON, predicateAt, rolesOf } from './analysed.ts';

type Language = 'ru' | 'uk';
type Roles = Readonly<Record<string, string>>;

describe('roles', () => {
  test.for<readonly [language: Language, sentence: string, head: string, roles: Roles]>([
    ['ru', 'Армия Чада заняла город в пустыне.', 'заняла', { subject: 'Армия Чада', object: 'город', в: 'пустыне' }],
    ['ru', 'Министр Лавров прибыл в Анкару из Баку.', 'прибыл', { subject: 'Министр Лавров', в: 'Анкару', из: 'Баку' }],
    ['ru', 'В четверг премьер посетил порт.', 'посетил', { subject: 'премьер', object: 'порт' }],
    ['ru', 'Мост разрушен, сообщил губернатор.', 'сообщил', { subject: 'губернатор' }],
    ['ru', 'Вывод войск из Мали начался.', 'Вывод', { of: 'войск', из: 'Мали' }],
    ['ru', 'После обстрела рынка погибли люди.', 'обстрела', { of: 'рынка' }],
    [
      'uk',
      'Армія Чаду захопила місто біля озера.',
      'захопила',
      { subject: 'Армія Чаду', object: 'місто', біля: 'озера' },
    ],
    ['uk', 'Президент прибув до Варшави.', 'прибув', { subject: 'Президент', до: 'Варшави' }],
    ['uk', 'Візит міністра до Праги тривав два дні.', 'Візит', { of: 'міністра', до: 'Праги' }],
  ])('%s: %s %s', ([language, sentence, head, roles]) => {
    expect(rolesOf(sentence, head, language)).toMatchObject(roles);
  });
});

describe('realis', () => {
  test.for<readonly [language: Language, sentence: string, head: string, realis: string, neg: boolean]>([
    ['ru', 'Армия заняла город.', 'заняла', 'actual', false],
    ['ru', 'Армия не заняла город.', 'заняла', 'actual', true],
    ['ru', 'Армия будет охранять мост.', 'охранять', 'planned', false],
    ['ru', 'Франция планирует передать два катера.', 'передать', 'planned', false],
    ['ru', 'Повстанцы пытались захватить порт.', 'захватить', 'attempted', false],
    ['ru', 'Повстанцы могут захватить порт.', 'захватить', 'hypothetical', false],
    ['ru', 'Если армия уйдёт, повстанцы захватят порт.', 'захватят', 'hypothetical', false],
    ['ru', 'Корабль прошёл без обстрела.', 'обстрела', 'actual', true],
    ['uk', 'Армія не захопила місто.', 'захопила', 'actual', true],
    ['uk', 'Франція планує передати два катери.', 'передати', 'planned', false],
    ['uk', 'Повстанці намагалися захопити порт.', 'захопити', 'attempted', false],
    ['uk', 'Повстанці можуть захопити порт.', 'захопити', 'hypothetical', false],
  ])('%s: %s %s is %s, negated %s', ([language, sentence, head, realis, neg]) => {
    const found = analysed(sentence, language);
    const predicate = predicateAt(found, head);
    expect(realisOf(predicate, found.clauses, LEXICON[language])).toMatchObject({ realis, neg });
  });

  test('a participle without an auxiliary is passive', () => {
    expect(predicateAt(analysed('Мост разрушен.', 'ru'), 'разрушен')).toMatchObject({ passive: true, tense: 'past' });
  });
});
