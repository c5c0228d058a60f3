import { plurals } from './plural.ts';
import type { TrustMessages } from './trust-messages.ts';

const plural = plurals('en');

export const enTrust: TrustMessages = {
  kind: { state: 'state-run', public: 'public', government: 'government', military: 'military', party: 'party-run' },
  tier: { trusted: 'trusted', doubtful: 'doubtful' },
  only: {
    state: 'only state-run sources',
    party: 'only state-run or party-run sources',
    doubtful: 'only doubtful sources',
    either: 'only state-run or doubtful sources',
  },
  limits: { all: 'All sources', 'not-doubtful': 'Not the doubtful ones', trusted: 'Trusted ones only' },
  limited: {
    'not-doubtful': 'Sources that moderators doubt do not count here.',
    trusted: 'Only sources that moderators trust count here.',
  },
  leftOut: (articles, outlets) =>
    `Left out, whatever their date: ${articles} ${plural(articles, { one: 'article', other: 'articles' })} by ${outlets} ${plural(outlets, { one: 'outlet', other: 'outlets' })}.`,
  nothingLeftOut: 'Nothing is left out.',
  uncovered: (subject) => `No source that counts here covers what was asked: ${subject}.`,
};
