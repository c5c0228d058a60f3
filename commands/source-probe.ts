import type { App } from '../src/app.ts';
import type { Answer, Call } from '../src/command.ts';
import type { Result } from '../src/domain/failure.ts';
import { UserError } from '../src/domain/failure.ts';
import type { Probe } from '../src/domain/probe.ts';
import type { ProbeFailure } from '../src/domain/probe-failure.ts';
import type { SourceRefusal } from '../src/domain/source-view.ts';
import { failureTold } from '../src/render/failure-words.ts';
import { messagesIn } from '../src/render/messages/in-language.ts';
import { renderProbe } from '../src/render/probe-page.ts';
import { refusalWords } from '../src/render/source-done-page.ts';
import { actorOf } from './source-actor.ts';

type Wanted = Parameters<App['sources']['probe']>[0];
type Given = Parameters<App['sources']['probe']>[1];

/**
 * Looks at what is to be added and shows it, with nothing added.
 * @param notes what to say before all else
 * @throws UserError with the reason and what to do, where it cannot be looked at
 */
export async function dryRun(
  wanted: Wanted,
  given: Given,
  notes: readonly string[],
  app: App,
  call: Call,
): Promise<Answer> {
  const probed = await app.sources.probe(wanted, given, actorOf(call));
  if (wanted.from === 'opml' && !probed.ok && probed.error.kind === 'unreadable')
    throw new UserError(toldWhole(messagesIn(call.language).failure.noList));
  return probePage(probed, notes, call);
}

/** The page of a dry run. @throws UserError as `dryRun` */
export function probePage(
  probed: Result<Probe, ProbeFailure | SourceRefusal>,
  notes: readonly string[],
  { language, limits }: Call,
): Answer {
  if (!probed.ok) throw new UserError(whyNot(probed.error, language));
  return { page: renderProbe(probed.value, 1, notes, language, limits), private: true, data: probed.value };
}

function whyNot(error: ProbeFailure | SourceRefusal, language: Call['language']): string {
  if (isRefusal(error)) return refusalWords(error, language);
  return toldWhole(failureTold(error, false, language));
}

const toldWhole = ({ what, todo }: ReturnType<typeof failureTold>): string => `${what}\n${todo}`;

const REFUSALS: ReadonlySet<string> = new Set([
  'unknown',
  'expired',
  'own-request',
  'not-pending',
  'pending',
  'already',
]);

/** What both tell in the same words counts as a failure of the dry run. */
const isRefusal = (
  error: ProbeFailure | SourceRefusal,
): error is Exclude<SourceRefusal, { readonly kind: 'too-many' }> => REFUSALS.has(error.kind);
