import type { App } from '../src/app.ts';
import type { Answer, Call } from '../src/command.ts';
import type { Brief } from '../src/domain/brief.ts';
import { briefPage } from './answer-page.ts';

/**
 * An answer in prose: at once where the same lines were worded before, else in plain lines, which the prose takes the place of when
 * it comes.
 */
export async function proseAnswer(
  brief: Brief,
  prose: NonNullable<App['prose']>,
  isPrivate: boolean,
  { limits }: Call,
): Promise<Pick<Answer, 'page' | 'shows' | 'later'>> {
  const shown = (one: Brief, isComing: boolean) =>
    briefPage(one, { ...one.shown, private: isPrivate, isComing }, limits);
  if (brief.outcome !== 'lines') return shown(brief, false);
  const known = await prose.known(brief);
  if (known) return shown(known, false);
  const later = async () => {
    const worded = await prose.make(brief);
    return worded && shown(worded, false);
  };
  return { ...shown(brief, true), later };
}
