import type { Messages } from './messages.ts';
import { plurals } from './plural.ts';

const plural = plurals('en');

/** Words of the forms that an answer can have, and of what narrows it. */
export const enForms: Pick<Messages, 'form' | 'filter' | 'silence' | 'replay'> = {
  form: {
    summary: 'Summary',
    aid: 'Aid',
    troops: 'Moves and strikes',
    visits: 'Visits',
    timeline: 'Timeline',
    disputes: 'Disputes',
    search: 'Search',
    evidence: 'Evidence',
    catchup: 'What is new',
    digest: 'Digest',
    alert: 'Alert',
    'check-message': 'Checked against sources',
  },
  filter: {
    names: {
      donor: 'donor',
      recipient: 'recipient',
      kind: 'kind',
      status: 'status',
      side: 'side',
      place: 'place',
      person: 'person',
    },
    values: {
      military: 'military',
      financial: 'financial',
      humanitarian: 'humanitarian',
      training: 'training',
      permission: 'permission',
      political: 'political',
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
    unfit: (option, name) => `The option “${option}” cannot be ${name}.`,
    pick: 'Pick one of the suggestions while typing.',
  },
  silence: {
    nothingFound: 'Nothing was found, but not all sources could be read.',
    failing: (sources) =>
      `These sources cannot be read: ${sources}. What they have reported since then is missing here.`,
    failingSince: (publisher, instant) => `${publisher}, since ${instant}`,
    furtherSources: (n) => `and ${n} more ${plural(n, { one: 'source', other: 'sources' })}`,
  },
  replay: {
    given: (answer, instant) => `This is ${answer} as it was given on ${instant}.`,
    store: (articles, claims, revision) => `The store then held ${articles} with ${claims} (state ${revision}).`,
  },
};
