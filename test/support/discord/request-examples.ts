import { InteractionType } from 'discord-api-types/v10';
import { callbackFaults } from './check/callback.ts';
import { commandListFaults } from './check/commands.ts';
import { button, examples, many, row, type Verdict } from './examples.ts';

const option = (fields: object = {}) => ({ type: 3, name: 'query', description: 'What to look for.', ...fields });
const summary = (fields: object = {}) => ({ name: 'summary', description: 'Answers.', ...fields });
/** Definitions of slash commands. */
export const COMMANDS = examples('ApplicationCommandUpdateRequest', 'command', (body) => commandListFaults([body]), [
  [
    'with all there is',
    summary({
      name_localizations: { uk: 'зведення' },
      description_localizations: { uk: 'Відповідає.' },
      contexts: [0, 1],
      integration_types: [0],
      options: [
        option({ required: true, autocomplete: true }),
        option({ name: 'about', choices: [{ name: 'Aid', value: 'aid', name_localizations: { uk: 'Допомога' } }] }),
      ],
    }),
    null,
  ],
  [
    'with subcommands',
    summary({ options: [{ type: 1, name: 'show', description: 'Shows.', options: [option()] }] }),
    null,
  ],
  ['a name in capitals', summary({ name: 'Summary' }), 'APPLICATION_COMMAND_INVALID_NAME', false],
  ['a name with a blank', summary({ name: 'sum mary' }), 'STRING_TYPE_REGEX', false],
  ['a name of 33', summary({ name: 'x'.repeat(33) }), 'STRING_TYPE_REGEX'],
  [
    'a localised name in capitals',
    summary({ name_localizations: { uk: 'Зведення' } }),
    'APPLICATION_COMMAND_INVALID_NAME',
    false,
  ],
  ['a language Discord lacks', summary({ name_localizations: { ua: 'зведення' } }), 'BASE_TYPE_BAD_TYPE', false],
  ['no description', summary({ description: '' }), 'BASE_TYPE_BAD_LENGTH', false],
  ['a description of 101', summary({ description: 'x'.repeat(101) }), 'BASE_TYPE_MAX_LENGTH'],
  ['26 options', summary({ options: many(26, (at) => option({ name: `o${at}` })) }), 'BASE_TYPE_BAD_LENGTH'],
  ['an option twice', summary({ options: [option(), option()] }), 'APPLICATION_COMMAND_OPTIONS_NAME_INVALID', false],
  [
    'a required option last',
    summary({ options: [option({ name: 'a' }), option({ required: true })] }),
    'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
    false,
  ],
  [
    'an option beside a subcommand',
    summary({ options: [option(), { type: 1, name: 'show', description: 'Shows.' }] }),
    'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
    false,
  ],
  [
    '26 choices',
    summary({ options: [option({ choices: many(26, (at) => ({ name: `${at}`, value: `${at}` })) })] }),
    'BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a choice named with 101',
    summary({ options: [option({ choices: [{ name: 'x'.repeat(101), value: 'v' }] })] }),
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    'choices and autocomplete',
    summary({ options: [option({ autocomplete: true, choices: [{ name: 'n', value: 'v' }] })] }),
    'APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES',
    false,
  ],
  ['a length of 6,001', summary({ options: [option({ max_length: 6_001 })] }), 'NUMBER_TYPE_MAX'],
  ['an unknown context', summary({ contexts: [3] }), 'BASE_TYPE_CHOICES'],
  ['a context twice', summary({ contexts: [0, 0] }), 'SET_TYPE_ALREADY_CONTAINS_VALUE'],
  ['no integration type', summary({ integration_types: [] }), 'BASE_TYPE_BAD_LENGTH'],
  [
    '8,001 characters',
    summary({
      options: many(25, (at) =>
        option({ name: `o${at}`, choices: many(2, (n) => ({ name: `${n}${'x'.repeat(79)}`, value: 'v'.repeat(80) })) }),
      ),
    }),
    'APPLICATION_COMMAND_TOO_LARGE',
    false,
  ],
]);

const callbacks = (schema: string, type: InteractionType, verdicts: readonly Verdict[]) =>
  examples(schema, schema, (body) => callbackFaults(body, type), verdicts);

const choices = (times: number, name = 'n') => ({
  type: 8,
  data: { choices: many(times, (at) => ({ name, value: `${at}` })) },
});
const input = { type: 4, custom_id: 'note', style: 1, label: 'Note' };
const modal = (fields: object = {}) => ({
  type: 9,
  data: { custom_id: 'm', title: 'T', components: [row(input)], ...fields },
});
const aLabel = (field: object = {}, label: object = {}) => ({
  type: 18,
  label: 'L',
  component: { ...input, label: undefined, ...field },
  ...label,
});
const labelled = (field: object, label: object = {}) => modal({ components: [aLabel(field, label)] });

/** Callbacks, messages in them aside. */
export const CALLBACKS = [
  ...callbacks('ApplicationCommandAutocompleteCallbackRequest', InteractionType.ApplicationCommandAutocomplete, [
    ['no choices', choices(0), null],
    ['25 choices', choices(25), null],
    ['26 choices', choices(26), 'BASE_TYPE_BAD_LENGTH'],
    ['a name of 101', choices(1, 'x'.repeat(101)), 'BASE_TYPE_MAX_LENGTH'],
    ['an empty name', choices(1, ''), 'BASE_TYPE_BAD_LENGTH'],
    [
      'a value of 101',
      { type: 8, data: { choices: [{ name: 'n', value: 'x'.repeat(101) }] } },
      'BASE_TYPE_MAX_LENGTH',
      false,
    ],
    ['a message', { type: 4, data: {} }, 'INTERACTION_RESPONSE_TYPE'],
  ]),
  ...callbacks('ModalInteractionCallbackRequest', InteractionType.ApplicationCommand, [
    ['one input', modal(), null],
    [
      'a label around an input',
      modal({ components: [{ type: 18, label: 'L', component: { ...input, label: undefined } }] }),
      null,
    ],
    ['a title of 46', modal({ title: 'x'.repeat(46) }), 'BASE_TYPE_MAX_LENGTH'],
    ['a label of 46', labelled({}, { label: 'x'.repeat(46) }), 'BASE_TYPE_MAX_LENGTH'],
    ['a description of 101', labelled({}, { description: 'x'.repeat(101) }), 'BASE_TYPE_MAX_LENGTH'],
    ['a custom id of 101', modal({ custom_id: 'x'.repeat(101) }), 'BASE_TYPE_MAX_LENGTH'],
    ['a field for 4,001', labelled({ max_length: 4_001 }), 'NUMBER_TYPE_MAX'],
    ['a value of 4,001', labelled({ value: 'x'.repeat(4_001) }), 'BASE_TYPE_MAX_LENGTH'],
    ['a placeholder of 101', labelled({ placeholder: 'x'.repeat(101) }), 'BASE_TYPE_MAX_LENGTH'],
    ['a value longer than its field', labelled({ value: 'xx', max_length: 1 }), 'BASE_TYPE_MAX_LENGTH', false],
    ['two fields of one name', modal({ components: [aLabel(), aLabel()] }), 'COMPONENT_CUSTOM_ID_DUPLICATED', false],
    [
      'six fields',
      modal({ components: Array.from({ length: 6 }, (_, at) => aLabel({ custom_id: `f${at}` })) }),
      'BASE_TYPE_BAD_LENGTH',
      false,
    ],
    ['nothing in it', modal({ components: [] }), 'BASE_TYPE_BAD_LENGTH'],
    ['a button in it', modal({ components: [row(button())] }), 'BASE_TYPE_CHOICES'],
  ]),
  ...callbacks('UpdateMessageInteractionCallbackRequest', InteractionType.MessageComponent, [
    ['nothing yet', { type: 6 }, null],
    ['an update', { type: 7, data: { content: 'x' } }, null],
  ]),
  ...callbacks('UpdateMessageInteractionCallbackRequest', InteractionType.ApplicationCommand, [
    ['an update where there is no message', { type: 7, data: { content: 'x' } }, 'INTERACTION_RESPONSE_TYPE', false],
  ]),
];
