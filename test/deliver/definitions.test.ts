import { describe, expect, test } from 'vitest';
import { definitionsOf, fingerprint } from '../../src/deliver/definitions.ts';
import { echo, locked } from '../support/echo-command.ts';

describe('a command as Discord registers it', () => {
  test('has its options, in both languages', () => {
    const [definition] = definitionsOf([echo]);
    expect(definition).toMatchObject({
      type: 1,
      name: 'echo',
      name_localizations: { uk: 'луна' },
      description_localizations: { uk: 'о' },
      default_member_permissions: null,
      contexts: [0, 1],
      integration_types: [0],
      options: [
        { type: 3, name: 'text', name_localizations: { uk: 'текст' }, required: true, autocomplete: true },
        {
          type: 3,
          name: 'size',
          choices: [{ name: 'small', name_localizations: { uk: 'малий' }, value: 'small' }, {}],
        },
        { type: 5, name: 'private', required: false },
      ],
    });
  });

  test('for moderators is shown to those who manage the server, in servers alone', () => {
    expect(definitionsOf([locked])[0]).toMatchObject({
      default_member_permissions: '32',
      contexts: [0],
      options: [{ type: 1, name: 'now', options: [] }],
    });
  });

  test.for([
    { type: 'channel', registered: { type: 7, channel_types: [0, 5] } },
    { type: 'role', registered: { type: 8 } },
    { type: 'string', registered: { type: 3 } },
  ] as const)('takes a $type', ({ type, registered }) => {
    const option = { type, name: 'x', nameUk: 'ікс', description: { en: 'd', uk: 'о' } };
    const [definition] = definitionsOf([{ ...echo, data: { ...echo.data, options: [option] } }]);
    expect(definition).toMatchObject({ options: [registered] });
  });
});

test('a fingerprint changes with any text of a definition, and with nothing else', () => {
  const changed = { ...echo, data: { ...echo.data, nameUk: 'відлуння' } };
  expect(fingerprint(definitionsOf([echo]))).toBe(fingerprint(definitionsOf([{ ...echo }])));
  expect(fingerprint(definitionsOf([echo]))).not.toBe(fingerprint(definitionsOf([changed])));
});
