import type { App } from '../src/app.ts';
import type { Call } from '../src/command.ts';
import { Topic } from '../src/domain/topic.ts';
import { messagesIn } from '../src/render/messages/in-language.ts';
import { findChoice } from './suggestions.ts';

/** What a pick from the suggestions is called; words stand for themselves. */
export async function queryName(query: string, app: App, call: Call): Promise<string> {
  const topic = Topic.safeParse(/^topic:(.+)$/.exec(query)?.[1]);
  if (topic.success) return messagesIn(call.language).brief.topic[topic.data];
  const label = query.startsWith('id:') ? (await findChoice(query, app, call))?.label : undefined;
  return label?.kind === 'entity' ? label.count.entity.names[call.language] : query;
}
