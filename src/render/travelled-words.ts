import type { Language } from '../domain/language.ts';
import { type Travelled, UNREACHABLE } from '../domain/travelled.ts';
import { messagesIn } from './messages/in-language.ts';

/** In how many messages a correction stands, is still to stand and will not; '' for one that is on none. */
export function travelledWords(
  { shown, elsewhere, waiting, unreachable }: Travelled,
  isUndone: boolean,
  language: Language,
): string {
  const { travel: words } = messagesIn(language);
  return [
    ...(shown > 0 ? [words.shown(shown, isUndone)] : []),
    ...(elsewhere > 0 ? [words.elsewhere(elsewhere)] : []),
    ...(waiting > 0 ? [words.waiting(waiting)] : []),
    ...UNREACHABLE.flatMap((why) => {
      const n = unreachable[why] ?? 0;
      return n > 0 ? [words.unreachable(n, words.why[why])] : [];
    }),
  ].join(' · ');
}
