import type { Language } from '../domain/language.ts';
import type { Action, Block, Page, PageLimits, Rich } from '../domain/page.ts';
import type { Source } from '../domain/source.ts';
import type { SourceRefusal, SourceView } from '../domain/source-view.ts';
import { item, paragraph, small, title } from './blocks.ts';
import { clip } from './cut.ts';
import { messagesIn } from './messages/in-language.ts';
import { paginate } from './pack.ts';
import { sourceAction } from './source-action.ts';
import { shortLink, whoRun } from './source-facts.ts';

const PER_ROW = 5;
const MOST_DECISIONS = 20;
const LABEL_CHARS = 40;

/** What was added, and what there was no room for. */
export function renderAdded(
  { added, left }: { readonly added: readonly Source[]; readonly left: number },
  language: Language,
  limits: PageLimits,
): Page {
  const words = messagesIn(language).source.done;
  const next = added[0] ? [paragraph(nextWords(added[0], language))] : [];
  const rest = left > 0 ? [paragraph(words.left(left))] : [];
  const frame = { first: [title(words.added(added.length)), ...next, ...rest], later: [], foot: [] };
  const pieces = added.map((source) => [item(nameRuns(source))]);
  const [blocks = []] = paginate([{ heading: [], continued: [], pieces }], frame, limits, 'filled');
  return { language, tone: 'neutral', blocks, actions: [[listButton(language)]] };
}

/** Who adds as whoever runs the bot does so at a terminal. */
function nextWords({ kind, addedBy }: Source, language: Language): string {
  const { addedAtTerminal, addedNext } = messagesIn(language).source.done;
  return kind === 'feed' && addedBy === null ? addedAtTerminal : addedNext[kind];
}

/** Several sources that a second moderator is to decide on, a button for each of the first. */
export function renderRequests(sources: readonly Source[], language: Language, limits: PageLimits): Page {
  const { done: words, button } = messagesIn(language).source;
  const by: Rich = [{ text: `${words.requestedBy} ` }, whoRun(sources[0]?.addedBy ?? null, language)];
  const first: readonly Block[] = [title(words.requestsTitle(sources.length)), { kind: 'paragraph', rich: by }];
  const frame = { first, later: [], foot: [small(words.requestNext)] };
  const pieces = sources.map((source) => [item(nameRuns(source))]);
  const [blocks = []] = paginate([{ heading: [], continued: [], pieces }], frame, limits, 'filled');
  const buttons = sources.slice(0, MOST_DECISIONS).map(({ id, name }): Action => {
    const label = `${button.approve}: ${clip(name, LABEL_CHARS)}`;
    return { action: sourceAction({ kind: 'approve', source: id }), label, look: 'secondary' };
  });
  const rows = Array.from({ length: Math.ceil(buttons.length / PER_ROW) }, (_, row) =>
    buttons.slice(row * PER_ROW, (row + 1) * PER_ROW),
  );
  return { language, tone: 'neutral', blocks, actions: rows };
}

/** What a second moderator decided, for all to see. */
export function renderDecided(source: Source, how: 'approve' | 'refuse', by: string | null, language: Language): Page {
  const words = messagesIn(language).source.done;
  const [decided, next] = how === 'approve' ? [words.approved, words.approvedNext] : [words.refused, words.refusedNext];
  const asked: Rich = [{ text: `${words.requestedBy} ` }, whoRun(source.addedBy, language)];
  const rich: Rich = [{ text: `${decided} ` }, whoRun(by, language), { text: `. ${next}` }];
  const blocks: readonly Block[] = [
    title(clip(source.name)),
    { kind: 'paragraph', rich: asked },
    { kind: 'paragraph', rich },
  ];
  return { language, tone: how === 'approve' ? 'neutral' : 'quiet', blocks, actions: [] };
}

/** Asks what is to become of what a source reported. */
export function renderRemoval({ source, counts }: SourceView, language: Language): Page {
  const { removal: words, button, view } = messagesIn(language).source;
  const to = (kind: 'keep' | 'withdraw', look: Action['look']): Action => {
    return { action: sourceAction({ kind, source: source.id }), label: button[kind], look };
  };
  const asked =
    counts.articles === 0
      ? [paragraph(words.askNothing)]
      : [
          paragraph(words.ask(view.articles(counts.articles))),
          item([{ text: words.keep }]),
          item([{ text: words.withdraw }]),
        ];
  const choices =
    counts.articles === 0
      ? [{ ...to('keep', 'primary'), label: button.remove }]
      : [to('keep', 'primary'), to('withdraw', 'secondary')];
  const blocks = [title(words.title(clip(source.name))), ...asked];
  return { language, tone: 'quiet', blocks, actions: [[...choices, listButton(language)]] };
}

/** What was done, each in a paragraph, with the way back to the list. */
export function renderDone(words: readonly string[], language: Language): Page {
  return { language, tone: 'neutral', blocks: words.map(paragraph), actions: [[listButton(language)]] };
}

/** Why something was not done to a source. */
export function refusalWords(refusal: SourceRefusal, language: Language): string {
  const { refusal: words } = messagesIn(language).source;
  return (words[refusal.kind] as (refusal: SourceRefusal) => string)(refusal);
}

const nameRuns = ({ name, url, id }: Source): Rich => [
  shortLink(clip(name), url),
  { text: ' ' },
  { text: id, style: 'code' },
];

const listButton = (language: Language): Action => {
  return {
    action: sourceAction({ kind: 'list', page: 1 }),
    label: messagesIn(language).source.button.list,
    look: 'secondary',
  };
};
