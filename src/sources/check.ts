import { publishedAtMs } from '../domain/article.ts';
import type { Source } from '../domain/source.ts';
import type { SourceCheck } from '../domain/source-view.ts';
import { look } from './look.ts';
import type { SourcePorts } from './ports.ts';

/** Reads a source as it stands now, without noting anything. What was pasted in cannot be read again, and is as it was. */
export async function checkSource(
  { kind, url }: Pick<Source, 'kind' | 'url'>,
  ports: SourcePorts,
): Promise<SourceCheck['result']> {
  if (url === null) return { ok: true, value: { items: 1, newestAtMs: null, movedTo: null } };
  const looked = await look(url, kind, ports);
  if (!looked.ok) return looked;
  if (looked.value.kind === 'list') return { ok: true, value: { items: 1, newestAtMs: null, movedTo: null } };
  if (looked.value.kind === 'article')
    return { ok: true, value: { items: 1, newestAtMs: publishedAtMs(looked.value.page), movedTo: null } };
  const { read, movedTo } = looked.value;
  const dates = read.items.map(publishedAtMs).filter((at) => at !== null);
  const newestAtMs = dates.length === 0 ? null : Math.max(...dates);
  return { ok: true, value: { items: read.items.length, newestAtMs, movedTo } };
}
