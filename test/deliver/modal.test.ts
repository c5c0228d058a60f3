import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toModal } from '../../src/deliver/modal.ts';
import { callbackFaults } from '../support/discord/check/callback.ts';
import { aModal } from '../support/form-command.ts';
import { hostileText } from '../support/hostile-text.ts';

const APPLICATION_COMMAND = 2;

describe('a form', () => {
  test('is what Discord takes, whatever its words and values are', () => {
    const text = fc.oneof(hostileText, fc.string({ maxLength: 5_000 }), fc.constant('\u202e\u200b'));
    fc.assert(
      fc.property(text, text, text, fc.integer({ min: 1, max: 9_000 }), (title, label, value, maxLength) => {
        const fields = ['a', 'b'].map((name) => {
          const style = name === 'a' ? 'short' : 'paragraph';
          return { name, label, style, required: false, maxLength, hint: label, placeholder: value, value } as const;
        });
        const data = toModal(aModal('note:x', { title, fields }));
        expect(callbackFaults({ type: 9, data }, APPLICATION_COMMAND)).toEqual([]);
      }),
    );
  });

  test.for([
    { name: 'no field', over: { fields: [] } },
    {
      name: 'six fields',
      over: {
        fields: Array.from({ length: 6 }, () => aModal('x').fields)
          .flat()
          .slice(0, 6),
      },
    },
    { name: 'an action of 101', over: { action: 'x'.repeat(101) } },
    { name: 'no action', over: { action: '' } },
  ])('with $name is a mistake of ours', ({ over }) => {
    expect(() => toModal(aModal('note:x', over))).toThrow(RangeError);
  });
});
