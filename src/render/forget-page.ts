import type { Language } from '../domain/language.ts';
import type { KeptOfMember } from '../domain/member.ts';
import type { Block, Page } from '../domain/page.ts';
import { item, paragraph, small, title } from './blocks.ts';
import { messagesIn } from './messages/in-language.ts';

/** What is kept of a member, with a button that deletes it; or what was deleted. */
export function forgetPage(member: KeptOfMember, isDone: boolean, language: Language): Page {
  const words = messagesIn(language).member;
  const things = keptItems(member, language);
  if (things.length === 0) return page(language, [title(words.title), paragraph(words.nothing), small(words.left)], []);
  if (isDone) return page(language, [title(words.title), paragraph(words.deleted), ...things, small(words.left)], []);
  const blocks = [title(words.title), paragraph(words.kept), ...things, small(`${words.effect} ${words.left}`)];
  return page(language, blocks, [[{ action: 'forget:all', label: words.confirm, look: 'primary' }]]);
}

const page = (language: Language, blocks: readonly Block[], actions: Page['actions']): Page => ({
  language,
  tone: 'quiet',
  blocks,
  actions,
});

function keptItems({ marks, answers, mistakes, tracks }: KeptOfMember, language: Language): readonly Block[] {
  const words = messagesIn(language).member;
  const things = [
    ...(marks.length > 0 ? [words.marks(marks.length)] : []),
    ...(answers.length > 0 ? [words.answers(answers.length)] : []),
    ...(mistakes > 0 ? [words.mistakes(mistakes)] : []),
    ...(tracks > 0 ? [words.tracks(tracks)] : []),
  ];
  return things.map((text) => item([{ text }]));
}
