import type { CommandSpec } from '../src/command.ts';
import { CORRECTION_REASON_CHARS } from '../src/domain/correction.ts';
import { sub } from './subcommand.ts';

/** Longest code that can be typed: of an article's claim. */
export const CODE_CHARS = 100;

export const CORRECT_DATA: CommandSpec = {
  name: 'correct',
  nameUk: 'виправити',
  description: {
    en: 'Mark what an answer says as wrong, or take that back',
    uk: 'Позначити сказане у відповіді як хибне або скасувати це',
  },
  inDirectMessages: false,
  forOperator: true,
  subcommands: [
    sub(
      ['mark', 'позначити'],
      ['Mark a line, or one source of it, as wrong', 'Позначити рядок або одне його джерело як хибне'],
      [
        {
          type: 'string',
          name: 'id',
          nameUk: 'код',
          description: { en: 'Code of an event or of a source’s claim', uk: 'Код події або повідомлення джерела' },
          required: true,
          maxLength: CODE_CHARS,
          autocomplete: true,
        },
        {
          type: 'string',
          name: 'reason',
          nameUk: 'причина',
          description: { en: 'Why, as everybody will read it', uk: 'Чому, як це читатимуть усі' },
          required: true,
          maxLength: CORRECTION_REASON_CHARS,
        },
        {
          type: 'string',
          name: 'source',
          nameUk: 'джерело',
          description: {
            en: 'Code of the one source that is wrong; can be picked afterwards, too',
            uk: 'Код одного хибного джерела; можна вибрати й потім',
          },
          maxLength: CODE_CHARS,
        },
      ],
    ),
    sub(
      ['undo', 'скасувати'],
      ['Take a correction back', 'Скасувати виправлення'],
      [
        {
          type: 'string',
          name: 'code',
          nameUk: 'код',
          description: { en: 'Code of the correction', uk: 'Код виправлення' },
          required: true,
          maxLength: CODE_CHARS,
          autocomplete: true,
        },
      ],
    ),
  ],
};
