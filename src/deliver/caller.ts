import type { Call } from '../command.ts';
import type { GuildSettings } from '../domain/settings.ts';
import type { Caller } from './edge.ts';
import { DISCORD_PAGE_LIMITS } from './message.ts';
import { languageOf } from './words.ts';

/** A call as commands see it, from what the platform says of the caller and what the server's moderators set. */
export function callOf(caller: Caller, settings: GuildSettings, nowMs: number): Call {
  return {
    ref: caller.ref,
    userId: caller.userId,
    guildId: caller.guildId,
    channelId: caller.channelId,
    locale: caller.locale,
    scope: { guildId: caller.guildId },
    nowMs,
    language: settings.language ?? languageOf(caller.locale),
    isModerator: isModerator(caller, settings),
    limits: DISCORD_PAGE_LIMITS,
  };
}

function isModerator(caller: Caller, settings: GuildSettings): boolean {
  if (caller.guildId === null) return false;
  return caller.managesGuild || caller.roleIds.some((id) => settings.moderatorRoleIds?.includes(id));
}
