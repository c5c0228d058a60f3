import type { AidPicture, CountsPicture, MapPicture, PictureSpec, Visit } from '../domain/picture.ts';
import { shortDay } from './chart/time-axis.ts';
import { figure } from './figures.ts';
import { type Group, type Site, sitesOf } from './map/sites.ts';
import { type PictureWords, pictureWords } from './words/words.ts';

/** Longest description that Discord takes: https://discord.com/developers/docs/resources/message#attachment-object */
const MOST_CHARS = 1024;

/** What the picture says, for those who cannot see it: plain text of at most 1,024 characters, in the picture's language. */
export function altText(spec: PictureSpec): string {
  const words = pictureWords(spec.language);
  const { opening, note, items, further } = contentOf(spec, words);
  const about = [opening, ended(clean(spec.subtitle)), note].filter((part) => part !== '').join(' ');
  const text = listed(about, items, further);
  return text.length <= MOST_CHARS ? text : `${text.slice(0, MOST_CHARS - 1).toWellFormed()}…`;
}

/** With a full stop, where there is anything and no other end. */
const ended = (text: string): string => (/[.!?…]$|^$/u.test(text) ? text : `${text}.`);

interface Content {
  readonly opening: string;
  /** Goes between the period and the items; '' for nothing. */
  readonly note: string;
  /** What matters most first. */
  readonly items: readonly string[];
  readonly further: (n: number) => string;
}

/** As many items as fit, and how many there are besides. */
function listed(about: string, items: readonly string[], further: (n: number) => string): string {
  if (items.length === 0) return about;
  const whole = (shown: number): string => {
    const rest = items.length - shown;
    return `${about} ${[...items.slice(0, shown), ...(rest === 0 ? [] : [further(rest)])].join('; ')}.`;
  };
  const fitting = items.map((_, n) => items.length - n).find((shown) => whole(shown).length <= MOST_CHARS);
  return whole(fitting ?? 1);
}

/** Longer names are cut: they would leave no room for anything else. */
const MOST_NAME_CHARS = 80;

function clean(text: string): string {
  const plain = text
    .slice(0, 400)
    .toWellFormed()
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    .trim();
  const letters = [...plain];
  return letters.length <= MOST_NAME_CHARS ? plain : `${letters.slice(0, MOST_NAME_CHARS).join('')}…`;
}

function contentOf(spec: PictureSpec, words: PictureWords): Content {
  switch (spec.kind) {
    case 'map':
      return mapContent(spec, words);
    case 'aid':
      return aidContent(spec, words);
    case 'counts':
      return countsContent(spec, words);
    case 'visits': {
      const items = spec.lanes.flatMap(({ visitor, visits }) =>
        visits.map((visit) => visitWords(visitor, visit, spec.language, words)),
      );
      const note = items.length === 0 ? words.visits.none : '';
      return { opening: words.alt.visits(clean(spec.title)), note, items, further: words.alt.furtherVisits };
    }
    default:
      return spec satisfies never;
  }
}

function mapContent({ title, points, events }: MapPicture, words: PictureWords): Content {
  const sites = sitesOf(points);
  const note = points.length === 0 ? words.map.none : words.alt.events(events, sites.length);
  const actions = Map.groupBy(points, ({ lat, lon }) => `${lat} ${lon}`);
  const items = sites.map((site) => siteWords(site, actions.get(`${site.lat} ${site.lon}`) ?? [], words));
  return { opening: words.alt.map(clean(title)), note, items, further: words.alt.furtherPlaces };
}

function siteWords({ name, groups }: Site, points: MapPicture['points'], words: PictureWords): string {
  const told = groups.map((group) => {
    const same = points.filter(
      ({ kind, side, confirmation }) =>
        kind === group.kind && side?.code === group.side?.code && confirmation === group.confirmation,
    );
    const actions = [...new Set(same.flatMap(({ action }) => (action === undefined ? [] : [clean(action)])))];
    return groupWords(group, actions, words);
  });
  return `${clean(name)}: ${told.join(', ')}`;
}

function groupWords(
  { kind, side, confirmation, extent, count }: Group,
  actions: readonly string[],
  { map }: PictureWords,
): string {
  const what = actions.length === 0 ? map.kind[kind] : `${map.kind[kind]}: ${actions.join(', ')}`;
  const who = side ? [clean(side.name)] : [];
  const where = extent === 'area' ? [map.area] : [];
  return `${count === 1 ? '' : `${count} × `}${what} (${[...who, map.confirmation[confirmation], ...where].join(', ')})`;
}

function aidContent({ title, panels, language, withoutSum }: AidPicture, words: PictureWords): Content {
  const items = panels.flatMap(({ currency, rows }) =>
    rows.map(({ donor, bars }) => {
      const sums = bars.map((bar) => `${figure(bar, language)} ${currency} ${words.aid.status[bar.status]}`);
      return `${clean(donor)}: ${sums.join(', ')}`;
    }),
  );
  const notes = [
    ...(items.length === 0 ? [words.aid.none] : []),
    ...(withoutSum === 0 ? [] : [`${words.aid.withoutSum(withoutSum)}.`]),
  ];
  return { opening: words.alt.aid(clean(title)), note: notes.join(' '), items, further: words.aid.furtherDonors };
}

const YEAR_CHARS = '2024'.length;

/** As on the axis, days have their year where there are several. */
function countsContent({ title, unit, points, language }: CountsPicture, words: PictureWords): Content {
  const hasYears = new Set(points.map(({ day }) => day.slice(0, YEAR_CHARS))).size > 1;
  const items = points.map(
    (point) => `${shortDay(point.day, language, hasYears)}: ${figure(point, language)} (${clean(point.by)})`,
  );
  const note = items.length === 0 ? words.counts.none : '';
  return { opening: words.alt.counts(clean(title), clean(unit)), note, items, further: words.alt.furtherFigures };
}

function visitWords(
  visitor: string,
  { from, to, about, place, status }: Visit,
  language: PictureSpec['language'],
  words: PictureWords,
): string {
  const days = from === to ? shortDay(from, language) : `${shortDay(from, language)} – ${shortDay(to, language)}`;
  return `${clean(visitor)}, ${clean(place)}, ${about ? words.alt.around(days) : days} (${words.visits.status[status]})`;
}
