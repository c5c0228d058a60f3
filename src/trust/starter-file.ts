import { z } from 'zod';
import { Localised } from '../domain/language.ts';
import { Source } from '../domain/source.ts';
import type { Outlet } from '../ingest/outlets.ts';
import { type ListFile, readListFile, repeatedIn } from '../store/list-file.ts';

const FILE = 'sources.json';

const { name, publisher } = Source.unwrap().shape;

/** A feed that Sitrep proposes; nobody follows it until a moderator switches it on. */
const StarterFeed = z
  .strictObject({
    /** English name of one of the file's crises. */
    crisis: z.string().min(1),
    /** As `lexicon/outlets.json` names it. */
    publisher,
    name,
    /** BCP 47 primary subtag. */
    language: z.string().regex(/^[a-z]{2,3}$/),
    url: z.url({ protocol: /^https?$/ }).max(2_000),
  })
  .readonly();
type StarterFeed = z.infer<typeof StarterFeed>;

/** The starter list, with the names of its crises. */
export interface StarterList extends ListFile<StarterFeed> {
  readonly crises: readonly Localised[];
}

/** Reads `data/sources.json`. An entry that is broken, without a known publisher or crisis, or there before, is set aside. Never throws. */
export function readStarters(dataDir: string, outlets: readonly Outlet[]): StarterList {
  const crises = readListFile(dataDir, FILE, 'crises', Localised);
  const feeds = readListFile(dataDir, FILE, 'sources', StarterFeed);
  const isCrisis = ({ crisis }: StarterFeed): boolean => crises.entries.some(({ en }) => en === crisis);
  const isKnown = ({ publisher }: StarterFeed): boolean => outlets.some((outlet) => outlet.name === publisher);
  const first = new Map(feeds.entries.toReversed().map((feed) => [feed.url, feed]));
  const isFirst = (feed: StarterFeed): boolean => first.get(feed.url) === feed;
  return {
    crises: crises.entries,
    entries: feeds.entries.filter((feed) => isCrisis(feed) && isKnown(feed) && isFirst(feed)),
    faults: [
      ...crises.faults,
      ...feeds.faults,
      ...feeds.entries
        .filter((feed) => !isCrisis(feed))
        .map(({ url }) => faultOf(url, 'names a crisis that the list does not have')),
      ...feeds.entries
        .filter((feed) => !isKnown(feed))
        .map(({ url }) => faultOf(url, 'names a publisher that lexicon/outlets.json does not have')),
      ...repeatedIn(
        feeds,
        ({ url }) => url,
        (url) => faultOf(url, 'is there twice: leave one'),
      ),
    ],
  };
}

const faultOf = (url: string, problem: string) => ({ file: FILE, field: `sources: ${url}`, problem });
