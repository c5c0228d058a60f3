import type { Fault } from '../domain/failure.ts';
import type { Language } from '../domain/language.ts';
import type { ModelStatus } from '../domain/model-status.ts';
import type { Block, Page, PageLimits } from '../domain/page.ts';
import type { FailingFeed, SourcesHealth } from '../domain/source-view.ts';
import { item, paragraph, small, title } from './blocks.ts';
import { clip } from './cut.ts';
import { failureNote } from './failure-note.ts';
import { numberWords } from './figure-words.ts';
import { messagesIn } from './messages/in-language.ts';
import { modelWords } from './model-words.ts';
import { type Piece, paginate } from './pack.ts';
import { type StoreSize, sizeWords } from './store-words.ts';

export interface StatusView {
  readonly store: StoreSize & { readonly entities: number; readonly bytes: number };
  readonly sources: SourcesHealth;
  readonly faults: readonly Fault[];
  /** Absent: there is no language model. */
  readonly model?: ModelStatus;
  /** Unix ms. */
  readonly startedAtMs: number;
  readonly version: string;
}

const PROBLEM_CHARS = 300;
/** `/source list` has all. */
const FAILING_SHOWN = 5;
const BYTES_PER_MB = 1_000_000;

/** What is loaded, how the sources are, and what was set aside and why: as many faults as there is room for, and how many more there are. */
export function renderStatus(status: StatusView, language: Language, limits: PageLimits): Page {
  const head = headBlocks(status, language);
  const more = (n: number): Block => small(messagesIn(language).command.status.moreFaults(n));
  const pieces = status.faults.map((fault): Piece => [faultBlock(fault, language)]);
  const frame = { first: head, later: [], foot: [more(status.faults.length)] };
  const [first = []] = paginate([{ heading: [], continued: [], pieces }], frame, limits, 'filled');
  const body = first.slice(0, -1);
  const hidden = status.faults.length - (body.length - head.length);
  return {
    language,
    tone: status.faults.length + status.sources.failing.length > 0 ? 'problem' : 'neutral',
    blocks: hidden > 0 ? [...body, more(hidden)] : body,
    actions: [],
  };
}

function headBlocks(
  { store, sources, faults, model, version, startedAtMs }: StatusView,
  language: Language,
): readonly Block[] {
  const words = messagesIn(language).command.status;
  const size = sizeWords(store, language);
  const startedAt = new Date(startedAtMs).toISOString().slice(0, 16).replace('T', ' ');
  const megabytes = numberWords(Math.round(store.bytes / (BYTES_PER_MB / 10)) / 10, language);
  return [
    title(words.title),
    paragraph(words.loaded(size.articles, size.claims, size.outlets, words.entities(store.entities))),
    small(`${words.bytes(megabytes)} ${words.running(version, startedAt)}`),
    ...sourceBlocks(sources, language),
    ...(model ? modelBlocks(model, language) : []),
    paragraph(faults.length > 0 ? words.faults(faults.length) : words.noFaults),
  ];
}

function modelBlocks(model: ModelStatus, language: Language): readonly Block[] {
  const [use, claims] = modelWords(model, language);
  return [paragraph(use), small(claims)];
}

/** How many sources there are in each state, and those that cannot be read. */
function sourceBlocks({ states, failing }: SourcesHealth, language: Language): readonly Block[] {
  const { command, source } = messagesIn(language);
  const counts = states.filter(([, n]) => n > 0).map(([state, n]) => `${source.fact.states[state]}: ${n}`);
  const more = failing.length - FAILING_SHOWN;
  return [
    paragraph(counts.length > 0 ? command.status.sources(counts.join(' · ')) : command.status.noSources),
    ...failing.slice(0, FAILING_SHOWN).map((one) => failingBlock(one, language)),
    ...(more > 0 ? [small(command.status.moreFailing(more))] : []),
  ];
}

function failingBlock({ name, feed }: FailingFeed, language: Language): Block {
  return item([{ text: clip(name), style: 'bold' }, { text: ` ${failureNote(feed, true, language) ?? ''}` }]);
}

function faultBlock({ file, field, problem }: Fault, language: Language): Block {
  const where = field === '' ? messagesIn(language).command.status.wholeFile : clip(field);
  return item([{ text: clip(file), style: 'code' }, { text: ` · ${where}: ${clip(problem, PROBLEM_CHARS)}` }]);
}
