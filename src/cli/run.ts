import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type Config, modelOf, readConfig } from '../config.ts';
import { UserError } from '../domain/failure.ts';
import { EXIT } from '../exit.ts';
import { DATA_FOLDER } from '../place.ts';
import { BriefArgs, type Outcome, said } from './outcome.ts';

type Environment = Parameters<typeof readConfig>[0];

/** Slash commands are told from their own descriptions. */
const usage = async (): Promise<string> => `usage: npm run -s sitrep -- COMMAND

  brief QUERY [--about TOPIC] [--period PERIOD] [--language en|uk] [--format text|json|discord] [--pictures DIR]
      What is reported, each line with its sources: the answer of /summary.
      TOPIC:  aid, troops, visits, strikes, civilians, statements, everything
      PERIOD: 24h, 7d, 30d, all, a day (2024-05-15) or two (2024-05-10..2024-05-15)
      --pictures: writes the answer's picture to DIR as PNG
  check [--data DIR] [--texts DIR]
      Validates the data folder and names each fault with file and field.
      --texts: also holds the evidence against the articles' own texts, DIR/<article id>.txt
  extract [--engine local|llm] FILE...
      What is read out of articles (.txt, .html, .json): a line of JSON for each.
      --engine llm: with the language model of LLM_URL, which is sent the text; needs the settings.
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

${(await import('./slash-usage.ts')).slashUsage()}`;

const refused = async (message: string): Promise<Outcome> => ({
  out: '',
  err: `${message}\n\n${await usage()}`,
  status: EXIT.usage,
});

/**
 * The same use cases from a terminal. What a command alone needs is loaded for that command: to load everything takes half a second.
 * @param argv the command and what stands behind it
 * @param environment the settings
 */
export const run = (argv: readonly string[], environment: Environment): Promise<Outcome> =>
  chosen(argv, environment).catch(refusalOf);

async function chosen([command, ...rest]: readonly string[], environment: Environment): Promise<Outcome> {
  if (command === 'brief') return brief(rest, environment);
  if (command === 'check') return check(rest);
  if (command === 'extract') return extract(rest, environment);
  if (command === 'press') return press(rest, environment);
  if (command === 'fetch') return fetchCheck(rest, environment);
  if (command === 'ingest') return ingest(rest, environment);
  if (command === 'feed-parse') return feedParse(rest);
  if (command === 'source' && rest[0] === 'poll') return poll(rest.slice(1), environment);
  if (command === 'source' && rest.join(' ') === 'check --starters') return checkStarters(environment);
  if (command === undefined || command === 'help' || command === '--help')
    return { out: await usage(), err: '', status: 0 };
  return slash(command, rest, environment);
}

/** What needs the settings; wrong ones are all named. */
async function configured(environment: Environment, use: (config: Config) => Promise<Outcome>): Promise<Outcome> {
  const config = readConfig(environment);
  if ('faults' in config) return { out: '', err: config.faults.map(said).join(''), status: EXIT.config };
  return use(config);
}

async function brief(argv: readonly string[], environment: Environment): Promise<Outcome> {
  const text = { type: 'string' } as const;
  const options = { about: text, period: text, language: text, format: text, pictures: text };
  const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true });
  const args = BriefArgs.safeParse({ ...values, ...(positionals.length > 0 && { query: positionals.join(' ') }) });
  if (!args.success) return refused(z.prettifyError(args.error));
  const { briefOnCommandLine } = await import('./brief.ts');
  return configured(environment, (config) => briefOnCommandLine(args.data, config, Date.now()));
}

async function press(argv: readonly string[], environment: Environment): Promise<Outcome> {
  const { pressOnCommandLine } = await import('./press-button.ts');
  return configured(environment, (config) => pressOnCommandLine(argv, config, Date.now()));
}

async function slash(name: string, argv: readonly string[], environment: Environment): Promise<Outcome> {
  const { slashCommand, slashOnCommandLine } = await import('./slash-command.ts');
  const command = slashCommand(name);
  if (!command) return refused(`there is no command ${JSON.stringify(name)}`);
  return configured(environment, (config) => slashOnCommandLine(command, argv, config, Date.now()));
}

async function poll(argv: readonly string[], environment: Environment): Promise<Outcome> {
  parseArgs({ args: [...argv], options: {} });
  const { pollOnCommandLine } = await import('./poll.ts');
  return configured(environment, (config) => pollOnCommandLine(config, Date.now()));
}

async function checkStarters(environment: Environment): Promise<Outcome> {
  const { checkStartersOnCommandLine } = await import('./check-starters.ts');
  return configured(environment, (config) => checkStartersOnCommandLine(config, Date.now()));
}

async function fetchCheck(argv: readonly string[], environment: Environment): Promise<Outcome> {
  const options = { check: { type: 'boolean' } } as const;
  const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true });
  if (!values.check || positionals.length === 0) return refused('say what to check: fetch --check URL...');
  const { checkFetches } = await import('./fetch-check.ts');
  return configured(environment, async ({ ALLOWED_HOSTS }) => checkFetches(positionals, ALLOWED_HOSTS));
}

async function extract(argv: readonly string[], environment: Environment): Promise<Outcome> {
  const options = { engine: { type: 'string', default: 'local' } } as const;
  const { values, positionals: paths } = parseArgs({ args: [...argv], options, allowPositionals: true });
  if (paths.length === 0) return refused('say which files');
  if (values.engine === 'llm') return extractByModel(paths, environment);
  if (values.engine !== 'local') return refused('--engine is local or llm');
  const { extractOnCommandLine } = await import('./extract.ts');
  const { reader, entityOf } = await openReader();
  return extractOnCommandLine(paths, reader, entityOf);
}

function extractByModel(paths: readonly string[], environment: Environment): Promise<Outcome> {
  return configured(environment, async (config) => {
    const settings = modelOf(config);
    if (settings === null)
      return refused('there is no language model: set LLM_URL and LLM_MODEL (.env.example says how)');
    const { extractWithModel } = await import('./extract-with-model.ts');
    return extractWithModel(paths, await openReader(), settings, config.DATA_DIR);
  });
}

async function ingest(argv: readonly string[], environment: Environment): Promise<Outcome> {
  const paths = pathsIn(argv);
  if (paths.length === 0) return refused('say which files');
  const { ingestIntoDataDir } = await import('./ingest.ts');
  return configured(environment, async (config) => ingestIntoDataDir(paths, await openReader(), config, Date.now()));
}

async function feedParse(argv: readonly string[]): Promise<Outcome> {
  const [path, ...others] = pathsIn(argv);
  if (path === undefined || others.length > 0) return refused('say which file of cases');
  const { feedParseOnCommandLine } = await import('./feed-parse.ts');
  const { readReadingLexicon } = await import('../reading-lexicon.ts');
  return feedParseOnCommandLine(path, readReadingLexicon(DATA_FOLDER), Date.now());
}

const pathsIn = (argv: readonly string[]): readonly string[] =>
  parseArgs({ args: [...argv], options: {}, allowPositionals: true }).positionals;

/** Comes with the models of its languages. */
const openReader = async () => (await import('../open-reader.ts')).openReader(DATA_FOLDER);

async function check(argv: readonly string[]): Promise<Outcome> {
  const options = { data: { type: 'string' }, texts: { type: 'string' } } as const;
  const { values } = parseArgs({ args: [...argv], options });
  const { checkOnCommandLine } = await import('./check.ts');
  return checkOnCommandLine(values.data ?? DATA_FOLDER, values.texts ?? null);
}

/** Words for what the person can mend; what is our own fault goes on to the terminal whole. */
async function refusalOf(error: unknown): Promise<Outcome> {
  if (error instanceof UserError) return { out: '', err: said(error.message), status: EXIT.usage };
  if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
    return refused(error.message);
  throw error;
}
