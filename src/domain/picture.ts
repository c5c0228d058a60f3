import { z } from 'zod';
import { AID_STATUSES, Bound, VISIT_STATUSES } from './claim.ts';
import { Language } from './language.ts';

export const PictureTheme = z.enum(['dark', 'light']);
export type PictureTheme = z.infer<typeof PictureTheme>;

/**
 * How borders that states do not agree on are drawn. `dashed`: every line that any side goes by, dashed. `un`: those the
 * United Nations General Assembly goes by, as any other border. `control`: those that are kept on the ground, as any other.
 * docs/pictures.md says what each shows.
 */
export const DisputedBorders = z.enum(['dashed', 'un', 'control']);
export type DisputedBorders = z.infer<typeof DisputedBorders>;

/** Words from outside, of any length and content: cleaned, cut and escaped where they are drawn. */
const Words = z.string();

/** Days of the Gregorian calendar in UTC. */
const Day = z.iso.date();

const frame = {
  theme: PictureTheme,
  /** Of the words that the picture adds by itself. */
  language: Language,
  title: Words.min(1),
  /** What it covers, in words: the period, the place. */
  subtitle: Words,
  /** Where it is from, in words: articles, outlets, the answer's id. Drawn in the last line. */
  source: Words,
};

export const MAP_KINDS = ['move', 'strike', 'visit', 'aid', 'impact'] as const;
export const MapKind = z.enum(MAP_KINDS);
export type MapKind = z.infer<typeof MapKind>;

/** `reported`: by articles in their own voice, or by speakers that nobody doubts. */
export const MAP_CONFIRMATIONS = ['confirmed', 'reported', 'claimed', 'denied'] as const;
export const MapConfirmation = z.enum(MAP_CONFIRMATIONS);
export type MapConfirmation = z.infer<typeof MapConfirmation>;

/** Events of one kind, side and confirmation at one place. */
export const MapPoint = z
  .strictObject({
    /** WGS 84 degrees. */
    lat: z.number().min(-90).max(90),
    lon: z.number().min(-180).max(180),
    /** Of the place, in the picture's language. */
    name: Words.min(1),
    /** `area`: it happened somewhere in a region, a country or a stretch of land that the point only stands for. */
    extent: z.enum(['spot', 'area']),
    kind: MapKind,
    /** What was done, in words ("capture"); for the alternative text alone. */
    action: Words.optional(),
    /** Who did it. `code` stands in the symbol, `name` in the legend. */
    side: z
      .strictObject({ code: z.string().regex(/^[A-Z]{2,5}$/), name: Words.min(1) })
      .readonly()
      .optional(),
    confirmation: MapConfirmation,
    /** How many events. */
    count: z.int().positive(),
  })
  .readonly();
export type MapPoint = z.infer<typeof MapPoint>;

/** The name of a stretch of land, written across it. */
const MapArea = z
  .strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180), name: Words.min(1) })
  .readonly();

const MapPicture = z
  .strictObject({
    kind: z.literal('map'),
    ...frame,
    points: z.array(MapPoint).max(500).readonly(),
    /** How many events there are in all: one at several places is one. */
    events: z.int().nonnegative(),
    /** Largest first: an earlier one is written before a later one. Countries, regions and towns need not be given. */
    areas: z.array(MapArea).max(50).readonly(),
  })
  .readonly();
export type MapPicture = z.infer<typeof MapPicture>;

/** A figure as it is given, and what others give where they differ; `high` is not below `low`. */
const Range = { low: z.number().nonnegative(), high: z.number().nonnegative(), op: Bound };
const isNotReversed = (range: { readonly low: number; readonly high: number }): boolean => range.high >= range.low;
const REVERSED = 'high must not be below low';

/** What one donor is said to give in one status. */
const AidBar = z
  .strictObject({ status: z.enum(AID_STATUSES), ...Range })
  .refine(isNotReversed, REVERSED)
  .readonly();

/** Sums in one currency, which is never converted or added to another. */
const AidPanel = z
  .strictObject({
    /** ISO 4217. */
    currency: z.string().regex(/^[A-Z]{3}$/),
    /** Largest first; a status stands once in a row. */
    rows: z
      .array(z.strictObject({ donor: Words.min(1), bars: z.array(AidBar).min(1).readonly() }).readonly())
      .min(1)
      .readonly(),
  })
  .readonly();
export type AidPanel = z.infer<typeof AidPanel>;

const AidPicture = z
  .strictObject({
    kind: z.literal('aid'),
    ...frame,
    /** The first ones are drawn, as far as there is room; the others are named. */
    panels: z.array(AidPanel).max(30).readonly(),
    /** Packages without a sum, which no bar shows. */
    withoutSum: z.int().nonnegative(),
  })
  .readonly();
export type AidPicture = z.infer<typeof AidPicture>;

const CountPoint = z
  .strictObject({
    day: Day,
    ...Range,
    /** Who gives it. */
    by: Words.min(1),
  })
  .refine(isNotReversed, REVERSED)
  .readonly();
export type CountPoint = z.infer<typeof CountPoint>;

const CountsPicture = z
  .strictObject({
    kind: z.literal('counts'),
    ...frame,
    /** What is counted, in words ("people killed"). */
    unit: Words,
    points: z.array(CountPoint).max(500).readonly(),
  })
  .readonly();
export type CountsPicture = z.infer<typeof CountsPicture>;

const Visit = z
  .strictObject({
    /** First and last day, both included; a visit of one day has the same twice. */
    from: Day,
    to: Day,
    /** The days are the span that a vaguer date leaves open. */
    about: z.boolean(),
    place: Words.min(1),
    status: z.enum(VISIT_STATUSES),
  })
  .refine((visit) => visit.to >= visit.from, { error: 'must not be before from', path: ['to'] })
  .readonly();
export type Visit = z.infer<typeof Visit>;

const VisitsPicture = z
  .strictObject({
    kind: z.literal('visits'),
    ...frame,
    /** One a visitor, the one that matters most first; those for whom there is no room are counted. */
    lanes: z
      .array(z.strictObject({ visitor: Words.min(1), visits: z.array(Visit).min(1).readonly() }).readonly())
      .max(500)
      .readonly(),
    /** Draws a line at that day, between what was and what is to come. */
    today: Day.optional(),
  })
  .readonly();
export type VisitsPicture = z.infer<typeof VisitsPicture>;

/** What a picture shows, as data; the same data make the same bytes. */
export const PictureSpec = z.discriminatedUnion('kind', [MapPicture, AidPicture, CountsPicture, VisitsPicture]);
export type PictureSpec = z.infer<typeof PictureSpec>;
