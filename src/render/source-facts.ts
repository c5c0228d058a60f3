import type { Language } from '../domain/language.ts';
import type { Ownership } from '../domain/ownership.ts';
import type { Block, Rich, Run } from '../domain/page.ts';
import type { Source } from '../domain/source.ts';
import { item } from './blocks.ts';
import { clip } from './cut.ts';
import { dayWords } from './date-words.ts';
import { languageName } from './language-name.ts';
import { messagesIn } from './messages/in-language.ts';

const ADDRESS_CHARS = 120;
/** Longer addresses would fill a page once they are encoded: they are printed cut, and lead nowhere. */
const LINK_CHARS = 400;

/** Words that lead to an address, where that is short enough to stand in a page beside others. */
export const shortLink = (text: string, url: string | null): Run =>
  url !== null && url.length <= LINK_CHARS && /^https?:\/\//i.test(url) ? { text, href: url } : { text };

/** An address in print. */
export const addressRun = (url: string): Run => shortLink(clip(url, ADDRESS_CHARS), url);

/** Whether a source is read by itself, or was until its server said that it is gone. */
export const isFollowed = ({ kind, state }: Source): boolean =>
  kind === 'feed' && (state === 'active' || state === 'gone');

/** Who did something: a member, whom the platform names, or whoever runs the bot. */
export const whoRun = (userId: string | null, language: Language): Run =>
  userId === null ? { text: messagesIn(language).source.view.operator } : { text: userId, style: 'member' };

/** "state-owned: Owner", and what that is known from. */
function ownerWords(ownership: Ownership | null, language: Language): string {
  const words = messagesIn(language).source.fact;
  if (ownership === null) return words.ownerUnknown;
  const { kind, owner, basis } = ownership;
  return `${words.ownership[kind]}${owner === null ? '' : `: ${clip(owner)}`} (${words.basis(clip(basis, 200))})`;
}

/**
 * What is known of a source, an item for each fact.
 * @param kind in words, where there is more to say than that it is a feed
 */
export function factItems(
  source: Source,
  ownership: Ownership | null,
  kind: string,
  language: Language,
): readonly Block[] {
  const words = messagesIn(language).source.fact;
  const facts: readonly (readonly [string, Rich])[] = [
    [words.publisher, [{ text: clip(source.publisher) }]],
    [words.owner, [{ text: ownerWords(ownership, language) }]],
    [
      words.language,
      [{ text: source.language === null ? words.languageUnsaid : languageName(source.language, language) }],
    ],
    [words.kind, [{ text: kind }]],
    [words.tier, [{ text: words.tiers[source.tier] }]],
    ...(source.engine === 'llm' ? [[words.engine, [{ text: words.engines.llm }]] as const] : []),
    ...(source.url === null ? [] : [[words.address, [addressRun(source.url)]] as const]),
  ];
  return facts.map(([name, value]) => item([{ text: `${name}: `, style: 'bold' }, ...value]));
}

/** "added by @somebody on 5 May 2024, approved by @another". */
export function originRuns({ addedBy, addedAtMs, approvedBy }: Source, language: Language): Rich {
  const words = messagesIn(language).source.view;
  return [
    { text: `${words.addedBy} ` },
    whoRun(addedBy, language),
    { text: ` ${words.on(dayWords(addedAtMs, language))}` },
    ...(approvedBy === undefined ? [] : [{ text: `, ${words.approvedBy} ` }, whoRun(approvedBy, language)]),
  ];
}
