import type { Brief, Line } from '../domain/brief.ts';
import type { Claim } from '../domain/claim.ts';
import { actorOf } from '../domain/fact.ts';
import type { Block } from '../domain/page.ts';
import { MAP_KINDS, type MapPicture, type MapPoint } from '../domain/picture.ts';
import { altText } from '../picture/alt.ts';
import { leftOutBlocks, whyNotShown } from './left-out.ts';
import { sidesOf } from './map-side.ts';
import { messagesIn } from './messages/in-language.ts';
import type { LeftOut } from './messages/picture-messages.ts';
import { pictureFrame } from './picture-frame.ts';
import { type Labels, nameOf } from './speaker.ts';

/** What happened at one place is told sooner than shown. */
const LEAST_PLACES = 2;
/** As many as a picture takes. */
const MOST_POINTS = 500;

/**
 * Where the events of an answer happened, with what the map leaves out; [] where they are at fewer than two places. What aid
 * is meant for is no place where anything happened.
 */
export function mapBlocks(brief: Brief): readonly Block[] {
  const placed = placedIn(brief);
  if (!isWorthAMap(placed)) return [];
  const spec = specOf(
    placed.filter(({ places }) => places.length > 0),
    brief,
  );
  const reasons = placed.flatMap(({ leftOut }) => leftOut ?? []);
  return [{ kind: 'picture', spec, alt: altText(spec) }, ...leftOutBlocks(reasons, brief.question.language)];
}

/**
 * Whether a button leads from the answer to a map. A summary is read first: with a map above its lines they would stand below
 * the first screen, and every summary would wait for an upload.
 */
export const hasMapBehind = (brief: Brief): boolean =>
  brief.question.form === 'summary' && !brief.question.withoutPictures && isWorthAMap(placedIn(brief));

const placedIn = ({ sections, labels }: Brief): readonly Placed[] =>
  sections.flatMap(({ lines }) => lines).flatMap((line) => placedOf(line, labels));

const isWorthAMap = (placed: readonly Placed[]): boolean =>
  new Set(placed.flatMap(({ places }) => places)).size >= LEAST_PLACES;

/** An event with the places where it is shown: none where it is left out. */
interface Placed {
  readonly line: Line;
  readonly kind: MapPoint['kind'];
  readonly places: readonly string[];
  readonly leftOut: LeftOut | null;
}

function placedOf(line: Line, labels: Labels): readonly Placed[] {
  const { claim } = line;
  const kind = MAP_KINDS.find((one) => one === claim.type);
  if (!kind || kind === 'aid') return [];
  const why = whyNotShown(line);
  const places = why === null ? nearest(placesOf(claim), labels) : [];
  return [{ line, kind, places, leftOut: why ?? (places.length === 0 ? 'nowhere' : null) }];
}

function placesOf(claim: Claim): readonly string[] {
  switch (claim.type) {
    case 'move':
      return [claim.place, claim.to ?? [], claim.from ?? []].find(({ length }) => length > 0) ?? [];
    case 'strike':
    case 'visit':
    case 'impact':
      return claim.place;
    default:
      return [];
  }
}

/** Of a town and what lies around it, the town; those that have no coordinates are left out. */
function nearest(places: readonly string[], labels: Labels): readonly string[] {
  const known = [...new Set(places)].filter((place) => labels[place]?.at);
  const towns = known.filter((place) => isTown(place, labels));
  return towns.length > 0 ? towns : known;
}

const isTown = (place: string, labels: Labels): boolean => labels[place]?.kind === 'settlement';

function specOf(shown: readonly Placed[], brief: Brief): MapPicture {
  const sides = sidesOf([...new Set(shown.flatMap(({ line }) => actorOf(line.claim) ?? []))], brief);
  const points = shown.flatMap(({ line, kind, places }) =>
    places.flatMap((place) => pointOf(place, line, kind, sides.get(actorOf(line.claim) ?? ''), brief)),
  );
  const areas = areasOf(points, brief);
  return { kind: 'map', ...pictureFrame(brief), points: points.slice(0, MOST_POINTS), events: shown.length, areas };
}

function pointOf(
  place: string,
  line: Line,
  kind: MapPoint['kind'],
  side: MapPoint['side'],
  { labels, question: { language } }: Brief,
): readonly MapPoint[] {
  const at = labels[place]?.at;
  if (!at) return [];
  const { claim } = line;
  const action = claim.type === 'move' ? messagesIn(language).picture.action[claim.action] : undefined;
  return [
    {
      ...at,
      name: nameOf(place, labels, language),
      extent: isTown(place, labels) ? 'spot' : 'area',
      kind,
      ...(action !== undefined && { action }),
      ...(side && { side }),
      confirmation: confirmationOf(line),
      count: 1,
    },
  ];
}

/** That both sides state it confirms it, as an article does that says so; what one denies is the other's claim. */
function confirmationOf({ claim, statedBySides, disputes }: Line): MapPoint['confirmation'] {
  if (claim.epi === 'denied' || claim.confirmation === 'denied') return 'denied';
  if (claim.confirmation === 'confirmed' || statedBySides.length > 0) return 'confirmed';
  const isContested = disputes.some(({ over }) => over === 'denial');
  return claim.epi === 'claimed' || claim.confirmation === 'unconfirmed' || isContested ? 'claimed' : 'reported';
}

/** The stretch of land that is asked about, where the map does not have it as a place of events. */
function areasOf(points: readonly MapPoint[], { labels, question }: Brief): MapPicture['areas'] {
  const { subject, filters, language } = question;
  const asked = subject.kind === 'entity' ? subject.id : (filters.place ?? '');
  const label = labels[asked];
  if (label?.kind !== 'area' || !label.at) return [];
  const name = nameOf(asked, labels, language);
  return points.some((point) => point.name === name) ? [] : [{ ...label.at, name }];
}
