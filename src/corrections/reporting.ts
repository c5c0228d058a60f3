import type { Brief, Line } from '../domain/brief.ts';
import type { CorrectionRefusal, ToldOfMistake } from '../domain/correction-view.ts';
import type { Result } from '../domain/failure.ts';
import { MISTAKES_AN_HOUR, Mistake } from '../domain/mistake.ts';
import { HOUR_MS } from '../domain/period.ts';
import type { CorrectionActor, MistakeReport } from './contract.ts';
import { refused } from './marking.ts';
import type { CorrectionPorts } from './ports.ts';

/** Keeps what a member reports, and has moderators told; who cannot be told finds it in the list. */
export async function report(
  ports: CorrectionPorts,
  { answer, line, words }: MistakeReport,
  { scope, userId, nowMs }: CorrectionActor & { readonly userId: string },
): Promise<Result<ToldOfMistake, CorrectionRefusal>> {
  const brief = await ports.recall(answer, scope);
  if (brief === null) return refused({ kind: 'no-answer' });
  const mistake = Mistake.parse({
    ...{ id: ports.newId(), scope, by: userId, atMs: nowMs, answer, line, words, settled: null },
    named: lineNamed(brief, line),
  });
  const isAdded = await ports.mistakes.add(mistake, nowMs - HOUR_MS, MISTAKES_AN_HOUR);
  if (!isAdded) return refused({ kind: 'too-many', limit: MISTAKES_AN_HOUR });
  const isTold = await ports.tell(mistake).catch((error: unknown) => {
    ports.report(error);
    return false;
  });
  return { ok: true, value: scope.guildId === null ? 'operator' : isTold ? 'channel' : 'list' };
}

/** The line that a member means by the number of a source or the code of an event; null: none of the answer. */
function lineNamed(brief: Brief, typed: string): Mistake['named'] {
  const lines = brief.sections.flatMap((section) => section.lines);
  const code = typed.trim().replace(/^event:/, '');
  const byCode = lines.find(({ id }) => id === code);
  if (byCode) return { event: byCode.id, claim: null };
  const number = Number(/^\[?(\d{1,3})\]?$/.exec(typed.trim())?.[1] ?? Number.NaN);
  // A source that several lines cite names none of them.
  const [line, another] = lines.filter(({ backing }) => backing.some(({ citation }) => citation === number));
  return line && !another ? { event: line.id, claim: claimCode(brief, line, number) } : null;
}

function claimCode({ sources }: Brief, { backing }: Line, number: number): string | null {
  const article = sources.find(({ citation }) => citation === number)?.articleId;
  const claim = backing.find(({ citation }) => citation === number)?.claim.id;
  return article && claim ? `${article}:${claim}` : null;
}
