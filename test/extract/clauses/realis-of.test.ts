import { expect, test } from 'vitest';
import { type Realis, realisOf } from '../../../src/extract/clauses/realis-of.ts';
import { analysed, LEXICON, predicateAt } from './analysed.ts';

const realisAt = (sentence: string, head: string): Realis => {
  const found = analysed(sentence);
  return realisOf(predicateAt(found, head), found.clauses, LEXICON.en);
};

test.for<readonly [sentence: string, head: string, realis: Realis['realis']]>([
  ['The rebels took the town.', 'took', 'actual'],
  ['Engineers managed to repair the dam.', 'repair', 'actual'],
  ['Troops are advancing on the port.', 'advancing', 'ongoing'],
  ['Planes continue to bomb the hills.', 'bomb', 'ongoing'],
  ['The army resumed its attack on the suburb.', 'attack', 'ongoing'],
  ['The militia tried to seize the radio station.', 'seize', 'attempted'],
  ['The army is fighting to retake the bridge.', 'retake', 'attempted'],
  ['Spain will deliver two boats.', 'deliver', 'planned'],
  ['Spain intends to deliver two boats.', 'deliver', 'planned'],
  ['The pope is to visit Iraq in March.', 'visit', 'planned'],
  ['The king is due to arrive in Oman.', 'arrive', 'planned'],
  ['The planned visit to Tunis drew criticism.', 'visit', 'planned'],
  ['Denmark said it would close its embassy.', 'close', 'planned'],
  ['The minister will attend a summit in Riga.', 'summit', 'planned'],
  ['Rebels to leave town by June', 'leave', 'planned'],
  ['Divers were able to reach the wreck.', 'reach', 'actual'],
  ['Fiji must pay the fine and withdraw its ships.', 'withdraw', 'hypothetical'],
  ['The cabinet is considering whether to send ships.', 'send', 'hypothetical'],
  ['Rebels may attack the capital.', 'attack', 'hypothetical'],
  ['Italy wants to send a frigate.', 'send', 'hypothetical'],
  ['The council called for a withdrawal from the zone.', 'withdrawal', 'hypothetical'],
  ['Sweden is considering sending boats.', 'sending', 'hypothetical'],
  ['If the rebels attack the town, many will flee.', 'attack', 'hypothetical'],
  ['The threat of an invasion keeps tourists away.', 'invasion', 'hypothetical'],
])('%s %s is %s', ([sentence, head, realis]) => {
  expect(realisAt(sentence, head).realis).toBe(realis);
});

test.for<readonly [sentence: string, head: string, neg: boolean]>([
  ['No civilians were killed.', 'killed', true],
  ['The mortar killed no one.', 'killed', true],
  ['There were no casualties.', 'casualties', true],
  ['The troops did not leave the base.', 'leave', true],
  ["The troops won't leave the base.", 'leave', true],
  ['The ship has yet to reach Djibouti.', 'reach', true],
  ['The rebels no longer hold the pass.', 'hold', true],
  ['The army denied shelling the camp.', 'shelling', true],
  ['The army denied that it shelled the camp.', 'shelled', true],
  ['The general failed to take the hill.', 'take', true],
  ['They left without firing a shot.', 'firing', true],
  ['Patrols prevented an attack on the train.', 'attack', true],
  ['The army did not deny shelling the camp.', 'shelling', false],
  ['The president did not visit Peru until 2011.', 'visit', false],
  ['The troops left the base.', 'left', false],
  ['The rebels did not respond to the attack.', 'attack', false],
])('%s %s: negated %s', ([sentence, head, neg]) => {
  expect(realisAt(sentence, head).neg).toBe(neg);
});

test.for<readonly [sentence: string, head: string, refused: boolean]>([
  ['The president called off his visit to Cairo.', 'visit', true],
  ['The visit to Cairo was cancelled.', 'visit', true],
  ['Hungary refused to send troops.', 'send', true],
  ['Parliament has suspended aid to the region.', 'aid', true],
  ['Hungary agreed to send troops.', 'send', false],
  ['The president began his visit to Cairo.', 'visit', false],
])('%s %s: refused %s', ([sentence, head, refused]) => {
  expect(realisAt(sentence, head)).toMatchObject({ refused, neg: false });
});

test.for<readonly [sentence: string, head: string, tense: Realis['tense']]>([
  ['The rebels took the town.', 'took', 'past'],
  ['The rebels have taken the town.', 'taken', 'past'],
  ['The rebels hold the town.', 'hold', 'present'],
  ['The rebels will take the town.', 'take', 'future'],
  ['The rebels were trying to take the town.', 'take', 'past'],
])('%s %s: %s', ([sentence, head, tense]) => {
  expect(realisAt(sentence, head).tense).toBe(tense);
});
