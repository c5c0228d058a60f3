import { z } from 'zod';
import { type Fault, fault } from './fault.ts';
import * as limit from './limits.ts';

const ids = z
  .array(z.string().regex(/^\d{1,20}$/))
  .max(limit.ALLOWED_MENTION_IDS)
  .nullish();

export const AllowedMentions = z.object({
  parse: z.array(z.enum(['users', 'roles', 'everyone'])).nullish(),
  users: ids,
  roles: ids,
  replied_user: z.boolean().nullish(),
});
type AllowedMentions = z.infer<typeof AllowedMentions>;

/** `parse` and a list of the same kind exclude each other: https://discord.com/developers/docs/resources/message#allowed-mentions-object */
export function mentionRuleFaults(allowed: AllowedMentions): readonly Fault[] {
  return (['users', 'roles'] as const)
    .filter((kind) => allowed.parse?.includes(kind) && (allowed[kind]?.length ?? 0) > 0)
    .map((kind) =>
      fault(
        ['allowed_mentions'],
        'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
      ),
    );
}

/** Whom a text would notify, were it sent with these allowed mentions; without any, Discord parses all kinds. */
export function pings(text: string, allowed: AllowedMentions | null | undefined): readonly string[] {
  const found = [...text.matchAll(MENTION)].map(([all, , user, role]) => ({ all, user, role }));
  return found.filter((mention) => notifies(mention, allowed)).map(({ all }) => all);
}

/** An escaped or broken one (`\@everyone`, `@\u200beveryone`) is none. */
const MENTION = /(?<!\\)(@everyone|@here|<@!?(\d+)>|<@&(\d+)>)/g;

interface Mention {
  readonly user: string | undefined;
  readonly role: string | undefined;
}

function notifies({ user, role }: Mention, allowed: AllowedMentions | null | undefined): boolean {
  if (!allowed) return true;
  const parse = allowed.parse ?? [];
  if (user) return parse.includes('users') || (allowed.users ?? []).includes(user);
  if (role) return parse.includes('roles') || (allowed.roles ?? []).includes(role);
  return parse.includes('everyone');
}
