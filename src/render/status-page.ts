import type { Fault } from '../domain/failure.ts';
import type { Language } from '../domain/language.ts';
import type { Block, Page, PageLimits } from '../domain/page.ts';
import { item, paragraph, small, title } from './blocks.ts';
import { clip } from './cut.ts';
import { numberWords } from './figure-words.ts';
import { messagesIn } from './messages/in-language.ts';
import { type Piece, paginate } from './pack.ts';
import { type StoreSize, sizeWords } from './store-words.ts';

export interface StatusView {
  readonly store: StoreSize & { readonly entities: number; readonly bytes: number };
  readonly faults: readonly Fault[];
  /** Unix ms. */
  readonly startedAtMs: number;
  readonly version: string;
}

const PROBLEM_CHARS = 300;
const BYTES_PER_MB = 1_000_000;

/** What is loaded, and what was set aside and why: as many faults as there is room for, and how many more there are. */
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
    tone: status.faults.length > 0 ? 'problem' : 'neutral',
    blocks: hidden > 0 ? [...body, more(hidden)] : body,
    actions: [],
  };
}

function headBlocks({ store, faults, version, startedAtMs }: StatusView, language: Language): readonly Block[] {
  const words = messagesIn(language).command.status;
  const size = sizeWords(store, language);
  const startedAt = new Date(startedAtMs).toISOString().slice(0, 16).replace('T', ' ');
  const megabytes = numberWords(Math.round(store.bytes / (BYTES_PER_MB / 10)) / 10, language);
  return [
    title(words.title),
    paragraph(words.loaded(size.articles, size.claims, size.outlets, words.entities(store.entities))),
    small(`${words.bytes(megabytes)} ${words.running(version, startedAt)}`),
    paragraph(faults.length > 0 ? words.faults(faults.length) : words.noFaults),
  ];
}

function faultBlock({ file, field, problem }: Fault, language: Language): Block {
  const where = field === '' ? messagesIn(language).command.status.wholeFile : clip(field);
  return item([{ text: clip(file), style: 'code' }, { text: ` · ${where}: ${clip(problem, PROBLEM_CHARS)}` }]);
}
