import type { Brief } from '../domain/brief.ts';
import { messagesIn } from './messages/in-language.ts';

/** Among how many events disputes were looked for; null where that is not said. */
export function lookedWords({ looked, question: { language } }: Brief): string | null {
  if (!looked) return null;
  return messagesIn(language).dispute.looked(looked.events, looked.several, looked.isAll);
}
