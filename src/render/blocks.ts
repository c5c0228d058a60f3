import type { Block, Rich } from '../domain/page.ts';

const plain =
  (kind: 'title' | 'heading' | 'paragraph' | 'small' | 'quote') =>
  (text: string): Block => ({ kind, rich: [{ text }] });

export const title = plain('title');
export const heading = plain('heading');
export const paragraph = plain('paragraph');
export const small = plain('small');
export const quote = plain('quote');
export const item = (rich: Rich): Block => ({ kind: 'item', rich });
