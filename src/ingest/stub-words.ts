import { z } from 'zod';
import { fold } from './fold.ts';

const Phrases = z.array(z.string().min(3).max(80)).readonly();

/** What is written where an article is not, in one language. */
export const StubFile = z.strictObject({
  /** Only for those who pay or sign in. */
  paywall: Phrases,
  /** Asks for consent. */
  consent: Phrases,
  /** Asks for scripts, or wants to know whether a person reads. */
  scripts: Phrases,
  /** What titles and first lines of messages about an error begin with. */
  error: Phrases,
});
export type StubWords = z.infer<typeof StubFile>;

/** The phrases of all languages, folded. */
export function stubWords(files: readonly StubWords[]): StubWords {
  const all = (kind: keyof StubWords): readonly string[] => [...new Set(files.flatMap((file) => file[kind]).map(fold))];
  return { paywall: all('paywall'), consent: all('consent'), scripts: all('scripts'), error: all('error') };
}
