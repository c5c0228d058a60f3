import type { Claim } from '../../domain/claim.ts';
import type { Span } from '../document.ts';
import type { Attribution, Confirmation, ConfirmationStatus, Holder, VerbClass, Voices } from './attribution.ts';

/** Whose word a stretch is, and what is said of its truth. */
export interface Voice {
  readonly holder: Holder;
  readonly quoted: boolean;
  readonly attribution: Attribution;
}

const EPI: Readonly<Record<VerbClass, Claim['epi']>> = {
  neutral: 'attributed',
  report: 'attributed',
  unspecified: 'attributed',
  confirm: 'attributed',
  claim: 'claimed',
  deny: 'denied',
  acknowledge: 'acknowledged',
};

/**
 * The innermost holder of what stands in a stretch of the text; null for the narrator.
 * An outlet around another speaker is the way that the words came (`via`).
 * @param title whether the stretch counts in the title
 */
export function voiceAt({ start, end }: Span, { attributions }: Voices, title = false): Voice | null {
  const holding = attributions
    .filter((a) => (a.sentence === -1) === title && covers(a, { start, end }))
    .toSorted((a, b) => length(a) - length(b));
  const [inner, ...outer] = holding;
  if (!inner) return null;
  const via =
    inner.holder.via ?? outer.find((a) => a.outlet && a.holder.who !== inner.holder.who)?.holder.surface ?? null;
  return { holder: { ...inner.holder, via }, quoted: inner.quoted, attribution: inner };
}

/** What an event means to whoever speaks of it. */
export type Stake = 'success' | 'failure' | null;

/** The status of what somebody says: one's own success is a claim, one's own failure an admission, however neutral the verb. */
export function epiOf({ verbClass }: Attribution, stake: Stake): Claim['epi'] {
  if (stake === null || !TELLING.has(verbClass)) return EPI[verbClass];
  return stake === 'success' ? 'claimed' : 'acknowledged';
}

const TELLING: ReadonlySet<VerbClass> = new Set(['neutral', 'report', 'confirm']);

const length = ({ start, end }: Span): number => end - start;

/** Whether half of the stretch, the attribution's own words left out, is handed over. */
function covers(a: Attribution, span: Span): boolean {
  const inFrame = shared(span, a.frame);
  const needed = inFrame > 0 && inFrame === length(a.frame) ? 3 : 2;
  return shared(span, a) > 0 && shared(span, a) * needed >= length(span) - inFrame;
}

const shared = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

/** What the text says elsewhere of a stretch's truth: the last word counts; null where it says nothing. */
export function confirmationAt(span: Span, { confirmations }: Voices): ConfirmationStatus | null {
  const speaking = (c: Confirmation): boolean => shared(c, span) * 2 >= length(span);
  return confirmations.findLast((c) => c.sentence !== -1 && speaking(c))?.status ?? null;
}
