import { messageFaults, type Sending } from './check/message.ts';
import { button, embeds, examples, many, row, text, type Verdict } from './examples.ts';

const messages = (sending: Sending, verdicts: readonly Verdict[]) => {
  const schema = sending === 'reply' ? 'IncomingWebhookInteractionRequest' : 'MessageCreateRequest';
  return examples(schema, sending, (body) => messageFaults(body, sending, false), verdicts);
};

/** Messages of before Components V2. */
export const MESSAGES = messages('reply', [
  ['2,000 characters', { content: 'x'.repeat(2_000) }, null],
  ['2,001 characters', { content: 'x'.repeat(2_001) }, 'BASE_TYPE_MAX_LENGTH'],
  ['an unknown flag', { content: 'x', flags: 1 << 4 }, 'MESSAGE_FLAGS_NOT_ALLOWED', false],
  ['ephemeral', { content: 'x', flags: 64 }, null],
  ['mentions of unknown kind', { content: 'x', allowed_mentions: { parse: ['all'] } }, 'BASE_TYPE_CHOICES'],
  [
    '101 users',
    { content: 'x', allowed_mentions: { users: many(101, Object).map((_, at) => `${at}`) } },
    'BASE_TYPE_BAD_LENGTH',
  ],
  [
    'users twice over',
    { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
    'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
    false,
  ],
  ['an embed', embeds({ title: 'T', description: 'D', fields: [{ name: 'n', value: 'v' }], color: 0xffffff }), null],
  ['eleven embeds', embeds(...many(11, () => ({ title: 'T' }))), 'BASE_TYPE_BAD_LENGTH'],
  ['an embed title of 257', embeds({ title: 'x'.repeat(257) }), 'BASE_TYPE_MAX_LENGTH'],
  ['an embed description of 4,097', embeds({ description: 'x'.repeat(4_097) }), 'BASE_TYPE_MAX_LENGTH'],
  ['26 fields', embeds({ fields: many(26, () => ({ name: 'n', value: 'v' })) }), 'BASE_TYPE_BAD_LENGTH'],
  ['a field value of 1,025', embeds({ fields: [{ name: 'n', value: 'x'.repeat(1_025) }] }), 'BASE_TYPE_MAX_LENGTH'],
  ['a footer of 2,049', embeds({ footer: { text: 'x'.repeat(2_049) } }), 'BASE_TYPE_MAX_LENGTH'],
  ['an author of 257', embeds({ author: { name: 'x'.repeat(257) } }), 'BASE_TYPE_MAX_LENGTH'],
  ['a colour beyond white', embeds({ color: 0x1000000 }), 'NUMBER_TYPE_MAX'],
  ['6,000 characters of embeds', embeds({ description: 'x'.repeat(4_000) }, { description: 'x'.repeat(2_000) }), null],
  [
    '6,001 characters of embeds',
    embeds({ description: 'x'.repeat(4_000) }, { description: 'x'.repeat(2_001) }),
    'MAX_EMBED_SIZE_EXCEEDED',
    false,
  ],
  [
    'an alt text of 1,025',
    { content: 'x', attachments: [{ id: '0', description: 'x'.repeat(1_025) }] },
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    'six rows',
    { content: 'x', components: many(6, (at) => row(button({ custom_id: `${at}` }))) },
    'BASE_TYPE_BAD_LENGTH',
    false,
  ],
  ['a text display without the flag', { content: 'x', components: [text('t')] }, 'BASE_TYPE_CHOICES', false],
]);

/** Messages in a channel, beside any interaction. */
export const CHANNEL = messages('channel', [
  ['a nonce of 25', { content: 'x', nonce: '1'.repeat(25), enforce_nonce: true }, null],
  ['a nonce of 26', { content: 'x', nonce: '1'.repeat(26) }, 'BASE_TYPE_MAX_LENGTH'],
  ['ephemeral in a channel', { content: 'x', flags: 64 }, 'MESSAGE_FLAGS_NOT_ALLOWED', false],
]);
