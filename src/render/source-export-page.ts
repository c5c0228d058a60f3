import type { Language } from '../domain/language.ts';
import type { Block, Page } from '../domain/page.ts';
import type { Source } from '../domain/source.ts';
import { paragraph, small, title } from './blocks.ts';
import { messagesIn } from './messages/in-language.ts';

/** The feeds of a scope as a file. */
export function renderSourceExport(opml: string, sources: readonly Source[], language: Language): Page {
  const { export: words, probe } = messagesIn(language).source;
  const feeds = sources.filter(({ kind }) => kind === 'feed').length;
  const others = sources.length - feeds;
  const file: Block = { kind: 'file', name: 'sitrep-sources.opml', type: 'text/x-opml', text: opml };
  const told = feeds === 0 ? [paragraph(words.none)] : [paragraph(words.feeds(probe.feeds(feeds))), file];
  const rest = others > 0 ? [small(words.others(others))] : [];
  return { language, tone: 'neutral', blocks: [title(words.title), ...told, ...rest], actions: [] };
}
