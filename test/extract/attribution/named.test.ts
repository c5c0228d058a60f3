import { describe, expect, test } from 'vitest';
import { epiOf, voiceAt } from '../../../src/extract/attribution/attribution-at.ts';
import { heard, mentionsOf, type Named, read, voicesOf } from './voices.ts';

const NAMED: Readonly<Record<string, Named>> = {
  'Secretary of State Ada Brandt': { id: 'brandt', kind: 'person', role: 'secretary-of-state', side: 'US' },
  Brandt: { id: 'brandt', kind: 'person', side: 'US' },
  'Governor Lee Koval': { id: 'koval', kind: 'person', role: 'governor' },
  'Lee Koval': { id: 'koval', kind: 'person' },
  'President Kim': { id: 'kim', kind: 'person', role: 'president' },
  'Ruritanian troops': { id: 'XR', kind: 'force', slug: 'ruritanian-troops', side: 'XR' },
  'Ruritanian army': { id: 'XR', kind: 'force', slug: 'ruritanian-army', side: 'XR' },
  Ruritania: { id: 'XR', kind: 'country', side: 'XR' },
  'Observatory for Peace': { id: 'peace-watch', kind: 'organisation', slug: 'observatory-for-peace' },
  activists: { id: 'rebels', kind: 'group', naming: 'role', slug: 'activists' },
  Reuters: { id: 'reuters', kind: 'organisation', slug: 'reuters' },
  'Daily Press': { id: 'daily-press', kind: 'organisation', slug: 'daily-press' },
  'World Aid Agency': { id: 'waa', kind: 'organisation', slug: 'world-aid-agency' },
};

describe('names', () => {
  test.for([
    { text: 'US Secretary of State Ada Brandt announced [a package of aid].', who: 'brandt' },
    { text: 'A spokesman for President Kim said [talks would go on].', who: 'spokesman' },
    { text: 'The head of the region, Lee Koval, said [five people died].', who: 'koval' },
    { text: 'The commander, Lee Koval, told the BBC that [five people died].', who: 'koval' },
    { text: 'Ruritanian troops say [they took the hill].', who: 'ruritanian-troops' },
    { text: 'Ruritania said [it took the hill].', who: 'XR' },
    { text: 'Governor Lee Koval came by train. The governor said [five people died].', who: 'koval' },
    { text: 'The World Aid Agency has left. The agency says [five people died].', who: 'waa' },
    { text: 'The Ruritanian army fled. [Five people died], the army said.', who: 'ruritanian-army' },
    { text: 'The Observatory for Peace has left. The observatory says [five people died].', who: 'peace-watch' },
    { text: 'Troops fought rebels, and [five people died], activists said.', who: 'activists' },
    { text: '“It was late,” Lee Koval said, according to Daily Press.\n“[We sent food and tents].”', who: 'koval' },
    { text: 'A report by the World Aid Agency found that [five people died].', who: 'waa' },
    { text: '[Five people died], Reuters reported, citing Lee Koval.', who: 'koval' },
    { text: '[Five people died], Reuters reports.', who: 'reuters' },
    { text: '[Five people died], the World Aid Agency claims.', who: 'waa' },
    { text: 'It rained, and [five people died] amid the World Aid Agency reports.', who: null },
    { text: 'Lee Koval: “[We will hold the line until spring].”', who: 'koval' },
    { text: 'The attack on Ruritania: [Five people died].', who: null },
  ])('$text', ({ text, who }) => {
    expect(heard(text, 'en', NAMED).who).toBe(who);
  });
});

describe('headlines', () => {
  test.for([
    { title: 'Ruritania: 5 killed in strike', who: 'XR', asked: '5 killed in strike' },
    { title: 'Ruritania claims capture of hill', who: 'XR', asked: 'capture of hill' },
    { title: '5 killed in strike – Ruritanian army', who: 'ruritanian-army', asked: '5 killed in strike' },
    { title: 'Bridge is gone, says Lee Koval', who: 'koval', asked: 'Bridge is gone' },
    { title: 'Five killed in Ruritania', who: null, asked: 'Five killed' },
  ])('$title', ({ title, who, asked }) => {
    const document = read('It rains.', 'en', title);
    const start = title.indexOf(asked);
    const voices = voicesOf(document, mentionsOf(document, NAMED));
    expect(voiceAt({ start, end: start + asked.length }, voices, true)?.holder.who ?? null).toBe(who);
    expect(voiceAt({ start: 0, end: 9 }, voices)).toBeNull();
  });
});

describe('confirmation', () => {
  test.for([
    {
      text: 'Rebels said [the hill had fallen]. This could not be independently verified.',
      confirmation: 'unconfirmed',
    },
    {
      text: '[Five people died], officials said. The army has not confirmed these claims.',
      confirmation: 'unconfirmed',
    },
    { text: 'There were unconfirmed reports that [the hill had fallen].', confirmation: 'unconfirmed' },
    { text: 'Rebels said [the hill had fallen]. The army denied the claims.', confirmation: 'denied' },
    { text: 'The army confirmed that [the hill had fallen].', confirmation: 'confirmed' },
    { text: 'Rebels said [the hill had fallen]. It rained all day.', confirmation: null },
    { text: '[Five people died], officials said. The army denied a delay.', confirmation: null },
  ])('$text', ({ text, confirmation }) => {
    expect(heard(text, 'en').confirmation).toBe(confirmation);
  });
});

test.for([
  { text: 'The army reported the capture of the hill.', success: 'claimed', failure: 'acknowledged' },
  { text: 'The army said it took the hill.', success: 'claimed', failure: 'acknowledged' },
  { text: 'The army denied that it took the hill.', success: 'denied', failure: 'denied' },
  { text: 'The army reportedly took the hill.', success: 'attributed', failure: 'attributed' },
])('what somebody says of the own success is a claim, of the own failure an admission: $text', (told) => {
  const [said] = voicesOf(read(told.text, 'en')).attributions;
  if (said === undefined) throw new Error('nobody speaks');
  const plain = { neutral: 'attributed', deny: 'denied', report: 'attributed', unspecified: 'attributed' };
  expect([epiOf(said, 'success'), epiOf(said, 'failure')]).toEqual([told.success, told.failure]);
  expect(plain).toHaveProperty(said.verbClass, epiOf(said, null));
});
