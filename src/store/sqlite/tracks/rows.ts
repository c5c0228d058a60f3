import { AlertContent } from '../../../domain/alert.ts';
import { ownerOf, Track, type TrackOwner } from '../../../domain/track.ts';
import type { CorruptRecord } from '../../contract.ts';
import { type Database, int, type Row, text } from '../database.ts';
import { rememberingParser } from '../parsed.ts';
import { readable } from '../readable.ts';

/** More than a look goes through again and again. */
const TRACKS_REMEMBERED = 2_000;
const CONTENTS_REMEMBERED = 64;

const parsedTrack = rememberingParser(Track, TRACKS_REMEMBERED);
const parsedContent = rememberingParser(AlertContent, CONTENTS_REMEMBERED);

/** From the column `json`. */
export const trackOf = (row: Row): Track => parsedTrack(text(row, 'json'), 'track');

/** From the column `content`. */
export const contentOf = (row: Row): AlertContent => parsedContent(text(row, 'content'), 'content of an alert');

/** The columns of an owner; one of them is null. */
export const ownerColumns = (owner: TrackOwner): readonly [guild: string | null, member: string | null] =>
  'guildId' in owner ? [owner.guildId, null] : [null, owner.userId];

export const columnsOf = (track: Track) => ownerColumns(ownerOf(track));

/** What can be read of rows of tracks, which have their `num`; each of the others is told once, and marked as what it is. */
export const readableTracks = <T>(
  database: Database,
  report: (error: CorruptRecord) => void,
  rows: readonly Row[],
  read: (row: Row) => T,
): readonly T[] =>
  readable({ report }, rows, read, (row) =>
    database.run("UPDATE track SET state = 'broken' WHERE num = ?", int(row, 'num')),
  );
