import { counted } from './counted.ts';
import type { PictureWords } from './words.ts';

const count = counted('en');

const map: PictureWords['map'] = {
  kind: { move: 'troop move', strike: 'strike', visit: 'visit', aid: 'aid', impact: 'harm to people' },
  confirmation: { confirmed: 'confirmed', reported: 'reported', claimed: 'claimed by one side', denied: 'denied' },
  area: 'somewhere in the area',
  several: 'number of events',
  more: 'further events',
  nearby: 'places shown as one',
  disputed: 'disputed border',
  nobody: 'side not named',
  km: (n) => `${n} km`,
  credit: 'Map: Natural Earth, GeoNames',
  none: 'No place to show.',
};

const aid: PictureWords['aid'] = {
  status: {
    requested: 'requested',
    proposed: 'proposed',
    pledged: 'pledged',
    approved: 'approved',
    announced: 'announced',
    delivering: 'being delivered',
    delivered: 'delivered',
    refused: 'refused',
    suspended: 'suspended',
  },
  furtherDonors: (n) => `and ${count(n, { one: 'more donor', other: 'more donors' })}`,
  otherCurrencies: (codes) => `Also in other currencies, not shown: ${codes}`,
  withoutSum: (n) => `${count(n, { one: 'package', other: 'packages' })} without a sum not shown`,
  none: 'No sums to show.',
};

const counts: PictureWords['counts'] = {
  furtherGivers: (n) => `and ${count(n, { one: 'more source', other: 'more sources' })}`,
  none: 'No figures to show.',
};

const visits: PictureWords['visits'] = {
  status: { planned: 'planned', under_way: 'under way', done: 'done', cancelled: 'cancelled' },
  about: 'date not exact',
  today: 'today',
  furtherVisitors: (n) => `and ${count(n, { one: 'more visitor', other: 'more visitors' })}`,
  none: 'No visits to show.',
};

const alt: PictureWords['alt'] = {
  map: (title) => `Map: ${title}.`,
  aid: (title) => `Bar chart: ${title}.`,
  counts: (title, unit) => `Chart: ${title}${unit === '' ? '' : ` (${unit})`}.`,
  visits: (title) => `Timeline: ${title}.`,
  events: (n, places) =>
    `${count(n, { one: 'event', other: 'events' })} at ${count(places, { one: 'place', other: 'places' })}:`,
  furtherPlaces: (n) => `and ${count(n, { one: 'more place', other: 'more places' })}`,
  furtherFigures: (n) => `and ${count(n, { one: 'more figure', other: 'more figures' })}`,
  furtherVisits: (n) => `and ${count(n, { one: 'more visit', other: 'more visits' })}`,
  around: (date) => `around ${date}`,
};

export const en: PictureWords = {
  map,
  aid,
  counts,
  visits,
  alt,
};
