import type { FetchFailure } from '../../domain/fetch.ts';
import type { FailureMessages } from './failure-messages.ts';

type Of<Kind extends FetchFailure['kind']> = Extract<FetchFailure, { readonly kind: Kind }>;

const laterTold = (isFollowed: boolean): string =>
  isFollowed ? 'It is tried again by itself, with growing pauses.' : 'Please try again later.';
const CHECK_ADDRESS = 'Please check the address in a browser.';
const LET_THEM_KNOW = 'Only those who run the site can mend that.';

const BAD_ADDRESS: Readonly<Record<Of<'bad-address'>['why'], (part: string) => string>> = {
  'not-a-url': () => 'This is not a web address.',
  'odd-number': () => 'This address writes its numbers in an unusual way.',
  'too-long': () => 'This address is too long.',
  scheme: (part) => `Addresses that begin with “${part}” are not read, only http and https.`,
  credentials: () => 'This address holds a user name or a password.',
  port: (part) => `This address uses port ${part}: only 80, 443, 8080 and 8443 are asked.`,
};

const UNREACHABLE: Readonly<Record<Of<'unreachable'>['why'], (host: string) => string>> = {
  refused: (host) => `${host} refuses connections.`,
  reset: (host) => `${host} broke the connection off.`,
  unreachable: (host) => `${host} cannot be reached from here.`,
  lookup: (host) => `The name servers for ${host} do not answer.`,
};

const TLS: Readonly<Record<Of<'tls'>['why'], string>> = {
  expired: 'its certificate is out of date',
  'other-name': 'its certificate is for another name',
  untrusted: 'its certificate is vouched for by nobody',
  handshake: 'what answers there does not agree on https',
};

function statusTold(status: number, isFollowed: boolean): { readonly what: string; readonly todo: string } {
  if (status === 401 || status === 403)
    return {
      what: `The server lets us not read this (${status}).`,
      todo: 'It may be for subscribers, or keep out programs: ask the publisher for a feed that is open.',
    };
  if (status === 404) return { what: 'There is no such page (404).', todo: CHECK_ADDRESS };
  if (status === 429) return { what: 'The server says that it is asked too often (429).', todo: laterTold(isFollowed) };
  if (status >= 500) return { what: `The server has a fault of its own (${status}).`, todo: laterTold(isFollowed) };
  return { what: `The server answered ${status} and no document.`, todo: CHECK_ADDRESS };
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1_048_576)} MB`;
const seconds = (ms: number): string => `${Math.round(ms / 1_000)} s`;

export const enFailures: FailureMessages = {
  fetch: {
    'bad-address': ({ why, part }) => ({
      what: BAD_ADDRESS[why](part),
      todo:
        why === 'port'
          ? 'Whoever runs the bot can allow this host with its port (ALLOWED_HOSTS).'
          : 'Give the address as the browser shows it, such as https://news.example/feed.xml.',
    }),
    'forbidden-address': ({ host }) => ({
      what: `${host} is not a public address, so it is not asked.`,
      todo: 'If it is meant to be read, whoever runs the bot can allow this host by name (ALLOWED_HOSTS).',
    }),
    'unknown-host': ({ host }) => ({
      what: `${host} could not be looked up: there is no host by that name.`,
      todo: CHECK_ADDRESS,
    }),
    unreachable: ({ host, why }, isFollowed) => ({ what: UNREACHABLE[why](host), todo: laterTold(isFollowed) }),
    tls: ({ host, why }) => ({
      what: `The connection to ${host} is not secure: ${TLS[why]}.`,
      todo: why === 'handshake' ? 'If the site has no https, write its address with http:// in front.' : LET_THEM_KNOW,
    }),
    'too-slow': ({ limitMs }, isFollowed) => ({
      what: `No whole answer came within ${seconds(limitMs)}.`,
      todo: laterTold(isFollowed),
    }),
    'too-large': ({ limitBytes }) => ({
      what: `The answer is larger than ${megabytes(limitBytes)}.`,
      todo: 'Look for a feed with fewer items, or for one of a single section.',
    }),
    'too-many-redirects': ({ limit }) => ({
      what: `It leads elsewhere more than ${limit} times.`,
      todo: CHECK_ADDRESS,
    }),
    'redirect-loop': () => ({ what: 'It leads in a circle from one address to the next.', todo: LET_THEM_KNOW }),
    status: ({ status }, isFollowed) => statusTold(status, isFollowed),
    gone: (_, isFollowed) => ({
      what: 'The server says that it is gone for good (410).',
      todo: isFollowed
        ? 'It is not asked any more. Look for its new address and add that, or remove it.'
        : 'Look for its new address and add that.',
    }),
    truncated: (_, isFollowed) => ({ what: 'The answer broke off before its end.', todo: laterTold(isFollowed) }),
    'bad-encoding': () => ({ what: 'The answer is packed in a way that cannot be unpacked.', todo: LET_THEM_KNOW }),
    'not-http': () => ({ what: 'What answers there is no web server.', todo: CHECK_ADDRESS }),
    robots: ({ rule }) => ({
      what:
        rule === null
          ? 'The site’s robots.txt, which says what programs may read, cannot be read.'
          : `The site asks programs not to read this page (robots.txt: ${rule}).`,
      todo: 'We keep to that. Its feed may be open: add the feed’s address instead.',
    }),
    'not-sent': () => ({
      what: 'It was not asked: too much is waiting, or Sitrep is restarting.',
      todo: 'Please try again in a minute.',
    }),
  },
  reading: {
    unreadable: ({ looksLike }) => ({
      what: {
        page: 'This is a web page and no feed.',
        opml: 'This is a list of feeds and no feed.',
        json: 'This is JSON, but no feed.',
        empty: 'There is nothing in it.',
        other: 'This could not be read as a feed, a page or a text.',
      }[looksLike],
      todo: {
        page: 'Add the page itself: feeds that it names are found.',
        opml: 'Use /source import with the file.',
        json: CHECK_ADDRESS,
        empty: CHECK_ADDRESS,
        other: 'If it is an article, paste its text with /source paste.',
      }[looksLike],
    }),
    'no-feed': () => ({
      what: 'This page names no feed and is no article.',
      todo: 'Look on the site for “RSS” or “Feed” and add that address, or add an article by itself.',
    }),
    'too-many': ({ limit, have }) => ({
      what: `There are ${have} sources already, and at most ${limit} are possible.`,
      todo: 'Remove one first (/source list, /source remove).',
    }),
    'too-slow': ({ limitMs }) => ({
      what: `Reading it took longer than ${seconds(limitMs)}.`,
      todo: 'Paste the text with /source paste, or add the site’s feed.',
    }),
    'too-heavy': () => ({
      what: 'Reading it takes more memory than a document may take.',
      todo: 'Paste the text with /source paste, or add the site’s feed.',
    }),
  },
  file: {
    'too-large': ({ limitBytes }) => ({
      what: `The file is larger than ${megabytes(limitBytes)}.`,
      todo: 'Please split it, and give the parts one after the other.',
    }),
    'too-slow': () => ({ what: 'The file did not come in time.', todo: 'Please try again.' }),
    'not-there': () => ({ what: 'The file could not be fetched.', todo: 'Please attach it again.' }),
  },
  noList: {
    what: 'This file is no list of feeds in OPML.',
    todo: 'Please export the list again from your feed reader, as OPML. One feed alone: /source add with its address.',
  },
};
