import { z } from 'zod';

/** The claim types that are learned; statements are made from attributions. */
export const FRAME_TYPES = ['aid', 'move', 'strike', 'visit', 'impact'] as const;
export type FrameType = (typeof FRAME_TYPES)[number];

const Words = z.array(z.string().min(1).max(60)).readonly();

/** Words that tell what a sentence is about, of one language: `data/lexicon/<language>/frames.json`. */
export const FramesFile = z
  .strictObject({
    language: z.string(),
    note: z.string(),
    /** What things are: troops, missiles, food, leaders. */
    classes: z.record(z.string(), Words).readonly(),
    /** English name, in kebab case, of what an entry says is given: "train" → "training"; a noun without one goes by itself, if it is English. */
    items: z.record(z.string(), z.string().regex(/^[a-z0-9-]{1,60}$/)).readonly(),
    /** What happens, by claim type and by the value of the slot (action, status, kind) that it suggests. */
    triggers: z.record(z.enum(FRAME_TYPES), z.record(z.string(), Words).readonly()).readonly(),
  })
  .readonly();
export type FramesFile = z.infer<typeof FramesFile>;

/** An entry: its words in order, and whether other words may stand between them. */
export interface Entry {
  readonly key: string;
  readonly words: readonly string[];
  readonly gapped: boolean;
  /** Class or slot value. */
  readonly tag: string;
}

/** Entries by their first word. */
export type EntryIndex = ReadonlyMap<string, readonly Entry[]>;

export interface FramesLexicon {
  readonly classes: EntryIndex;
  readonly items: ReadonlyMap<string, string>;
  readonly triggers: Readonly<Record<FrameType, EntryIndex>>;
}

/** @param normal the tagger's form of a word (lemma or stem), so that files may hold plain words */
export function createFramesLexicon(file: FramesFile, normal: (word: string) => string): FramesLexicon {
  const triggers = FRAME_TYPES.map((type) => [type, indexOf(file.triggers[type], normal)] as const);
  return {
    classes: indexOf(file.classes, normal),
    items: new Map(Object.entries(file.items)),
    triggers: Object.fromEntries(triggers) as FramesLexicon['triggers'],
  };
}

function indexOf(groups: Readonly<Record<string, readonly string[]>>, normal: (word: string) => string): EntryIndex {
  const index = new Map<string, Entry[]>();
  for (const [tag, words] of Object.entries(groups)) {
    for (const key of words) {
      const entry = entryOf(key, tag, normal);
      const first = entry.words[0] ?? '';
      index.set(first, [...(index.get(first) ?? []), entry]);
    }
  }
  return index;
}

function entryOf(key: string, tag: string, normal: (word: string) => string): Entry {
  const words = key.toLowerCase().split(/[~ ]/).map(normal);
  return { key, words, gapped: key.includes('~'), tag };
}
