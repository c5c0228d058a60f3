import { z } from 'zod';
import { ArticleFile } from './article-file.ts';
import { Label } from './brief.ts';
import { Ownership } from './ownership.ts';
import { ProbeFailure } from './probe-failure.ts';
import { SOURCE_KINDS, Source, SourceId } from './source.ts';

const Ms = z.int();
const Address = z.string().max(2_000);

/** What a moderator should know before adding a source. */
export const Warning = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('no-dates') }),
    /** Of what is read once. */
    z.strictObject({ kind: z.literal('no-date') }),
    z.strictObject({ kind: z.literal('no-items') }),
    z.strictObject({ kind: z.literal('future-dates') }),
    /** The pages hold less than the article: a wall, a notice. */
    z.strictObject({ kind: z.literal('stub'), why: z.string().max(200) }),
    /** Only what the feed gives of each article can be read, and it is a summary; `failure`: why the page cannot. */
    z.strictObject({ kind: z.literal('summaries-only'), failure: ProbeFailure.nullable() }),
    z.strictObject({ kind: z.literal('state-owned'), owner: z.string().nullable() }),
    /** BCP 47 primary subtag. */
    z.strictObject({ kind: z.literal('unsupported-language'), language: z.string() }),
    /** So many of the items that were read pass on what these outlets report, or copy them. */
    z.strictObject({ kind: z.literal('syndicated'), outlets: z.array(z.string()).readonly(), items: z.int() }),
    z.strictObject({ kind: z.literal('no-claims') }),
    z.strictObject({ kind: z.literal('stale'), newestAtMs: Ms }),
    /** The feed is followed already: in this server (`here`), or by whoever runs the bot. */
    z.strictObject({ kind: z.literal('followed'), here: z.boolean(), source: SourceId }),
    /** The feed holds so many items beyond those that are read of any. */
    z.strictObject({ kind: z.literal('left-out'), items: z.int() }),
    z.strictObject({ kind: z.literal('moved'), to: Address }),
  ])
  .readonly();
export type Warning = z.infer<typeof Warning>;

/** An article as it would be stored; `text` is what its offsets count in. */
const ProbedArticle = z.strictObject({ file: ArticleFile, text: z.string() }).readonly();

/** An item as it would be stored, or why it would not. */
export const ProbedItem = z
  .strictObject({
    title: z.string().nullable(),
    url: Address.nullable(),
    publishedAtMs: Ms.nullable(),
    /** `known`: stored already; `copy`: the text of another publisher, `of`. */
    standing: z
      .discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('new') }),
        z.strictObject({ kind: z.literal('known') }),
        z.strictObject({ kind: z.literal('copy'), of: z.string() }),
      ])
      .readonly(),
    /** null: it was not read, since others were enough to judge by. */
    read: z
      .discriminatedUnion('ok', [
        z.strictObject({ ok: z.literal(true), value: ProbedArticle }),
        z.strictObject({ ok: z.literal(false), error: ProbeFailure }),
      ])
      .readonly()
      .nullable(),
  })
  .readonly();
export type ProbedItem = z.infer<typeof ProbedItem>;

/** One of many that can be added at once: of OPML, or the several feeds of a site. */
export const ProbedFeed = z
  .strictObject({ url: Address, title: z.string().nullable(), isFollowed: z.boolean() })
  .readonly();
export type ProbedFeed = z.infer<typeof ProbedFeed>;

/** A dry run: what would come of adding a source, with nothing added. */
export const Probe = z
  .strictObject({
    /** Names it for its buttons; it is kept for a day. */
    id: SourceId,
    kind: z.enum([...SOURCE_KINDS, 'list']),
    /** What would be added; of a list, what each is like that is added. */
    source: Source,
    ownership: Ownership.nullable(),
    /** Items in all. */
    total: z.int().nonnegative(),
    /** The newest, newest first; the first few of them read. */
    items: z.array(ProbedItem).readonly(),
    /** For a list, or where a site has several feeds: what may be chosen. Of a site the first is what was read. */
    feeds: z.array(ProbedFeed).readonly(),
    /** Of a list, how many more it holds than there is room for. */
    leftOut: z.int().nonnegative(),
    /** Of a list, how many entries name something else than a web address. */
    invalid: z.int().nonnegative().default(0),
    warnings: z.array(Warning).readonly(),
    /** Names for what the claims refer to. */
    labels: z.record(z.string(), Label).readonly(),
    /** Whether it counts only when a second moderator approves it. */
    needsApproval: z.boolean(),
  })
  .readonly();
export type Probe = z.infer<typeof Probe>;
