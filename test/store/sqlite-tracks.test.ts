import { expect, test } from 'vitest';
import { EVENT_RULES } from '../../src/brief/event/rules.ts';
import { openDatabase } from '../../src/store/sqlite/open.ts';
import { sqliteTracks } from '../../src/store/sqlite/tracks/tracks.ts';
import { someTrack } from '../support/alerts.ts';
import { unexpected } from '../support/stored-app.ts';
import { trackContract } from './track-contract.ts';

trackContract('in the embedded database', () => {
  const opened = openDatabase(':memory:', EVENT_RULES);
  if (!opened.ok) throw new Error(opened.error.kind);
  return { tracks: sqliteTracks(opened.value, unexpected), close: opened.value.close };
});

test('a track whose row does not parse is told once, and keeps no other from being followed', async () => {
  const opened = openDatabase(':memory:', EVENT_RULES);
  if (!opened.ok) throw new Error(opened.error.kind);
  const told: string[] = [];
  const tracks = sqliteTracks(opened.value, ({ key }) => void told.push(key));
  for (const id of ['brokenaa', 'wholeaaa']) await tracks.add(someTrack({ id }), 30);
  opened.value.run("UPDATE track SET json = '{}' WHERE id = 'brokenaa'");
  for (const _ of [1, 2]) expect((await tracks.active()).map(({ id }) => id)).toEqual(['wholeaaa']);
  expect(told).toEqual(['track']);
  opened.value.close();
});
