import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';

/** A file of the page, as it goes to the browser. */
export interface Asset {
  readonly type: string;
  readonly body: string;
}

const SCRIPT = 'text/javascript; charset=utf-8';
const STYLE = 'text/css; charset=utf-8';

/** Everything the page consists of, by its address. What is not named here is not served. */
const FILES: Readonly<Record<string, { readonly file: string; readonly type: string }>> = {
  '/': { file: 'index.html', type: 'text/html; charset=utf-8' },
  '/icon.svg': { file: 'icon.svg', type: 'image/svg+xml' },
  ...named(['theme.css', 'layout.css', 'message.css', 'composer.css', 'modal.css'], STYLE),
  ...named(
    [
      'api.ts',
      'call.ts',
      'channel.ts',
      'command-line.ts',
      'components.ts',
      'composer.ts',
      'dom.ts',
      'draft-line.ts',
      'draft.ts',
      'field.ts',
      'file-field.ts',
      'listbox.ts',
      'main.ts',
      'markdown-dom.ts',
      'markdown-inline.ts',
      'markdown.ts',
      'message.ts',
      'modal.ts',
      'pasted.ts',
      'preferences.ts',
      'suggester.ts',
      'texts.ts',
      'time.ts',
      'welcome.ts',
    ],
    SCRIPT,
  ),
};

export const ASSET_PATHS: readonly string[] = Object.keys(FILES);

/** Reads a file of the page; the browser gets TypeScript without its types. Null for an address not in `ASSET_PATHS`. */
export async function readAsset(path: string): Promise<Asset | null> {
  const entry = Object.hasOwn(FILES, path) ? FILES[path] : undefined;
  if (!entry) return null;
  const text = await readFile(new URL(`client/${entry.file}`, import.meta.url), 'utf8');
  return { type: entry.type, body: entry.type === SCRIPT ? withoutTypes(path, text) : text };
}

/** The last text of each script and what came of it: the page is asked for more often than it is changed. */
const stripped = new Map<string, { readonly text: string; readonly body: string }>();

function withoutTypes(path: string, text: string): string {
  const last = stripped.get(path);
  if (last?.text === text) return last.body;
  const body = stripTypeScriptTypes(text);
  stripped.set(path, { text, body });
  return body;
}

function named(files: readonly string[], type: string): typeof FILES {
  return Object.fromEntries(files.map((file) => [`/${file}`, { file, type }]));
}
