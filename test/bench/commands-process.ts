/**
 * Asks every command over a database, the whole way from the options as Discord gives them to the message without its picture:
 * `commands-process.ts PATH ARTICLES QUESTIONS [COMMAND,…]`. Nothing is remembered from one question to the next; what a member had
 * seen and what a message says are given, as reading a message is measured elsewhere.
 */
import { commands } from '../../commands/index.ts';
import type { App } from '../../src/app.ts';
import { knownOf } from '../../src/brief/news/known.ts';
import type { Call } from '../../src/command.ts';
import { DISCORD_PAGE_LIMITS, toMessage } from '../../src/deliver/message.ts';
import { Brief } from '../../src/domain/brief.ts';
import type { Member } from '../../src/domain/member.ts';
import { syntheticStore } from '../support/synthetic.ts';
import { openStore } from './app.ts';
import { COMMAND_NAMES, type CommandName, type CommandQuestion, commandQuestions } from './command-questions.ts';
import { inventedMessage } from './invented-messages.ts';
import { type Cost, costOf } from './timed.ts';

const WARM_UP = 20;
const KNOWN_AT_MOST = 4_000;
const [USER, GUILD] = ['1', '1001'];

const [, , path = '', articlesText, questionsText, only] = process.argv;
const [articles, questions] = [Number(articlesText), Number(questionsText)];
const store = syntheticStore(articles);
let member: Member = { marks: [], answers: [] };
const members = {
  get: () => Promise.resolve(member),
  set: () => Promise.resolve(undefined),
  delete: () => Promise.resolve(undefined),
};
const readMessage = (text: string) => {
  const nth = Number(text.split(' ')[1]);
  return Promise.resolve(inventedMessage(store, (nth * 7_919) % articles));
};
const { newApp, claims } = openStore(path, { members, readMessage });
const arrivals = await claims.arrivals({ guildId: GUILD }, 2 * KNOWN_AT_MOST);
let nowMs = store.newestAtMs;
let app = newApp();

async function ask({ command, input }: CommandQuestion) {
  const found = commands.find(({ data }) => data.name === command);
  if (!found) throw new Error(`there is no command ${command}`);
  const answer = await found.run(input, app, call());
  toMessage(answer.page);
  return answer;
}

const call = (): Call => ({
  ...{ ref: 'bench', userId: USER, guildId: GUILD, channelId: null, locale: 'en' },
  ...{ scope: { guildId: GUILD }, nowMs },
  ...{ language: 'en', isModerator: false, limits: DISCORD_PAGE_LIMITS },
});

/** What is done before a question and not timed: a second later each time, so that no answer is the same as one before. */
function prepare({ arrived }: CommandQuestion): void {
  nowMs += 1_000;
  app = newApp();
  const seen = arrivals.slice(arrived ?? 0, (arrived ?? 0) + KNOWN_AT_MOST);
  const mark = { scope: { guildId: GUILD }, subject: '', atMs: nowMs, articles, known: knownOf(seen) };
  member = { marks: arrived === null ? [] : [mark], answers: [] };
}

/** Codes of events, claims and answers, as readers have them from earlier answers. */
async function codesIn(app: App): Promise<readonly string[]> {
  const codes: string[] = [];
  for (const { input } of commandQuestions(store, 'summary', WARM_UP, { seed: 'codes', codes })) {
    const { data } = await ask({ command: 'summary', input, arrived: null });
    const { success, data: asked } = Brief.safeParse((data as { readonly brief?: unknown }).brief);
    if (!success) continue;
    codes.push(asked.id, ...asked.sections.flatMap(({ lines }) => lines.map(({ id }) => `event:${id}`)));
  }
  await app.settle();
  return codes;
}

const codes = await codesIn(app);

async function costsOf(command: CommandName): Promise<readonly Cost[]> {
  await costOfEach(commandQuestions(store, command, Math.min(WARM_UP, questions), { seed: 'warm-up', codes }));
  return costOfEach(commandQuestions(store, command, questions, { seed: 'mix', codes }));
}

async function costOfEach(mix: readonly CommandQuestion[]): Promise<readonly Cost[]> {
  const costs: Cost[] = [];
  for (const question of mix) {
    prepare(question);
    costs.push(await costOf(() => ask(question)));
    await app.settle();
  }
  return costs;
}

for (const command of only ? COMMAND_NAMES.filter((name) => only.split(',').includes(name)) : COMMAND_NAMES) {
  const costs = await costsOf(command);
  process.send?.({ command, costs });
  if (!process.send) printTable(command, costs);
}

/** Run by hand: what took longest. */
function printTable(command: CommandName, costs: readonly Cost[]): void {
  const mix = commandQuestions(store, command, questions, { seed: 'mix', codes });
  const sorted = costs.map((cost, at) => ({ ...cost, at })).sort((a, b) => a.cpuMs - b.cpuMs);
  const cpu = (q: number) => sorted[Math.ceil(q * sorted.length) - 1]?.cpuMs.toFixed(1);
  process.stdout.write(`${command} cpu p50 ${cpu(0.5)} p99 ${cpu(0.99)}\n`);
  for (const { at, cpuMs, ms } of sorted.slice(-5))
    process.stdout.write(`   ${cpuMs.toFixed(0)} (${ms.toFixed(0)}) ${JSON.stringify(mix[at])}\n`);
}
