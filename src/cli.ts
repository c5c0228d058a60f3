import { parseArgs } from 'node:util';
import { z } from 'zod';
import { briefOnCommandLine } from './cli/brief.ts';
import { checkOnCommandLine } from './cli/check.ts';
import { checkStartersOnCommandLine } from './cli/check-starters.ts';
import { extractOnCommandLine } from './cli/extract.ts';
import { feedParseOnCommandLine } from './cli/feed-parse.ts';
import { checkFetches } from './cli/fetch-check.ts';
import { ingestIntoDataDir } from './cli/ingest.ts';
import { BriefArgs, type Outcome, said } from './cli/outcome.ts';
import { pollOnCommandLine } from './cli/poll.ts';
import { pressOnCommandLine } from './cli/press-button.ts';
import { slashCommand, slashOnCommandLine } from './cli/slash-command.ts';
import { slashUsage } from './cli/slash-usage.ts';
import { type Config, readConfig } from './config.ts';
import { UserError } from './domain/failure.ts';
import { EXIT } from './exit.ts';
import { DATA_FOLDER, readEnvironment } from './place.ts';
import { readReadingLexicon } from './reading-lexicon.ts';

/** Slash commands are told from their own descriptions. */
const usage = (): string => `usage: npm run -s sitrep -- COMMAND

  brief QUERY [--about TOPIC] [--period PERIOD] [--language en|uk] [--format text|json|discord] [--pictures DIR]
      What is reported, each line with its sources: the answer of /summary.
      TOPIC:  aid, troops, visits, strikes, civilians, statements, everything
      PERIOD: 24h, 7d, 30d, all, a day (2024-05-15) or two (2024-05-10..2024-05-15)
      --pictures: writes the answer's picture to DIR as PNG
  check [--data DIR] [--texts DIR]
      Validates the data folder and names each fault with file and field.
      --texts: also holds the evidence against the articles' own texts, DIR/<article id>.txt
  extract FILE...
      What is read out of articles (.txt, .html, .json): a line of JSON for each.
  fetch --check URL...
      Whether each address would be fetched, and why; sends nothing. Status 1 where one would not.
  ingest FILE...
      Puts articles with what is read out of them into the store in DATA_DIR;
      of a feed (.xml, .rss, .atom, JSON Feed) each entry.
  source poll
      Reads the feeds whose time has come and brings what they hold, as a running bot does by the clock.
  source check --starters
      Reads each feed of the starter list once, and says which work, have moved or cannot be read.
  feed-parse CASES.jsonl
      What is read out of feeds: for each line {id, input, url, headers} a line {id, got};
      input is a path from where the file of cases is.
  press CODE
      What a button does, by the code that is printed beside it.

Slash commands, with their options as flags; to each, --format and --pictures as above;
where the answer is a file, it goes to the output, or with --output FILE to a path:

${slashUsage()}`;

const refused = (message: string): Outcome => ({ out: '', err: `${message}\n\n${usage()}`, status: EXIT.usage });

/** The same use cases from a terminal. */
async function run(argv: readonly string[]): Promise<Outcome> {
  const [command, ...rest] = argv;
  if (command === 'brief') return brief(rest);
  if (command === 'check') return check(rest);
  if (command === 'extract') return extract(rest);
  if (command === 'press') return press(rest);
  if (command === 'fetch') return fetchCheck(rest);
  if (command === 'ingest') return ingest(rest);
  if (command === 'feed-parse') return feedParse(rest);
  if (command === 'source' && rest[0] === 'poll') return poll(rest.slice(1));
  if (command === 'source' && rest.join(' ') === 'check --starters') return checkStarters();
  if (command === undefined || command === 'help' || command === '--help') return { out: usage(), err: '', status: 0 };
  return slash(command, rest);
}

/** What needs the settings; wrong ones are all named. */
async function configured(use: (config: Config) => Promise<Outcome>): Promise<Outcome> {
  const config = readConfig(readEnvironment());
  if ('faults' in config) return { out: '', err: config.faults.map(said).join(''), status: EXIT.config };
  return use(config);
}

async function brief(argv: readonly string[]): Promise<Outcome> {
  const text = { type: 'string' } as const;
  const options = { about: text, period: text, language: text, format: text, pictures: text };
  const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true });
  const args = BriefArgs.safeParse({ ...values, ...(positionals.length > 0 && { query: positionals.join(' ') }) });
  if (!args.success) return refused(z.prettifyError(args.error));
  return configured((config) => briefOnCommandLine(args.data, config, Date.now()));
}

const press = (argv: readonly string[]): Promise<Outcome> =>
  configured((config) => pressOnCommandLine(argv, config, Date.now()));

async function slash(name: string, argv: readonly string[]): Promise<Outcome> {
  const command = slashCommand(name);
  if (!command) return refused(`there is no command ${JSON.stringify(name)}`);
  return configured((config) => slashOnCommandLine(command, argv, config, Date.now()));
}

async function poll(argv: readonly string[]): Promise<Outcome> {
  parseArgs({ args: [...argv], options: {} });
  return configured((config) => pollOnCommandLine(config, Date.now()));
}

const checkStarters = (): Promise<Outcome> => configured((config) => checkStartersOnCommandLine(config, Date.now()));

async function fetchCheck(argv: readonly string[]): Promise<Outcome> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    options: { check: { type: 'boolean' } },
    allowPositionals: true,
  });
  if (!values.check || positionals.length === 0) return refused('say what to check: fetch --check URL...');
  return configured(async ({ ALLOWED_HOSTS }) => checkFetches(positionals, ALLOWED_HOSTS));
}

async function extract(argv: readonly string[]): Promise<Outcome> {
  const paths = pathsIn(argv);
  if (paths.length === 0) return refused('say which files');
  const { reader, entityOf } = await openReader();
  return extractOnCommandLine(paths, reader, entityOf);
}

async function ingest(argv: readonly string[]): Promise<Outcome> {
  const paths = pathsIn(argv);
  if (paths.length === 0) return refused('say which files');
  return configured(async (config) => ingestIntoDataDir(paths, await openReader(), config, Date.now()));
}

function feedParse(argv: readonly string[]): Outcome {
  const [path, ...others] = pathsIn(argv);
  if (path === undefined || others.length > 0) return refused('say which file of cases');
  return feedParseOnCommandLine(path, readReadingLexicon(DATA_FOLDER), Date.now());
}

const pathsIn = (argv: readonly string[]): readonly string[] =>
  parseArgs({ args: [...argv], options: {}, allowPositionals: true }).positionals;

/** Comes with the models of its languages, which the other commands do not wait for. */
const openReader = async () => (await import('./open-reader.ts')).openReader(DATA_FOLDER);

function check(argv: readonly string[]): Outcome {
  const options = { data: { type: 'string' }, texts: { type: 'string' } } as const;
  const { values } = parseArgs({ args: [...argv], options });
  return checkOnCommandLine(values.data ?? DATA_FOLDER, values.texts ?? null);
}

/** Words for what the person can mend; what is our own fault goes on to the terminal whole. */
function refusalOf(error: unknown): Outcome {
  if (error instanceof UserError) return { out: '', err: said(error.message), status: EXIT.usage };
  if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
    return refused(error.message);
  throw error;
}

const outcome = await run(process.argv.slice(2)).catch(refusalOf);
process.stdout.write(outcome.out);
process.stderr.write(outcome.err);
process.exitCode = outcome.status;
