import type { App } from '../src/app.ts';
import type { Call } from '../src/command.ts';
import { UserError } from '../src/domain/failure.ts';
import { zoneGuess } from '../src/domain/locale-zone.ts';
import { type GuildSettings, Snowflake } from '../src/domain/settings.ts';
import { ALERTS_A_DAY, type Destination, type Quiet, type Track } from '../src/domain/track.ts';
import type { TrackChoice } from '../src/domain/track-view.ts';
import { messagesIn } from '../src/render/messages/in-language.ts';
import { zoneIn } from './digest-wish.ts';
import type { AddedTrack, EditedTrack } from './track-input.ts';

/** A track as it is asked for, with what usually is meant where nothing is said. @throws UserError for what cannot be */
export function choiceOf(given: AddedTrack, settings: GuildSettings, app: App, call: Call): TrackChoice {
  return {
    to: destinationOf(given, call),
    query: given.query,
    about: given.about ?? 'everything',
    origins: Number(given.origins ?? 1),
    confirmedOnly: given.confirmed ?? false,
    quiet: given.quiet === undefined ? null : hoursIn(given.quiet, call),
    zone: given.zone === undefined ? (settings.zone ?? zoneGuess(call.locale)) : zoneIn(given.zone, app, call),
    perDay: Number(given.most ?? ALERTS_A_DAY.usual),
    language: given.language ?? call.language,
    sources: given.sources ?? settings.sources ?? 'all',
  };
}

/** Moderators mean a channel of their server, others themselves. */
function destinationOf({ for: whom, channel, role }: AddedTrack, call: Call): Destination {
  const { guildId, userId, isModerator, language } = call;
  const words = messagesIn(language).track;
  const isNamed = channel !== undefined || role !== undefined;
  const isForChannel = whom === undefined ? isNamed || (isModerator && guildId !== null) : whom === 'channel';
  if (!isForChannel) {
    if (isNamed) throw new UserError(words.notForOne);
    // Whoever runs the bot at a terminal is nobody that can be written to.
    if (!Snowflake.safeParse(userId).success) throw new UserError(messagesIn(language).command.serverOnly);
    return { kind: 'member', userId };
  }
  if (guildId === null || !isModerator) throw new UserError(words.moderatorsOnly);
  const channelId = channel ?? call.channelId;
  if (channelId === null) throw new UserError(words.noChannel);
  return { kind: 'channel', guildId, channelId, roleId: role ?? null };
}

/** What an edit changes, and nothing else. @throws UserError for what cannot be read */
export function trackChange(given: EditedTrack, before: Track, app: App, call: Call): Partial<TrackChoice> {
  const to = movedTo(given, before, call);
  return {
    ...(to && { to }),
    ...(given.query && { query: given.query }),
    ...(given.about && { about: given.about }),
    ...(given.origins && { origins: Number(given.origins) }),
    ...(given.confirmed !== undefined && { confirmedOnly: given.confirmed }),
    ...(given.quiet && { quiet: hoursIn(given.quiet, call) }),
    ...(given.zone && { zone: zoneIn(given.zone, app, call) }),
    ...(given.most && { perDay: Number(given.most) }),
    ...(given.language && { language: given.language }),
    ...(given.sources && { sources: given.sources }),
    ...(given.clear === 'quiet' && { quiet: null }),
  };
}

/** null: it stays where it comes. */
function movedTo({ channel, role, clear }: EditedTrack, { to }: Track, { language }: Call): Destination | null {
  if (channel === undefined && role === undefined && clear !== 'role') return null;
  if (to.kind === 'member') throw new UserError(messagesIn(language).track.notForOne);
  const roleId = clear === 'role' ? null : (role ?? to.roleId);
  return { ...to, channelId: channel ?? to.channelId, roleId };
}

/** "22:00-07:00", "22-7", "22:00 to 7:00". */
const HOURS = /^(\d{1,2})(?:[:.](\d{2}))?\s*(?:-|–|—|to|до)\s*(\d{1,2})(?:[:.](\d{2}))?$/iu;

/** @throws UserError for what is no two different times of the day */
function hoursIn(typed: string, { language }: Call): Quiet {
  const [, fromHour, fromMinute = '0', toHour, toMinute = '0'] = HOURS.exec(typed.trim()) ?? [];
  const from = minuteOf(Number(fromHour), Number(fromMinute));
  const to = minuteOf(Number(toHour), Number(toMinute));
  if (from === null || to === null || from === to) throw new UserError(messagesIn(language).track.noHours(typed));
  return { from, to };
}

/** 24:00 is midnight; null for what no clock shows. */
function minuteOf(hour: number, minute: number): number | null {
  if (hour === 24 && minute === 0) return 0;
  return hour < 24 && minute < 60 ? hour * 60 + minute : null;
}
