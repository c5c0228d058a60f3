import { hash } from 'node:crypto';
import type { Brief } from './domain/brief.ts';
import type { Language } from './domain/language.ts';
import type { Model, ModelFailure } from './domain/model.ts';
import { DAY_MS } from './domain/period.ts';
import { type Facts, type NoProse, type Prose, SENTENCE_CHARS } from './domain/prose.ts';
import type { Wording, WordingOptions } from './domain/wording.ts';
import type { KeyValue } from './ports.ts';
import { PROMPT_VERSION, ProseAnswer, promptOf, wordable } from './prose/prompt.ts';
import { wordFacts } from './prose/word-facts.ts';
import type { ProseWords } from './prose/words.ts';
import { factsOf } from './render/prose-facts.ts';

export interface WordingPorts {
  readonly model: Model;
  /** What sentences are held against; read when it is first needed. */
  readonly words: () => Readonly<Record<Language, ProseWords>>;
  /** Answers of the model. */
  readonly answers: KeyValue;
  /** Unix ms. */
  readonly now: () => number;
  /** Told what failed without anybody waiting for it. */
  readonly report: (error: unknown, where?: string) => void;
}

/** How long answers of the model are kept. */
const KEPT_MS = 8 * DAY_MS;
/** What is longer is none of our sentences. */
const READ_CHARS = SENTENCE_CHARS + 1;
const TOKENS_A_FACT = 120;
const TOKENS_AT_LEAST = 400;

export function createWording(ports: WordingPorts): Wording {
  const underWay = new Map<string, Promise<Prose>>();
  const begun = (asked: Asked, options: WordingOptions): Promise<Prose> => {
    const prose: Promise<Prose> = made(asked, options, ports, () => underWay.get(asked.key) === prose);
    underWay.set(asked.key, prose);
    return prose;
  };
  return {
    known: (brief) => orElse(null, () => kept(askedOf(brief, ports), ports), ports),
    make: (brief, options) =>
      orElse(
        none('down'),
        () => {
          const asked = askedOf(brief, ports);
          const prose = underWay.get(asked.key) ?? begun(asked, options);
          return prose.finally(() => underWay.get(asked.key) === prose && underWay.delete(asked.key));
        },
        ports,
      ),
    drop: (guildId) => {
      for (const key of underWay.keys()) if (key.startsWith(serverKey(guildId))) underWay.delete(key);
    },
  };
}

/** What the keys of a server's answers begin with. */
const serverKey = (guildId: string | null): string => `${guildId ?? 'operator'}:`;

/** A fault of ours is told, and leaves the answer in lines. */
async function orElse<T, E>(otherwise: E, work: () => Promise<T>, { report }: WordingPorts): Promise<T | E> {
  try {
    return await work();
  } catch (error) {
    report(error, 'prose');
    return otherwise;
  }
}

/** What is asked of the model about an answer. */
interface Asked {
  readonly facts: Facts;
  readonly words: ProseWords;
  /** Of the server, so that it can be deleted with it; the same for the same lines, prompt and model. */
  readonly key: string;
}

function askedOf(brief: Brief, { words, model }: WordingPorts): Asked {
  const { language, scope } = brief.question;
  const its = words()[language];
  const facts = wordable(factsOf(brief), its);
  const content = JSON.stringify([PROMPT_VERSION, model.id, language, facts]);
  return { facts, words: its, key: `${serverKey(scope.guildId)}${hash('sha256', content)}` };
}

/** What was answered before and still says what the lines say; null: nothing. */
async function kept(asked: Asked, ports: WordingPorts): Promise<Prose | null> {
  const answer = ProseAnswer.safeParse(await ports.answers.get(asked.key)).data;
  const prose = answer && proseOf(answer, asked, ports);
  return prose?.kind === 'worded' ? prose : null;
}

const none = (why: NoProse): Prose => ({ kind: 'none', why });

/** @param isWanted whether its server has not been erased since */
async function made(
  asked: Asked,
  { deadlineMs, isUrgent }: WordingOptions,
  ports: WordingPorts,
  isWanted: () => boolean,
): Promise<Prose> {
  const { facts, key } = asked;
  if (facts.facts.length === 0) return none('nothing');
  const before = await kept(asked, ports);
  if (before) return before;
  const answer = await ports.model.ask({
    ...promptOf(facts),
    ...{ schema: ProseAnswer, name: 'prose', deadlineMs, isUrgent },
    maxOutputTokens: TOKENS_AT_LEAST + TOKENS_A_FACT * facts.facts.length,
  });
  if (!answer.ok) return none(whyOf(answer.error));
  const sentences = answer.value.value.sentences.map(({ text, facts: cited }) => ({
    text: text.slice(0, READ_CHARS),
    facts: cited,
  }));
  const prose = proseOf({ sentences }, asked, ports);
  if (prose.kind === 'worded' && isWanted()) await ports.answers.set(key, { sentences }, KEPT_MS);
  return prose;
}

function proseOf({ sentences }: ProseAnswer, { facts, words }: Asked, { model, now }: WordingPorts): Prose {
  const worded = wordFacts(sentences, facts, words);
  if (worded === null) return none('unfit');
  return { kind: 'worded', model: model.id, madeAtMs: now(), sentences: worded.sentences };
}

const whyOf = ({ kind }: ModelFailure): NoProse => {
  if (kind === 'over-budget') return kind;
  return kind === 'malformed' || kind === 'too-long' ? 'unfit' : 'down';
};
