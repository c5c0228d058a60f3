import type { Language } from '../domain/language.ts';
import type { Action, Page, PageLimits } from '../domain/page.ts';
import type { Starter } from '../domain/source-view.ts';
import { isStateRun } from '../domain/trust.ts';
import { item, paragraph, title } from './blocks.ts';
import { clip } from './cut.ts';
import { languageName } from './language-name.ts';
import { messagesIn } from './messages/in-language.ts';
import { paginate } from './pack.ts';
import { sourceAction } from './source-action.ts';
import { shortLink } from './source-facts.ts';

const PER_ROW = 5;
/** One row is left for the rest. */
const CHOICE_ROWS = 4;
const LABEL_CHARS = 40;

interface Group {
  readonly crisis: Starter['crisis'];
  /** Each with its place in the whole list. */
  readonly starters: readonly (Starter & { readonly at: number })[];
}

/** The groups of the starter list in its order. */
export function groupsOf(starters: readonly Starter[]): readonly Group[] {
  const numbered = starters.map((starter, at) => ({ ...starter, at }));
  const byCrisis = Map.groupBy(numbered, ({ crisis }) => crisis.en);
  return [...byCrisis.values()].flatMap(([first, ...more]) =>
    first ? [{ crisis: first.crisis, starters: [first, ...more] }] : [],
  );
}

/** The groups, with a button for each. */
export function renderStarters(starters: readonly Starter[], language: Language): Page {
  const words = messagesIn(language).source;
  const groups = groupsOf(starters);
  const lines = groups.map(({ crisis, starters: own }) => {
    const followed = own.filter(({ isFollowed }) => isFollowed).length;
    const told = words.starter.group(words.probe.feeds(own.length), followed);
    return item([{ text: `${clip(crisis[language])}: `, style: 'bold' }, { text: told }]);
  });
  const buttons = groups.map(({ crisis }, group): Action => {
    return {
      action: sourceAction({ kind: 'group', group }),
      label: clip(crisis[language], LABEL_CHARS),
      look: 'secondary',
    };
  });
  const intro = paragraph(groups.length > 0 ? words.starter.intro : words.starter.none);
  const blocks = [title(words.starter.title), intro, ...lines];
  return { language, tone: 'neutral', blocks, actions: rowsOf(buttons, CHOICE_ROWS + 1) };
}

/** One group: each feed, with a button for a look at each that is not followed, and one for all of them. */
export function renderGroup(
  starters: readonly Starter[],
  group: number,
  language: Language,
  limits: PageLimits,
): Page | null {
  const chosen = groupsOf(starters)[group];
  if (!chosen) return null;
  const { starter: words, button } = messagesIn(language).source;
  const pieces = chosen.starters.map((one, at) => [item(starterRuns(one, at + 1, language))]);
  const frame = { first: [title(clip(chosen.crisis[language]))], later: [], foot: [] };
  const [blocks = []] = paginate([{ heading: [], continued: [], pieces }], frame, limits, 'filled');
  const open = chosen.starters.map((one, at) => ({ ...one, nth: at + 1 })).filter(({ isFollowed }) => !isFollowed);
  const each = open.map(({ at, name, nth }): Action => {
    return {
      action: sourceAction({ kind: 'start', at }),
      label: `${nth}. ${clip(name, LABEL_CHARS)}`,
      look: 'secondary',
    };
  });
  const all: readonly Action[] =
    open.length > 1
      ? [{ action: sourceAction({ kind: 'start-all', group }), label: words.all(open.length), look: 'primary' }]
      : [];
  const back: Action = { action: sourceAction({ kind: 'starters' }), label: button.back, look: 'secondary' };
  return { language, tone: 'neutral', blocks, actions: [...rowsOf(each, CHOICE_ROWS), [...all, back]] };
}

function starterRuns(
  { name, publisher, language: written, url, ownership, isFollowed }: Starter,
  nth: number,
  language: Language,
) {
  const { starter, fact } = messagesIn(language).source;
  const notes = [
    ...(publisher === name ? [] : [clip(publisher)]),
    languageName(written, language),
    ...(ownership !== null && isStateRun(ownership) ? [fact.ownership[ownership.kind]] : []),
    ...(isFollowed ? [starter.followed] : []),
  ];
  return [{ text: `${nth}. ` }, shortLink(clip(name), url), { text: ` · ${notes.join(' · ')}` }];
}

const rowsOf = (buttons: readonly Action[], most: number): readonly (readonly Action[])[] =>
  Array.from({ length: most }, (_, row) => buttons.slice(row * PER_ROW, (row + 1) * PER_ROW)).filter(
    (row) => row.length > 0,
  );
