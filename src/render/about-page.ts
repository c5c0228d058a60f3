import type { Language } from '../domain/language.ts';
import type { Block, Page } from '../domain/page.ts';
import { ageOf } from './age.ts';
import { dayWords } from './date-words.ts';
import { messagesIn } from './messages/in-language.ts';
import { type StoreSize, sizeWords } from './store-words.ts';

export interface AboutView {
  readonly store: StoreSize & { readonly oldestAtMs: number | null; readonly newestAtMs: number | null };
  readonly version: string;
  /** Unix ms. */
  readonly nowMs: number;
}

/** How answers are made, what counts, and how much there is to answer from. */
export function renderAbout(view: AboutView, language: Language): Page {
  const words = messagesIn(language).command.about;
  return {
    language,
    tone: 'neutral',
    actions: [],
    blocks: [
      block('title', words.title),
      ...words.method.map((text) => block('paragraph', text)),
      block('heading', words.values),
      ...words.valueLines.map((text) => block('item', text)),
      block('heading', words.store),
      block('paragraph', storeWords(view, language)),
      block('small', words.version(view.version)),
    ],
  };
}

const block = (kind: 'title' | 'heading' | 'paragraph' | 'item' | 'small', text: string): Block => ({
  kind,
  rich: [{ text }],
});

function storeWords({ store, nowMs }: AboutView, language: Language): string {
  const { brief, command } = messagesIn(language);
  if (store.articles === 0) return command.about.empty;
  const { articles, outlets, claims } = sizeWords(store, language);
  const size = command.about.size(articles, outlets, claims);
  const { oldestAtMs, newestAtMs } = store;
  if (oldestAtMs === null || newestAtMs === null) return size;
  const age = brief.age(ageOf(newestAtMs, nowMs));
  return `${size} ${command.about.span(dayWords(oldestAtMs, language), dayWords(newestAtMs, language), age)}`;
}
