import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pressOnCommandLine } from '../../src/cli/press-button.ts';
import { slashCommand, slashOnCommandLine } from '../../src/cli/slash-command.ts';
import { type Config, readConfig } from '../../src/config.ts';
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

test('whoever runs the bot adds the feeds of a file, by the code of a button', async () => {
  await withFolder(async (folder) => {
    const config = configIn(folder);
    const source = (...argv: readonly string[]) => {
      const command = slashCommand('source');
      if (!command) throw new Error('there is no command source');
      return slashOnCommandLine(command, argv, config, NOW_MS);
    };
    const path = join(folder, 'feeds.opml');
    writeFileSync(path, OPML);
    const run = await source('import', path);
    expect(run.out).toMatch(/Dry run: 2 feeds[\s\S]*news\.example\/local/);
    const [code = ''] = /source:add:\w+/.exec(run.err) ?? [];
    const added = await pressOnCommandLine([code], config, NOW_MS);
    expect(added.out).toMatch(/Added: 2 sources/);
    expect((await source('list')).out).toMatch(/Local[\s\S]*World/);
    await expect(source('import', join(folder, 'none'))).rejects.toThrow(/cannot be read/);
    await expect(pressOnCommandLine(['nothing'], config, NOW_MS)).rejects.toThrow(/which button/);
  });
});
