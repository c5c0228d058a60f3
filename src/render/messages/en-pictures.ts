import type { PictureMessages } from './picture-messages.ts';
import { plurals } from './plural.ts';

const plural = plurals('en');

export const enPictures: PictureMessages = {
  action: {
    advance: 'offensive or advance',
    capture: 'capture',
    withdraw: 'withdrawal',
    deploy: 'deployment',
    reinforce: 'reinforcement',
    mass: 'massing of forces',
    hold: 'holding or defence',
    lose: 'loss',
  },
  harm: {
    displaced: 'displaced',
    killed: 'killed',
    injured: 'injured',
    casualties: 'killed or injured',
    damage: 'damaged',
  },
  leftOut: (reasons) => `Not in the picture: ${reasons.join('; ')}.`,
  reason: {
    nowhere: (n) => `${n} without a place that can be shown`,
    undated: (n) => `${n} without a day that can be shown`,
    notDone: (n) => `${n} not carried out, or not yet`,
    uncounted: (n) => `${n} without a number`,
    otherCount: (n) => `${n} that ${plural(n, { one: 'counts', other: 'count' })} something else`,
    revised: (n) => `${n} revised since by the same source`,
    doubted: (n) => `${n} denied or doubted`,
    quoted: (n) => `${n} quoted only`,
  },
  map: 'Map',
  chart: 'Chart',
};
