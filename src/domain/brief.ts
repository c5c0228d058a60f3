import { z } from 'zod';
import { ArticleId, Publication } from './article.ts';
import { Checked } from './check.ts';
import { Claim } from './claim.ts';
import { Correction } from './correction.ts';
import { Entity, EntityRef } from './entity.ts';
import { Filters } from './filters.ts';
import { Form } from './form.ts';
import { Language, Localised } from './language.ts';
import { Ledger } from './ledger.ts';
import { Change, News } from './news.ts';
import { Period, Span } from './period.ts';
import { Prose } from './prose.ts';
import { Scope } from './scope.ts';
import { FailingSource } from './source-health.ts';
import { Subject } from './subject.ts';
import { About, Topic } from './topic.ts';
import { OnlyFrom, SourceLimit, Standing } from './trust.ts';

/** Number of a source in this brief's list, from 1. */
const Citation = z.int().positive();

/** One article's word for a line: its own sentence and where it stands. */
export const Backing = z
  .strictObject({
    citation: Citation,
    claim: Claim,
    /** Verbatim words of each evidence span, where the article's text is kept; none for articles committed without text. */
    quotes: z.array(z.string().min(1)).readonly(),
    /** The verbatim piece that is printed of an excerpt; absent in the other modes, and where the text no longer has it. */
    excerpt: z.string().min(1).optional(),
    /** What stands before and after an excerpt in its article; '' where that begins or ends. */
    around: z.strictObject({ before: z.string(), after: z.string() }).readonly().optional(),
    /** It does not stand as it was said, by the foremost correction that holds; absent: it does. */
    corrected: Correction.optional(),
  })
  .readonly();
export type Backing = z.infer<typeof Backing>;

/** A value on which claims differ, with who gives it. */
export const Dispute = z
  .strictObject({
    over: z.enum(['amount', 'count', 'denial', 'date', 'actor', 'place']),
    values: z
      .array(
        z
          .strictObject({
            claim: Claim,
            citations: z.array(Citation).min(1).readonly(),
            /** The first few articles that give it, with their words. */
            backing: z.array(Backing).readonly().optional(),
            /** Independent ones among those who give it; absent: not counted. */
            origins: z.int().nonnegative().optional(),
            /** None of those who give it stands by it any more; absent: some do. */
            corrected: Correction.optional(),
          })
          .readonly(),
      )
      .min(2)
      .readonly(),
  })
  .readonly();
export type Dispute = z.infer<typeof Dispute>;

/** What else is said of the happening that a line is about. */
export const Account = z
  .strictObject({
    /**
     * `account`: in other words or with other slots; `earlier`: a stage before the one printed (pledged, then approved);
     * `superseded`: a figure that the same speaker has revised since; `contrary`: a denial of it, or what is denied.
     */
    relation: z.enum(['account', 'earlier', 'superseded', 'contrary']),
    /** Best first; each supports every word of the first. */
    backing: z.array(Backing).min(1).readonly(),
  })
  .readonly();
export type Account = z.infer<typeof Account>;

/**
 * One event as it will be printed: of the best account of it, the claim that says least among those that state the same, and
 * all who do; with what else is said of it.
 */
export const Line = z
  .strictObject({
    /** The event's (`EventId`), so stable for as long as the claim that it is named after stands first in it. */
    id: z.string().regex(/^[0-9a-z]{6,12}$/),
    claim: Claim,
    /** Best first; the first is the claim printed. Each supports every word of it. */
    backing: z.array(Backing).min(1).readonly(),
    /** Best first; the most telling few. */
    accounts: z.array(Account).readonly().default([]),
    /** Distinct publishers that tell of the event; may be more than are shown. */
    publishers: z.int().positive(),
    /** Independent ones among them: who passes on the same agency or copies another is one. 0: not counted. */
    origins: z.int().nonnegative().default(0),
    /** Sides whose speakers state it, where the side that does it and another both do. */
    statedBySides: z.array(EntityRef).readonly().default([]),
    disputes: z.array(Dispute).readonly(),
    /** Where nobody tells of the event but who is run by a state or party, or doubtful to moderators. */
    onlyFrom: OnlyFrom.optional(),
    /** Of a search: its place among all lines of the answer, from 1. */
    rank: z.int().positive().optional(),
    /** Unix ms of the newest article that tells of it; null where none has a date. */
    newestAtMs: z.int().nullable(),
    /** Of a question for what is new: what is new of it. */
    changes: z.array(Change).min(1).readonly().optional(),
  })
  .readonly();
export type Line = z.infer<typeof Line>;

export const Source = z
  .strictObject({
    citation: Citation,
    articleId: ArticleId,
    publisher: z.string(),
    author: z.string().nullable(),
    title: z.string(),
    /** '' where it is not known. */
    url: z.string(),
    /** BCP 47 primary subtag: of the words that its claims keep as they stand in the article. */
    language: z.string(),
    published: Publication.nullable(),
    relays: z.array(z.string()).readonly(),
    ...Standing.unwrap().shape,
  })
  .readonly();
export type Source = z.infer<typeof Source>;

export const Section = z
  .strictObject({
    topic: Topic,
    lines: z.array(Line).readonly(),
    /** Claims behind the lines; where not all events are among them, all claims that match the question. */
    claims: z.int().nonnegative(),
  })
  .readonly();
export type Section = z.infer<typeof Section>;

/** What a printed id is called, which office a person holds, where a place is and whom who acts does it for. */
export const Label = z
  .strictObject({
    names: Localised,
    role: Localised.optional(),
    kind: z.string(),
    /** WGS 84 degrees; of what is no settlement, a point that stands for the whole. */
    at: Entity.unwrap().shape.at,
    /** Code of the state or bloc that it is or acts for. */
    side: Entity.unwrap().shape.code,
  })
  .readonly();
export type Label = z.infer<typeof Label>;

/** An entity with how many claims refer to it or to anything within it. */
export const EntityClaims = z.strictObject({ id: EntityRef, claims: z.int().nonnegative() }).readonly();
export type EntityClaims = z.infer<typeof EntityClaims>;

/** A place around the one asked for, with the topics that are told of there alone. */
export const Wider = EntityClaims.unwrap()
  .extend({ topics: z.array(Topic).readonly() })
  .readonly();
export type Wider = z.infer<typeof Wider>;

export const Question = z
  .strictObject({
    form: Form.default('summary'),
    /** As typed; '' where the form is asked by its filters alone. */
    text: z.string().max(200),
    filters: Filters.default({}),
    subject: Subject,
    /** Of a digest on several: all of them; `subject` is the first. */
    subjects: z.array(Subject).min(2).readonly().optional(),
    about: About,
    /** null: not given, so the 30 days that end with the newest matching article. */
    period: Period.nullable(),
    language: Language,
    scope: Scope,
    /** Whose reports count; absent: everybody's. */
    sources: SourceLimit.exclude(['all']).optional(),
    /** The server does without pictures. */
    withoutPictures: z.literal(true).optional(),
    /** Its lines are to be worded by the operator's language model. */
    style: z.literal('prose').optional(),
  })
  .readonly();
export type Question = z.infer<typeof Question>;

/** What an answer can be seen as; `turned`: the overview in the opposite order of time; `plain`: line by line, where the overview is prose. */
export const View = z.enum(['overview', 'turned', 'map', 'chart', 'evidence', 'around', 'sources', 'plain']);
export type View = z.infer<typeof View>;

/** How the store stood at an instant, as the asker's scope sees it. */
export const StoreState = z
  .strictObject({
    /** Grows with every change. */
    revision: z.int().nonnegative(),
    articles: z.int().nonnegative(),
    claims: z.int().nonnegative(),
  })
  .readonly();
export type StoreState = z.infer<typeof StoreState>;

/** The answer to a question as data: what is printed, what it rests on, and what is not known. */
export const Brief = z
  .strictObject({
    /** Short; the same for the same store, question and instant. */
    id: z.string().regex(/^[0-9a-z]{8}$/),
    question: Question,
    askedAtMs: z.int(),
    /**
     * `lines`: there is something to print; `quiet`: covered, but nothing in the period asked for;
     * `uncovered`: no article in the store says anything of it; `failing`: nothing to print, and sources cannot be read
     * from which it might have come; `undisputed`: of a question for disputes, events were looked at and none has one;
     * `unchanged`: of a question for what is new, nothing is.
     */
    outcome: z.enum(['lines', 'quiet', 'uncovered', 'failing', 'undisputed', 'unchanged']),
    /** Of a message that was held against sources. */
    checked: Checked.optional(),
    /** Of a question for what is new alone. */
    news: News.optional(),
    /** Of a search alone: what is to stand out, each with its other names, folded (`foldName`), and whether all that match were looked at. */
    search: z
      .strictObject({
        marks: z
          .array(z.strictObject({ any: z.array(z.string().min(1)).readonly(), isBeginning: z.boolean() }).readonly())
          .readonly(),
        isAll: z.boolean(),
      })
      .readonly()
      .optional(),
    /** Of a question for disputes alone: the events that were looked at, how many of them several articles tell of, and whether there are more. */
    looked: z
      .strictObject({ events: z.int().nonnegative(), several: z.int().nonnegative(), isAll: z.boolean() })
      .readonly()
      .optional(),
    /** Sources that could not be read at the end of the span or before it, longest first. */
    failing: z.array(FailingSource).readonly().default([]),
    /** Publication time the lines are from; null: all there is. */
    span: Span.nullable(),
    /** Of every article that matches the question whatever its period; null where none does. */
    coverage: z
      .strictObject({
        articles: z.int().positive(),
        publishers: z.int().positive(),
        /** Null where no matching article has a date. */
        oldestAtMs: z.int().nullable(),
        newestAtMs: z.int().nullable(),
        /** Matching articles without a date: in no period but "everything". */
        undated: z.int().nonnegative(),
      })
      .readonly()
      .nullable(),
    /** Of a question in which not everybody counts: what else covers it, whatever the period; null: not counted. */
    leftOut: z
      .strictObject({ articles: z.int().nonnegative(), publishers: z.int().nonnegative() })
      .readonly()
      .nullable()
      .optional(),
    /** Topics with the most lines first; only topics with lines. */
    sections: z.array(Section).readonly(),
    /** Of an answer in the form `aid`; null in others. */
    ledger: Ledger.nullable().default(null),
    sources: z.array(Source).readonly(),
    /** Claims by topic for this subject and span, whatever `about` says: what the topic buttons lead to. */
    topicCounts: z.partialRecord(Topic, z.int().nonnegative()),
    labels: z.record(EntityRef, Label),
    /** The same name fits these too: narrower or other entities, best first, as ids with their claim counts. */
    also: z.array(EntityClaims).readonly(),
    /** The nearest place around the one asked for that has more to tell: the country around a town. */
    wider: Wider.nullable(),
    /** What a language model made of its lines, where it was asked to. */
    prose: Prose.optional(),
    /** What the store held when the question was asked; null in answers kept before it was noted. */
    store: StoreState.nullable().default(null),
    /** What the message of the answer was last turned to. */
    shown: z.strictObject({ view: View, page: z.int().positive() }).readonly().default({ view: 'overview', page: 1 }),
  })
  .readonly();
export type Brief = z.infer<typeof Brief>;
