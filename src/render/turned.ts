import type { Language } from '../domain/language.ts';
import type { Action, Block } from '../domain/page.ts';
import { messagesIn } from './messages/in-language.ts';

/** One of several pages, with the buttons that turn to its neighbours; the last where there are fewer. */
export function turned(
  pages: readonly (readonly Block[])[],
  page: number,
  actionOf: (page: number) => string,
  language: Language,
): { readonly blocks: readonly Block[]; readonly turns: readonly Action[] } {
  const { previous, next } = messagesIn(language).button;
  const at = Math.min(Math.max(1, page), pages.length);
  const to = (label: string, target: number): Action => ({
    action: actionOf(target),
    label: `${label} (${target}/${pages.length})`,
    look: 'secondary',
  });
  return {
    blocks: pages[at - 1] ?? [],
    turns: [...(at > 1 ? [to(previous, at - 1)] : []), ...(at < pages.length ? [to(next, at + 1)] : [])],
  };
}
