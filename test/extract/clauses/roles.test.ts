import { describe, expect, test } from 'vitest';
import { rolesOf } from './analysed.ts';

type Case = readonly [sentence: string, head: string, roles: Readonly<Record<string, string>>];

const CASES: Readonly<Record<string, readonly Case[]>> = {
  'active clauses': [
    [
      'The rebels seized two villages near the border.',
      'seized',
      { subject: 'The rebels', object: 'two villages', near: 'the border' },
    ],
    [
      'Government forces pulled back from the hills on Monday.',
      'pulled',
      { subject: 'Government forces', from: 'the hills', on: 'Monday' },
    ],
    [
      'Norway will send Moldova twelve ambulances.',
      'send',
      { subject: 'Norway', object: 'twelve ambulances', to: 'Moldova' },
    ],
    ['The ferry left the island Tuesday.', 'left', { subject: 'The ferry', object: 'the island', '': 'Tuesday' }],
    [
      'Heavily armed men attacked a convoy with rockets.',
      'attacked',
      { subject: 'armed men', object: 'a convoy', with: 'rockets' },
    ],
    [
      'In the north, soldiers from Chad crossed the river.',
      'crossed',
      { subject: 'soldiers', object: 'the river', in: 'the north', from: 'Chad' },
    ],
    [
      'The Iran-backed militia shelled a market.',
      'shelled',
      { subject: 'The Iran-backed militia', object: 'a market' },
    ],
    [
      'IS fighters drove the army back to the coast.',
      'drove',
      { subject: 'IS fighters', object: 'the army', to: 'the coast' },
    ],
  ],
  passives: [
    [
      'Three bridges were destroyed by the retreating army.',
      'destroyed',
      { subject: 'Three bridges', agent: 'the retreating army' },
    ],
    [
      'The garrison was driven back by tribal fighters near Ataq.',
      'driven',
      { subject: 'The garrison', agent: 'tribal fighters', near: 'Ataq' },
    ],
    [
      'At least nine people have been killed and 14 wounded in the clashes.',
      'wounded',
      { subject: '14', in: 'the clashes' },
    ],
    ['The airport is being evacuated.', 'evacuated', { subject: 'The airport' }],
    ['Grain bought by Egypt was unloaded in Alexandria.', 'bought', { subject: 'Grain', agent: 'Egypt' }],
    ['Grain bought by Egypt was unloaded in Alexandria.', 'unloaded', { subject: 'Grain', in: 'Alexandria' }],
    [
      'The journalist was said to be beheaded by the group.',
      'beheaded',
      { subject: 'The journalist', agent: 'the group' },
    ],
    [
      'Police were attacked with petrol bombs by the crowd.',
      'attacked',
      { subject: 'Police', with: 'petrol bombs', agent: 'the crowd' },
    ],
  ],
  'inverted and inserted speech': [
    ['The town has fallen, said the head of the district.', 'said', { subject: 'the head' }],
    ['The dam will hold, said Maria Lopez, the governor of the province.', 'said', { subject: 'Maria Lopez' }],
    ['"We are leaving the valley," the commander said.', 'said', { subject: 'the commander' }],
    ['The bridge, he added, has been repaired.', 'repaired', { subject: 'The bridge' }],
    ['The bridge, he added, has been repaired.', 'added', { subject: 'he' }],
    ['Two planes were shot down, the ministry reported.', 'reported', { subject: 'the ministry' }],
    ['Officials said rebels attacked the port.', 'attacked', { subject: 'rebels', object: 'the port' }],
    ['Officials said rebels attacked the port.', 'said', { subject: 'Officials' }],
    ['The mayor told reporters that the water was safe.', 'told', { subject: 'The mayor', object: 'reporters' }],
    [
      'LIMA (AFP) - The president of Peru dissolved the congress.',
      'dissolved',
      { subject: 'The president', object: 'the congress' },
    ],
  ],
  'relative clauses and participles': [
    [
      'The militants, who crossed from Niger, have burned a school.',
      'burned',
      { subject: 'The militants', object: 'a school' },
    ],
    [
      'The militants, who crossed from Niger, have burned a school.',
      'crossed',
      { subject: 'The militants', from: 'Niger' },
    ],
    ['The soldiers that took the hill left yesterday.', 'left', { subject: 'The soldiers' }],
    ['The soldiers that took the hill left yesterday.', 'took', { subject: 'The soldiers', object: 'the hill' }],
    ['The tanks Poland delivered were old.', 'delivered', { subject: 'Poland', object: 'The tanks' }],
    ['Troops stationed in Gao have fired on protesters.', 'fired', { subject: 'Troops', on: 'protesters' }],
    ['Troops stationed in Gao have fired on protesters.', 'stationed', { subject: 'Troops', in: 'Gao' }],
    ['Missiles supplied by Iran were used against the ships.', 'supplied', { subject: 'Missiles', agent: 'Iran' }],
    [
      'The navy sank a boat carrying weapons to Yemen.',
      'carrying',
      { subject: 'a boat', object: 'weapons', to: 'Yemen' },
    ],
    ['The rocket hit a hospital, killing four nurses.', 'killing', { subject: 'The rocket', object: 'four nurses' }],
    ['The group known as the Front has taken the city.', 'taken', { subject: 'The group', object: 'the city' }],
    ['Rebels hold the town where the treaty was signed.', 'signed', { subject: 'the treaty' }],
  ],
  'nouns of events': [
    ["France's withdrawal from Mali ended in August.", 'withdrawal', { possessor: 'France', from: 'Mali' }],
    [
      'The Ethiopian withdrawal from the town surprised many.',
      'withdrawal',
      { possessor: 'Ethiopian', from: 'the town' },
    ],
    ['The capture of Goma by the rebels alarmed Kinshasa.', 'capture', { of: 'Goma', agent: 'the rebels' }],
    [
      'The militia carried out an attack on the base near Basra.',
      'attack',
      { subject: 'The militia', on: 'the base', near: 'Basra' },
    ],
    ['An attack on the base was carried out by the militia.', 'attack', { on: 'the base', subject: 'the militia' }],
    ['Months of shelling by government troops destroyed the suburb.', 'shelling', { agent: 'government troops' }],
    ['Heavy shelling of Tripoli continued.', 'shelling', { of: 'Tripoli' }],
    ['The death of three children in a blast shocked the nation.', 'death', { of: 'three children', in: 'a blast' }],
    [
      'His visit to Ankara for talks with the president was short.',
      'visit',
      { possessor: 'His', to: 'Ankara', for: 'talks' },
    ],
    ['His visit to Ankara for talks with the president was short.', 'talks', { with: 'the president' }],
    ['The delivery of wheat to Sudan has begun.', 'delivery', { of: 'wheat', to: 'Sudan' }],
  ],
  'control verbs': [
    ['The general ordered his men to leave the fort.', 'leave', { subject: 'his men', object: 'the fort' }],
    [
      'Turkey plans to build a wall along the border.',
      'build',
      { subject: 'Turkey', object: 'a wall', along: 'the border' },
    ],
    [
      'The cabinet agreed to lend the island 40 million euros.',
      'lend',
      { subject: 'The cabinet', to: 'the island', object: '40 million euros' },
    ],
    ['The army denied shelling the camp.', 'shelling', { subject: 'The army', object: 'the camp' }],
    [
      'Peacekeepers stopped the militia from entering the village.',
      'entering',
      { subject: 'the militia', object: 'the village' },
    ],
    ['They accused Rwanda of arming the rebels.', 'arming', { subject: 'Rwanda', object: 'the rebels' }],
    ["Serbia's attempt to retake the post failed.", 'retake', { subject: 'Serbia', object: 'the post' }],
    ['The minister is expected to travel to Doha.', 'travel', { subject: 'The minister', to: 'Doha' }],
    ['The envoy is ready to meet the rebels.', 'meet', { subject: 'The envoy', object: 'the rebels' }],
    [
      'Japan is considering sending ships to the gulf.',
      'sending',
      { subject: 'Japan', object: 'ships', to: 'the gulf' },
    ],
    ['Soldiers were ordered to guard the station.', 'guard', { subject: 'Soldiers', object: 'the station' }],
  ],
  coordination: [
    ['Chad, Niger and Mali sent troops.', 'sent', { subject: 'Chad, Niger and Mali', object: 'troops' }],
    ['The rebels stormed the prison and freed the inmates.', 'freed', { subject: 'The rebels', object: 'the inmates' }],
    ['Jets bombed the depot and the army advanced on the town.', 'advanced', { subject: 'the army', on: 'the town' }],
    ['Jets bombed the depot and the army advanced on the town.', 'bombed', { subject: 'Jets', object: 'the depot' }],
    ['Protests have spread to Idlib and Hama.', 'spread', { subject: 'Protests', to: 'Idlib and Hama' }],
    [
      'The council wants to open the road and rebuild the bridge.',
      'rebuild',
      { subject: 'The council', object: 'the bridge' },
    ],
    ['Canada gave tents, blankets and food.', 'gave', { subject: 'Canada', object: 'tents, blankets and food' }],
  ],
  headlines: [
    ['Armenia captures border village', 'captures', { subject: 'Armenia', object: 'border village' }],
    ['Rebels seize airport, says governor', 'seize', { subject: 'Rebels', object: 'airport' }],
    ['Rebels seize airport, says governor', 'says', { subject: 'governor' }],
    ['Troops pulled from northern Mali', 'pulled', { subject: 'Troops', from: 'northern Mali' }],
    ['Town recaptured by loyalist forces', 'recaptured', { subject: 'Town', agent: 'loyalist forces' }],
    ['12 killed, 30 wounded in market blast', 'wounded', { subject: '30', in: 'market blast' }],
  ],
  'subordinate clauses': [
    ['If the talks fail, Israel could invade Lebanon.', 'invade', { subject: 'Israel', object: 'Lebanon' }],
    ['After the army left, looters entered the shops.', 'entered', { subject: 'looters', object: 'the shops' }],
    ['Speaking in Geneva, the envoy condemned the raid.', 'Speaking', { subject: 'the envoy', in: 'Geneva' }],
    [
      'While the president slept, rebels surrounded the palace.',
      'surrounded',
      { subject: 'rebels', object: 'the palace' },
    ],
    ['The port reopened after engineers removed the mines.', 'removed', { subject: 'engineers', object: 'the mines' }],
  ],
};

describe.each(Object.entries(CASES))('%s', (_, cases) => {
  test.for(cases.map(([sentence, head, roles]) => ({ sentence, head, roles })))(
    '$head: $sentence',
    ({ sentence, head, roles }) => {
      expect(rolesOf(sentence, head)).toMatchObject(roles);
    },
  );
});
