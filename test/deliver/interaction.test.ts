import { describe, expect, test } from 'vitest';
import { readInteraction as read } from '../../src/deliver/interaction.ts';

/** Reads what has no files. */
const readInteraction = (payload: unknown) => read(payload, () => Promise.reject(new Error('nothing is attached')));

const member = { user: { id: '42' }, roles: ['7'], permissions: '0' };
const base = { id: '1000', application_id: '5', token: 'secret', guild_id: '9', member, locale: 'uk' };
const command = (data: object, over: object = {}) => ({ ...base, type: 2, data: { name: 'echo', ...data }, ...over });
const press = (message: object, over: object = {}) => ({
  ...base,
  type: 3,
  data: { custom_id: 'echo:x', component_type: 2 },
  message,
  ...over,
});

test('what is picked from a menu comes as the menu’s action with it, and of several nothing is read', () => {
  const picked = (...values: string[]) =>
    readInteraction({ ...press({}), data: { custom_id: 'echo:x', component_type: 3, values } });
  expect(picked('one')).toMatchObject({ request: { kind: 'press', customId: 'echo:x:one' } });
  expect(picked()).toMatchObject({ request: { customId: 'echo:x' } });
  expect(() => picked('one', 'two')).toThrow();
});

describe('who calls', () => {
  test('in a server', () => {
    expect(readInteraction(command({}))).toMatchObject({
      id: '1000',
      applicationId: '5',
      token: 'secret',
      caller: { ref: 'rs', userId: '42', guildId: '9', locale: 'uk', managesGuild: false, roleIds: ['7'] },
    });
  });

  test('in direct messages', () => {
    const direct = command({}, { guild_id: undefined, member: undefined, user: { id: '43' }, locale: undefined });
    expect(readInteraction(direct).caller).toMatchObject({
      userId: '43',
      guildId: null,
      locale: 'en',
      managesGuild: false,
    });
  });

  test.for([
    { name: 'one who manages the server', permissions: 1n << 5n, manages: true },
    { name: 'an administrator', permissions: 1n << 3n, manages: true },
    { name: 'one who manages channels', permissions: 1n << 4n, manages: false },
    { name: 'rights beyond 53 bits', permissions: (1n << 54n) | (1n << 5n), manages: true },
  ])('$name', ({ permissions, manages }) => {
    const { caller } = readInteraction(command({}, { member: { ...member, permissions: String(permissions) } }));
    expect(caller.managesGuild).toBe(manages);
  });
});

describe('what is asked', () => {
  test('options by name', () => {
    const options = [
      { name: 'text', type: 3, value: 'hi' },
      { name: 'private', type: 5, value: true },
    ];
    expect(readInteraction(command({ options }))).toMatchObject({
      kind: 'call',
      request: { kind: 'command', name: 'echo', options: { text: 'hi', private: true } },
    });
  });

  test('a subcommand with its options', () => {
    const options = [{ name: 'place', type: 1, options: [{ name: 'name', type: 3, value: 'kharkiv' }] }];
    expect(readInteraction(command({ options }))).toMatchObject({
      request: { kind: 'command', subcommand: 'place', options: { name: 'kharkiv' } },
    });
  });

  test.for([
    { name: 'an option', options: [{ name: 'text', type: 3, value: 'kh', focused: true }] },
    {
      name: 'an option of a subcommand',
      options: [{ name: 'a', type: 1, options: [{ name: 'text', type: 3, value: 'kh', focused: true }] }],
    },
  ])('$name while it is typed', ({ options }) => {
    expect(readInteraction(command({ options }, { type: 4 }))).toMatchObject({
      kind: 'typing',
      option: 'text',
      typed: 'kh',
    });
  });

  test.for([
    {
      name: 'its own',
      message: { interaction_metadata: { user: { id: '42' } } },
      is: { onPrivate: false, byAsker: true },
    },
    {
      name: 'another’s',
      message: { interaction_metadata: { user: { id: '1' } } },
      is: { onPrivate: false, byAsker: false },
    },
    { name: 'nobody’s', message: {}, is: { onPrivate: false, byAsker: false } },
    { name: 'a private', message: { flags: 64 | 4 }, is: { onPrivate: true, byAsker: true } },
  ])('a button on $name message', ({ message, is }) => {
    expect(readInteraction(press(message))).toMatchObject({ request: { kind: 'press', customId: 'echo:x', ...is } });
  });
});

test.for([
  { name: 'a ping', payload: { ...base, type: 1 } },
  { name: 'no caller', payload: command({}, { member: undefined }) },
  { name: 'no token', payload: command({}, { token: undefined }) },
  { name: 'nothing', payload: null },
])('$name is refused', ({ payload }) => {
  expect(() => readInteraction(payload)).toThrow();
});
