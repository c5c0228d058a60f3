import { PermissionFlagsBits as Bit, OverwriteType } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { rightsIn } from '../../src/deliver/channel-rights.ts';

const { Role, Member } = OverwriteType;
const role = (id: string, permissions: bigint) => ({ id, permissions, mentionable: false });
const over = (id: string, type: OverwriteType, allow: bigint, deny: bigint) => ({ id, type, allow, deny });
const BASE = Bit.ViewChannel | Bit.SendMessages;

/** A member `bot` with the roles 1 and 2 in the server 0. */
const rights = (overwrites: Parameters<typeof rightsIn>[0], ofRole = 0n) =>
  [
    ...rightsIn(overwrites, {
      guildId: '0',
      userId: 'bot',
      roleIds: ['1', '2'],
      roles: [role('0', BASE), role('1', ofRole), role('2', 0n), role('3', Bit.Administrator)],
    }),
  ].toSorted();

test.for([
  ['what everybody may', [], 0n, ['send', 'view']],
  ['and what its roles may', [], Bit.AttachFiles, ['attach', 'send', 'view']],
  ['not what is denied to everybody', [over('0', Role, 0n, Bit.SendMessages)], 0n, ['view']],
  [
    'but what one of its roles is allowed there',
    [over('0', Role, 0n, Bit.SendMessages), over('2', Role, Bit.SendMessages, 0n)],
    0n,
    ['send', 'view'],
  ],
  [
    'be it denied to another of them',
    [over('1', Role, 0n, Bit.SendMessages), over('2', Role, Bit.SendMessages, 0n)],
    0n,
    ['send', 'view'],
  ],
  [
    'not what is denied to itself',
    [over('2', Role, Bit.SendMessages, 0n), over('bot', Member, 0n, Bit.SendMessages)],
    0n,
    ['view'],
  ],
  [
    'whatever others are allowed or denied',
    [over('3', Role, 0n, BASE), over('somebody', Member, 0n, BASE)],
    0n,
    ['send', 'view'],
  ],
  ['nothing in what it does not see', [over('0', Role, Bit.AttachFiles, Bit.ViewChannel)], 0n, []],
] as const)('a bot may do %s', ([, overwrites, ofRole, expected]) => {
  expect(rights(overwrites, ofRole)).toEqual(expected);
});

test('a bot that administers the server may do all, whatever is denied', () => {
  expect(rights([over('bot', Member, 0n, BASE)], Bit.Administrator)).toHaveLength(7);
});
