import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { defineCommand, type PressAnswer } from '../../src/command.ts';
import type { Draw } from '../../src/deliver/pictures.ts';
import type { Block, Page, PictureBlock } from '../../src/domain/page.ts';
import { aPng } from './png.ts';

export const say = (text: string): Block => ({ kind: 'paragraph', rich: [{ text }] });

/** A picture that says `title`. */
export const aPicture = (title: string, alt = `It shows ${title}.`): PictureBlock => ({
  kind: 'picture',
  spec: { kind: 'counts', theme: 'dark', language: 'en', title, subtitle: '', source: '', unit: '', points: [] },
  alt,
});

const BUTTONS: Page['actions'] = [
  ['other', 'drop', 'beside', 'slowly'].map((rest) => ({ action: `paint:${rest}`, label: rest, look: 'secondary' })),
];
const page = (...blocks: readonly Block[]): Page => ({ language: 'en', tone: 'neutral', blocks, actions: BUTTONS });

/**
 * Shows a picture of what it is told between two texts. Its buttons change the picture, take it away, or show one beside it, `slowly` in more time than `ANNOUNCED.whenSlow`.
 * `aDraw` fails on a picture of `nothing`, and never ends one of `eternity`.
 */
export const paint = defineCommand({
  data: {
    name: 'paint',
    nameUk: 'малюнок',
    description: { en: 'd', uk: 'о' },
    inDirectMessages: true,
    options: [
      { name: 'what', nameUk: 'що', description: { en: 'd', uk: 'о' }, type: 'string', required: true },
      { name: 'private', nameUk: 'приватно', description: { en: 'd', uk: 'о' }, type: 'boolean' },
    ],
  },
  access: 'everyone',
  input: z.strictObject({ what: z.string(), private: z.boolean().optional() }),
  isPrivate: (input) => input.private ?? false,
  run: async ({ what, private: isPrivate = false }) => ({
    page: page(say('before'), aPicture(what), say('after')),
    private: isPrivate,
  }),
  press: async ({ rest }): Promise<PressAnswer> => {
    if (rest === 'slowly') await pause(60);
    return {
      how: rest === 'beside' || rest === 'slowly' ? 'reply' : 'update',
      page: rest === 'drop' ? page(say('gone')) : page(aPicture(rest), say('changed')),
      private: false,
    };
  },
});

export interface Drawing {
  readonly draw: Draw;
  /** Titles of what was drawn, in order. */
  readonly drawn: readonly string[];
}

/** Draws a grey picture whose shade says what it is of. */
export function aDraw(): Drawing {
  const drawn: string[] = [];
  const draw: Draw = async (spec) => {
    const { title } = spec;
    drawn.push(title);
    if (title === 'nothing') throw new Error('no paint is left');
    if (title === 'eternity') return new Promise(() => undefined);
    const shade = [...title].reduce((sum, letter) => (sum + letter.charCodeAt(0)) % 256, 0);
    return aPng(800, 450, [shade, shade, shade]);
  };
  return { draw, drawn };
}
