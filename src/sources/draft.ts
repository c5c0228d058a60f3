import { SOURCE_NAME_CHARS, type Source, type SourceKind } from '../domain/source.ts';
import { siteOf } from '../ingest/same-site.ts';
import type { Actor, Given } from './contract.ts';
import type { SourcePorts } from './ports.ts';

/** What a document says of the source that it is to be. */
export interface Said {
  readonly kind: SourceKind;
  readonly url: string | null;
  readonly siteUrl: string | null;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly language: string | null;
}

/** The source as it would be added, active: what the moderator gives goes before what the outlet list knows, and that before what it says itself. */
export function draftOf(
  said: Said,
  given: Given,
  id: string,
  { userId, nowMs }: Pick<Actor, 'userId' | 'nowMs'>,
  { outletOf }: Pick<SourcePorts, 'outletOf'>,
): Source {
  // A feed is called as its outlet is; an article has a headline.
  const named = said.publisher ?? (said.kind === 'feed' ? said.title : null);
  const publisher = given.publisher ?? outletAt(said, outletOf) ?? named ?? hostOf(said.siteUrl ?? said.url);
  return {
    id,
    kind: said.kind,
    url: said.url,
    siteUrl: said.siteUrl,
    name: shortened(given.name ?? said.title ?? publisher),
    publisher: shortened(publisher),
    language: given.language ?? said.language,
    tier: given.tier ?? 'usual',
    ...(given.engine === 'llm' && { engine: given.engine }),
    state: 'active',
    addedBy: userId,
    addedAtMs: nowMs,
  };
}

const outletAt = ({ siteUrl, url }: Said, outletOf: SourcePorts['outletOf']): string | null =>
  (siteUrl === null ? null : outletOf(siteUrl)) ?? (url === null ? null : outletOf(url));

const hostOf = (url: string | null): string => (url === null ? '' : siteOf(url)) || 'unnamed source';

function shortened(name: string): string {
  const line = name.replace(/\s+/gu, ' ').trim();
  return line.length <= SOURCE_NAME_CHARS
    ? line
    : `${line
        .slice(0, SOURCE_NAME_CHARS - 1)
        .toWellFormed()
        .trim()}…`;
}

const SIGNS = '23456789abcdefghjkmnpqrstuvwxyz';
const ID_CHARS = 6;

/** A new id, of signs that are not taken for each other. @param random from 0 up to 1 */
export const newId = (random: () => number): string =>
  Array.from({ length: ID_CHARS }, () => SIGNS[Math.floor(random() * SIGNS.length)]).join('');
