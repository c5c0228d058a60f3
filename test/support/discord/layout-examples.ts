import { messageFaults } from './check/message.ts';
import { box, button, examples, layout, many, photo, row, text } from './examples.ts';

const gallery = (...items: readonly object[]) => ({ type: 12, items });

/** Messages of Components V2. */
export const LAYOUTS = examples(
  'IncomingWebhookInteractionRequest',
  'layout',
  (body) => messageFaults(body, 'reply', false),
  [
    [
      'everything at once',
      layout(
        text('a'),
        { type: 14, divider: true, spacing: 2 },
        { type: 9, components: [text('s')], accessory: button() },
        { type: 12, items: [photo] },
        { ...box(text('b'), row(button({ custom_id: 'x' }))), accent_color: 1 },
      ),
      null,
    ],
    [
      'content beside the flag',
      { ...layout(text('a')), content: 'x' },
      'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      false,
    ],
    [
      'an embed beside the flag',
      { ...layout(text('a')), embeds: [{ title: 'T' }] },
      'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      false,
    ],
    ['40 components', layout(box(...many(39, () => text('a')))), null],
    [
      '41 components, counted within',
      layout(box(...many(40, () => text('a')))),
      'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
      false,
    ],
    ['4,000 characters in two texts', layout(text('x'.repeat(3_000)), text('x'.repeat(1_000))), null],
    [
      '4,001 characters in two texts',
      layout(text('x'.repeat(3_000)), text('x'.repeat(1_001))),
      'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      false,
    ],
    ['an empty text', layout(text('')), 'BASE_TYPE_BAD_LENGTH'],
    ['a button that stands alone', layout(button()), 'BASE_TYPE_CHOICES'],
    ['a container in a container', layout(box(box(text('a')))), 'BASE_TYPE_CHOICES'],
    ['an empty container', layout(box()), 'BASE_TYPE_BAD_LENGTH'],
    ['an accent beyond white', layout({ ...box(text('a')), accent_color: 0x1000000 }), 'NUMBER_TYPE_MAX'],
    ['an empty row', layout(row()), 'BASE_TYPE_BAD_LENGTH'],
    ['six buttons in a row', layout(row(...many(6, (at) => button({ custom_id: `${at}` })))), 'BASE_TYPE_BAD_LENGTH'],
    ['a label of 81', layout(row(button({ label: 'x'.repeat(81) }))), 'BASE_TYPE_MAX_LENGTH'],
    ['neither label nor emoji', layout(row(button({ label: undefined }))), 'BUTTON_COMPONENT_LABEL_OR_EMOJI', false],
    ['a custom id of 101', layout(row(button({ custom_id: 'x'.repeat(101) }))), 'BASE_TYPE_MAX_LENGTH'],
    ['an empty custom id', layout(row(button({ custom_id: '' }))), 'BASE_TYPE_BAD_LENGTH'],
    ['a custom id twice', layout(row(button()), box(row(button()))), 'COMPONENT_CUSTOM_ID_DUPLICATED', false],
    ['an id twice', layout({ ...text('a'), id: 7 }, { ...text('b'), id: 7 }), 'COMPONENT_ID_DUPLICATED', false],
    ['a link button', layout(row({ type: 2, style: 5, label: 'L', url: 'https://example.org' })), null],
    [
      'a link button with a custom id',
      layout(row(button({ style: 5, url: 'https://example.org' }))),
      'BUTTON_COMPONENT_FIELD',
      false,
    ],
    ['a link button without a link', layout(row({ type: 2, style: 5, label: 'L' })), 'BASE_TYPE_REQUIRED', false],
    [
      'a script for a link',
      layout(row({ type: 2, style: 5, label: 'L', url: 'javascript:1' })),
      'URL_TYPE_INVALID_URL',
      false,
    ],
    [
      'a section of four texts',
      layout({ type: 9, components: many(4, () => text('a')), accessory: button() }),
      'BASE_TYPE_BAD_LENGTH',
    ],
    ['a section without accessory', layout({ type: 9, components: [text('a')] }), 'BASE_TYPE_REQUIRED'],
    ['a gallery of eleven', layout({ type: 12, items: many(11, () => photo) }), 'BASE_TYPE_BAD_LENGTH'],
    ['an alt text of 1,024', layout(gallery({ ...photo, description: 'x'.repeat(1_024) })), null],
    ['an alt text of 1,025', layout(gallery({ ...photo, description: 'x'.repeat(1_025) })), 'BASE_TYPE_MAX_LENGTH'],
    ['an empty alt text', layout(gallery({ ...photo, description: '' })), 'BASE_TYPE_BAD_LENGTH'],
    [
      'eleven attachments',
      { ...layout(text('a')), attachments: many(11, (at) => ({ id: `${at}` })) },
      'BASE_TYPE_BAD_LENGTH',
    ],
    ['a separator of width 3', layout({ type: 14, spacing: 3 }), 'BASE_TYPE_CHOICES'],
    [
      '26 options in a select',
      layout(row({ type: 3, custom_id: 's', options: many(26, (at) => ({ label: 'l', value: `${at}` })) })),
      'BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a select beside a button',
      layout(row(button(), { type: 3, custom_id: 's', options: [{ label: 'l', value: 'v' }] })),
      'BASE_TYPE_BAD_LENGTH',
      false,
    ],
  ],
);
