import { expect, test } from 'vitest';
import { relaysIn } from '../../src/ingest/relays.ts';
import { lexicon } from './support.ts';

test.for([
  { text: 'The bridge is closed. (Reuters)', relays: ['Reuters'] },
  { text: 'The bridge is closed, according to the BBC.', relays: ['BBC'] },
  { text: 'As reported by the state news agency TASS, the bridge is closed.', relays: ['TASS'] },
  { text: 'The governor told AFP that the bridge is closed.', relays: ['Agence France-Presse'] },
  { text: 'Source: Klix', relays: ['Klix'] },
  { text: 'The bridge is closed, The Washington Post reported.', relays: ['The Washington Post'] },
  {
    text: 'Radio Free Europe/Radio Liberty reported a fire, and RFE/RL said so again.',
    relays: ['Radio Free Europe/Radio Liberty'],
  },
  { text: 'Про це повідомляє Укрінформ.', relays: ['Ukrinform'] },
  { text: 'Об этом сообщает агентство Интерфакс со ссылкой на губернатора.', relays: ['Interfax'] },
  { text: 'MOSCOW, May 15. /TASS/. The bridge is closed.', relays: ['TASS'] },
  { text: 'First CNN reported it, then the Guardian reported it.', relays: ['CNN', 'The Guardian'] },
  { text: 'Reporters of CNN were in the town.', relays: [] },
  { text: 'They stood in the sun. The hill was reported to be quiet.', relays: [] },
  { text: 'A person with time told him: "Time is short."', relays: [] },
  { text: 'Photo (Getty Images)', relays: [] },
  { text: 'He was told. Reuters has an office there.', relays: [] },
])('$text', ({ text, relays }) => {
  expect(relaysIn(text, null, lexicon)).toEqual(relays);
});

test('an outlet does not relay itself', () => {
  expect(relaysIn('The governor told Reuters so, CNN reported.', 'Reuters UK', lexicon)).toEqual(['CNN']);
});
