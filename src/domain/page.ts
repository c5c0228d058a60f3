import type { Language } from './language.ts';
import type { PictureSpec } from './picture.ts';

/** A run of text; `text` is plain and unescaped, whatever its origin: whoever sends it escapes it for its platform. */
export interface Run {
  readonly text: string;
  /** `member`, `channel`, `role`: the text is an id, and the platform shows the name. */
  readonly style?: 'bold' | 'italic' | 'struck' | 'code' | 'member' | 'channel' | 'role';
  /** http or https only. */
  readonly href?: string;
}
export type Rich = readonly Run[];

/** One block of a page, top to bottom. */
export type Block =
  | { readonly kind: 'title'; readonly rich: Rich }
  | { readonly kind: 'heading'; readonly rich: Rich }
  /** `of`, as of an item: the events that it tells of, where it matters on which page they stand. */
  | { readonly kind: 'paragraph'; readonly rich: Rich; readonly of?: readonly string[] }
  /** An item of a list. */
  | { readonly kind: 'item'; readonly rich: Rich; readonly of?: readonly string[] }
  /** Small print that belongs to the block before it. */
  | { readonly kind: 'small'; readonly rich: Rich }
  /** Somebody else's words, character for character. */
  | { readonly kind: 'quote'; readonly rich: Rich }
  | { readonly kind: 'rule' }
  | PictureBlock
  | FileBlock;

/** A picture that is drawn when the page is shown; a page has at most one. */
export interface PictureBlock {
  readonly kind: 'picture';
  readonly spec: PictureSpec;
  /** What the picture says, in words, for who cannot see it: plain text, cut at the platform's limit. */
  readonly alt: string;
}

/** A file to take along; a page has at most one, and then no picture. */
export interface FileBlock {
  readonly kind: 'file';
  /** Lower-case letters, digits, dots and hyphens. */
  readonly name: string;
  /** IANA media type. */
  readonly type: string;
  /** Sent in UTF-8. */
  readonly text: string;
}

/** The words of a block. */
export const richOf = (block: Block): Rich => ('rich' in block ? block.rich : []);

export const fileOf = ({ blocks }: Pick<Page, 'blocks'>): FileBlock | null =>
  blocks.find((block) => block.kind === 'file') ?? null;

export const pictureOf = ({ blocks }: Pick<Page, 'blocks'>): PictureBlock | null =>
  blocks.find((block) => block.kind === 'picture') ?? null;

/** A button. `action` comes back as it is when it is pressed: `command:rest`, at most 90 characters. */
export interface Action {
  readonly action: string;
  readonly label: string;
  readonly look: 'primary' | 'secondary';
  readonly disabled?: boolean;
}

/** A list of which one thing is picked. It comes back as the menu's action, a colon and the value, together at most 90 characters. */
export interface Menu {
  readonly action: string;
  readonly placeholder: string;
  /** 1 to 25. */
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** An answer laid out before any chat platform is involved. */
export interface Page {
  readonly language: Language;
  readonly blocks: readonly Block[];
  /** At most five rows of at most five; an action that occurs again is shown once. */
  readonly actions: readonly (readonly Action[])[];
  /** Stands below the buttons and takes the place of a row. */
  readonly menu?: Menu;
  /** How it is meant: colours the message's edge, nothing else. */
  readonly tone: 'neutral' | 'quiet' | 'problem';
}

/** What one message of a platform holds; `render` never makes a page beyond it. */
export interface PageLimits {
  /** Most that the costs of a page's blocks may add up to. */
  readonly budget: number;
  /** Most blocks. */
  readonly blocks: number;
  /** Most lines on the first page of an answer: what is taken in at a glance. */
  readonly glance: number;
  /** What a block costs there, markup and escaping included; always positive. */
  readonly costOf: (block: Block) => number;
  /** Longest file; absent: any. */
  readonly fileBytes?: number;
}
