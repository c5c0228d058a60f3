import type { Language } from '../domain/language.ts';
import type { Page } from '../domain/page.ts';
import { ageOf } from './age.ts';
import { heading, item, paragraph, small, title } from './blocks.ts';
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
  const {
    command: { about: words },
    member,
  } = messagesIn(language);
  return {
    language,
    tone: 'neutral',
    actions: [],
    blocks: [
      title(words.title),
      ...words.method.map(paragraph),
      heading(words.values),
      ...words.valueLines.map((text) => item([{ text }])),
      heading(member.privacy),
      ...member.privacyLines.map((text) => item([{ text }])),
      small(member.privacyPage),
      heading(words.store),
      paragraph(storeWords(view, language)),
      small(words.version(view.version)),
    ],
  };
}

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
