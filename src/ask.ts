import { asCorrected } from './as-corrected.ts';
import type { Ask, Asked } from './asked.ts';
import { briefOf, buildContent, type Content } from './brief/build.ts';
import { countedPorts, recounted } from './counted.ts';
import type { Question } from './domain/brief.ts';
import { findingsOf } from './gather.ts';
import type { Ports } from './ports.ts';
import { type Target, targetOf, type Untargeted } from './target.ts';

/** What a question leads to, whoever asks it and whenever. */
type Found = Untargeted | { readonly kind: 'found'; readonly target: Target; readonly content: Content };

/** Answers kept ready: what many ask at the same time is looked up once. */
const REMEMBERED = 64;

/**
 * Looks the words of a question up, gathers its answer and says it for this asker and instant. Reads only. Remembers what
 * the last questions led to for as long as the store stays as it is; a period that ends now, and what is new to one member,
 * are looked up each time.
 */
export function createAsk(ports: Ports): (question: Ask) => Promise<Asked> {
  const known = new Map<string, Found>();
  return async (question) => {
    const key = await memoryKey(ports, question);
    const found = known.get(key) ?? (await find(ports, question));
    known.delete(key);
    if (!endsNow(question)) known.set(key, found);
    const oldest = known.keys().next();
    if (known.size > REMEMBERED && !oldest.done) known.delete(oldest.value);
    const asked = said(found, question);
    return asked.kind === 'brief' && question.form === 'evidence'
      ? { kind: 'brief', brief: await asCorrected(ports.corrections, asked.brief) }
      : asked;
  };
}

const endsNow = ({ period, since, checking }: Ask): boolean =>
  since !== undefined || checking !== undefined || (period !== null && 'lastHours' in period);

/** All that an answer depends on but its language and instant; the scope is in it, so that no server gets another's. */
async function memoryKey({ claims }: Ports, question: Ask): Promise<string> {
  const { form, query, filters, about, period, scope, isWhole, sources } = question;
  return JSON.stringify([
    await claims.revision(),
    scope.guildId,
    form,
    about,
    period,
    query,
    filters,
    isWhole,
    sources,
  ]);
}

async function find(ports: Ports, question: Ask): Promise<Found> {
  const target = await targetOf(ports, question);
  if ('kind' in target) return counted(ports, question, target);
  return { kind: 'found', target, content: buildContent(await findingsOf(ports, question, target)) };
}

/** Names among which somebody has to choose, with as many claims as count. */
async function counted(ports: Ports, question: Ask, target: Untargeted): Promise<Untargeted> {
  const within = countedPorts(ports, question, await ports.trust.tiers(question.scope));
  if (within === ports) return target;
  if (target.kind === 'ambiguous')
    return { ...target, choices: await recounted(within, question.scope, target.choices) };
  return target.kind === 'unknown' ? { ...target, near: await recounted(within, question.scope, target.near) } : target;
}

function said(found: Found, question: Ask): Asked {
  if (found.kind !== 'found') return found;
  return { kind: 'brief', brief: briefOf(found.content, questionOf(question, found.target), question.nowMs) };
}

function questionOf(
  { form, query, period, language, scope, sources, withoutPictures, style }: Ask,
  { subject, about, filters }: Target,
): Question {
  const asked = { form, text: query, subject, about, filters, period, language, scope, ...(style && { style }) };
  const limited = sources && sources !== 'all' ? { ...asked, sources } : asked;
  return withoutPictures ? { ...limited, withoutPictures } : limited;
}
