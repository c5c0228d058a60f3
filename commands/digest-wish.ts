import type { App } from '../src/app.ts';
import type { Call } from '../src/command.ts';
import type { Digest } from '../src/domain/digest.ts';
import type { DigestChoice } from '../src/domain/digest-view.ts';
import { UserError } from '../src/domain/failure.ts';
import { zoneGuess } from '../src/domain/locale-zone.ts';
import type { Schedule } from '../src/domain/schedule.ts';
import type { GuildSettings } from '../src/domain/settings.ts';
import { messagesIn } from '../src/render/messages/in-language.ts';
import { readSchedule } from '../src/render/schedule-input.ts';
import { timetableFaultWords } from '../src/render/schedule-words.ts';
import { type Chosen, type Edited, queriesOf } from './digest-input.ts';

/** Every day at 09:00. */
const USUAL: Schedule = { kind: 'daily', at: 540 };

/**
 * A digest as it is wished for, with what usually is meant where nothing is said.
 * @returns `note`: which time zone was taken, where none was given
 * @throws UserError for what cannot be read, or where no channel is known
 */
export function wishOf(given: Chosen, settings: GuildSettings, app: App, call: Call) {
  const channelId = given.channel ?? call.channelId;
  if (channelId === null) throw new UserError(messagesIn(call.language).digest.noChannel);
  const { zone, note } = zoneFor(given.zone, settings, app, call);
  const wish = {
    channelId,
    queries: queriesOf(given),
    about: given.about ?? settings.about ?? 'everything',
    timetable: { schedule: given.schedule === undefined ? USUAL : scheduleIn(given.schedule, call), zone },
    language: given.language ?? call.language,
    sources: given.sources ?? settings.sources ?? 'all',
    origins: Number(given.origins ?? 1),
    whenQuiet: given.quiet ?? 'say',
    roleId: given.role ?? null,
    crosspost: given.crosspost ?? false,
    pictures: (given.pictures ?? settings.pictures) !== 'off',
    vetoMinutes: given.veto === undefined ? null : Number(given.veto),
    ...(given.as && { how: given.as }),
    ...(given.style && { style: given.style }),
  } as const;
  return { wish, note };
}

/** What an edit changes, and nothing else. @throws UserError for what cannot be read */
export function changeOf(given: Edited, before: Digest, app: App, call: Call): Partial<DigestChoice> {
  const queries = queriesOf(given);
  const { timetable } = before;
  const schedule = given.schedule === undefined ? timetable.schedule : scheduleIn(given.schedule, call);
  const zone = given.zone === undefined ? timetable.zone : zoneIn(given.zone, app, call);
  return {
    ...(given.channel && { channelId: given.channel }),
    ...((given.schedule ?? given.zone) !== undefined && { timetable: { schedule, zone } }),
    ...(queries.length > 0 && { queries }),
    ...(given.about && { about: given.about }),
    ...(given.language && { language: given.language }),
    ...(given.sources && { sources: given.sources }),
    ...mannerOf(given),
    ...clearedBy(given.clear),
  };
}

const mannerOf = (given: Edited): Partial<DigestChoice> => ({
  ...(given.origins && { origins: Number(given.origins) }),
  ...(given.quiet && { whenQuiet: given.quiet }),
  ...(given.role && { roleId: given.role }),
  ...(given.as && { how: given.as }),
  ...(given.crosspost !== undefined && { crosspost: given.crosspost }),
  ...(given.pictures && { pictures: given.pictures === 'on' }),
  ...(given.style && { style: given.style }),
  ...(given.veto && { vetoMinutes: Number(given.veto) }),
});

function clearedBy(what: Edited['clear']): Partial<DigestChoice> {
  switch (what) {
    case 'topics':
      return { queries: [], about: 'everything' };
    case 'role':
      return { roleId: null };
    case 'veto':
      return { vetoMinutes: null };
    case undefined:
      return {};
  }
}

function scheduleIn(typed: string, { language }: Call): Schedule {
  const schedule = readSchedule(typed);
  if (schedule === null) throw new UserError(messagesIn(language).digest.noSchedule(typed));
  return schedule;
}

/** @throws UserError with the nearest, for what is no time zone */
export function zoneIn(typed: string, app: App, { language }: Call): string {
  const zone = app.digests.zone(typed);
  if (!zone.ok) throw new UserError(timetableFaultWords(zone.error, language));
  return zone.value;
}

/** The time zone given, else the server's, else the likeliest for the caller's language. */
function zoneFor(typed: string | undefined, settings: GuildSettings, app: App, call: Call) {
  const { done } = messagesIn(call.language).digest;
  if (typed !== undefined) return { zone: zoneIn(typed, app, call), note: null };
  if (settings.zone !== undefined) return { zone: settings.zone, note: done.zoneSet(settings.zone) };
  const zone = zoneGuess(call.locale);
  return { zone, note: done.zoneGuessed(zone) };
}
