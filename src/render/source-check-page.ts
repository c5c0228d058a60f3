import type { Language } from '../domain/language.ts';
import type { Action, Block, Page, PageLimits } from '../domain/page.ts';
import type { Source } from '../domain/source.ts';
import type { AsideItem, SourceCheck, SourceView } from '../domain/source-view.ts';
import { heading, item, paragraph, title } from './blocks.ts';
import { clip } from './cut.ts';
import { dayWords, instantWords } from './date-words.ts';
import { failureTold } from './failure-words.ts';
import { messagesIn } from './messages/in-language.ts';
import { type Piece, paginate } from './pack.ts';
import { sourceAction } from './source-action.ts';
import { addressRun, factItems, isFollowed, shortLink } from './source-facts.ts';
import { readingBlocks } from './sources-page.ts';

const TITLE_CHARS = 160;

/** What came of reading a source at once, with what was set aside and what can be done. */
export function renderCheck(
  { view, result, aside }: SourceCheck,
  nowMs: number,
  language: Language,
  limits: PageLimits,
): Page {
  const words = messagesIn(language).source.check;
  const { source, ownership } = view;
  const { kinds, states } = messagesIn(language).source.fact;
  const kind = `${kinds[source.kind]} · ${states[source.state]}`;
  const first = [
    title(words.title(clip(source.name))),
    ...resultBlocks(result, view, language),
    ...factItems(source, ownership, kind, language),
    ...readingBlocks(view, nowMs, language),
  ];
  const frame = { first, later: [], foot: [] };
  const group = { heading: [heading(words.aside)], continued: [], pieces: asidePieces(aside, language) };
  const [blocks = []] = paginate(aside.length > 0 ? [group] : [], frame, limits, 'filled');
  return { language, tone: result.ok ? 'neutral' : 'problem', blocks, actions: [viewButtons(view, language)] };
}

function resultBlocks(result: SourceCheck['result'], view: SourceView, language: Language): readonly Block[] {
  const { check: words, probe } = messagesIn(language).source;
  if (!result.ok) {
    const { what, todo } = failureTold(result.error, isFollowed(view.source), language);
    return [paragraph(`${words.fails} ${clip(what, 300)} ${todo}`)];
  }
  const { items, newestAtMs, movedTo } = result.value;
  if (view.source.kind !== 'feed') return [paragraph(onceWords(view.source, newestAtMs, language))];
  const newest = newestAtMs === null ? null : instantWords(newestAtMs, language);
  const moved: Block[] =
    movedTo === null ? [] : [{ kind: 'paragraph', rich: [{ text: `${words.moved} ` }, addressRun(movedTo)] }];
  return [paragraph(words.works(probe.items(items), newest)), ...moved];
}

function onceWords({ kind }: Source, atMs: number | null, language: Language): string {
  const { check: words } = messagesIn(language).source;
  return kind === 'text' ? words.pasted : words.worksOnce(atMs === null ? null : dayWords(atMs, language));
}

function asidePieces(aside: readonly AsideItem[], language: Language): readonly Piece[] {
  const { untitled } = messagesIn(language).source.probe;
  return aside.map(({ title: name, url, reason, atMs }) => {
    const { what } = failureTold(reason, false, language);
    const told = ` · ${instantWords(atMs, language)} · ${clip(what, 300)}`;
    return [item([shortLink(name?.trim() ? clip(name, TITLE_CHARS) : untitled, url), { text: told }])];
  });
}

/** What can be done with a source. */
function viewButtons({ source: { id: source, state, kind } }: SourceView, language: Language): readonly Action[] {
  const { button } = messagesIn(language).source;
  const to = (deed: 'pause' | 'resume' | 'edit' | 'remove' | 'approve' | 'refuse'): Action => {
    return { action: sourceAction({ kind: deed, source }), label: button[deed], look: 'secondary' };
  };
  if (state === 'pending') return [to('approve'), to('refuse')];
  const running = kind === 'feed' && state === 'active' ? [to('pause')] : [];
  return [...running, ...(state === 'active' ? [] : [to('resume')]), to('edit'), to('remove')];
}
