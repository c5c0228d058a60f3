import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pressOnCommandLine } from '../../src/cli/press-button.ts';
import { slashCommand, slashOnCommandLine } from '../../src/cli/slash-command.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { loadInto } from '../support/loaded-folder.ts';
import { withFolder } from '../support/sitrep.ts';

const NOW_MS = Date.parse('2024-05-16T12:00:00Z');
const OPML = `<?xml version="1.0"?><opml version="2.0"><body>
<outline text="World\u202e" type="rss" xmlUrl="https://news.example/feed"/>
<outline text="Local" type="rss" xmlUrl="https://news.example/local"/></body></opml>`;

function configIn(folder: string): Config {
  const config = readConfig({ DATA_DIR: folder });
  if ('faults' in config) throw new Error(config.faults.join());
  return config;
}

const typed = (folder: string, ...argv: readonly string[]) => {
  const command = slashCommand('source');
  if (!command) throw new Error('there is no command source');
  return slashOnCommandLine(command, argv, configIn(folder), NOW_MS);
};

test.for([
  [['lsit'], /^there is no "source lsit"; there are, the nearest first: list, /],
  [['chekc', 'World'], /nearest first: check, /],
  [['pol'], /nearest first: poll, /],
  [[], /^say which: source add\|paste\|.*\|log\|poll$/],
  [['add', 'https://a.example', '--kind', 'single article'], /“--kind” must be one of: feed, article\.$/],
  [['add', 'https://a.example', '--kind', 'blog', '--language', 'uk'], /«--kind» .*: feed, article\.$/],
] as const)('what is typed wrong is told as it is typed: %o', async ([argv, words]) => {
  await withFolder((folder) => expect(typed(folder, ...argv)).rejects.toThrow(words));
});

test('how a command is typed is told by --help, of each of its subcommands or of one', async () => {
  await withFolder(async (folder) => {
    const { out, status } = await typed(folder, 'paste', '--help');
    expect([out, status]).toEqual([
      '  source paste [--file PATH] [--publisher PUBLISHER] [--date DATE] [--title TITLE]\n      Add a text that has no address.\n',
      0,
    ]);
    expect((await typed(folder, '--help')).out).toMatch(/source add URL .*--source-language LANGUAGE[\s\S]*source log/);
  });
});

test('whoever runs the bot adds the feeds of a file, by the code of a button, and says their language apart from the output’s', async () => {
  await withFolder(async (folder) => {
    await loadInto(folder, 'all');
    const config = configIn(folder);
    const source = (...argv: readonly string[]) => typed(folder, ...argv);
    const path = join(folder, 'feeds.opml');
    writeFileSync(path, OPML);
    const run = await source('import', path);
    expect(run.out).toMatch(/Dry run: 2 feeds[\s\S]*news\.example\/local/);
    const [code = ''] = /source:add:\w+/.exec(run.err) ?? [];
    const added = await pressOnCommandLine([code], config, NOW_MS);
    expect(added.out).toMatch(/Added: 2 sources/);
    expect((await source('list')).out).toMatch(/Local[\s\S]*World/);
    const edited = await source('edit', 'Local', '--source-language', 'Arabic', '--language', 'uk');
    expect(edited.out).toMatch(/Змінено: Local/);
    expect((await source('log', '--source', 'Local')).out).toMatch(/language: — → ar/);
    await expect(source('import', join(folder, 'none'))).rejects.toThrow(/cannot be read/);
    await expect(pressOnCommandLine(['nothing'], config, NOW_MS)).rejects.toThrow(/which button/);
  });
});
