import type { App } from '../src/app.ts';
import type { Answer, Call } from '../src/command.ts';
import { UserError } from '../src/domain/failure.ts';
import type { GivenFile } from '../src/domain/given-file.ts';
import type { Page } from '../src/domain/page.ts';
import type { SourceView } from '../src/domain/source-view.ts';
import { fileFailureTold } from '../src/render/failure-words.ts';
import { messagesIn } from '../src/render/messages/in-language.ts';
import { renderCheck } from '../src/render/source-check-page.ts';
import { renderDone, renderRemoval } from '../src/render/source-done-page.ts';
import { renderSourceExport } from '../src/render/source-export-page.ts';
import { renderLog } from '../src/render/source-log-page.ts';
import { renderSources } from '../src/render/sources-page.ts';
import { renderStarters } from '../src/render/starters-page.ts';
import { actorOf, allowed, givenLanguage, loggedSource, MOST_DEEDS, namedSource } from './source-actor.ts';
import { dayOf, type InputOf, type SourceInput } from './source-input.ts';
import { dryRun } from './source-probe.ts';

/** Carries out `/source`; what moderators do with sources is for them alone until it concerns others. */
export async function runSource(input: SourceInput, app: App, call: Call): Promise<Answer> {
  switch (input.subcommand) {
    case 'add':
      return add(input, app, call);
    case 'paste':
      return paste(input, app, call);
    case 'import':
      return dryRun({ from: 'opml', bytes: await bytesOf(input.file, call) }, {}, [], app, call);
    case 'list':
      return listed(1, app, call);
    case 'export':
      return exported(app, call);
    case 'starters':
      return alone(renderStarters(await app.sources.starters(call.scope), call.language));
    case 'log':
      return logged(1, input.source === undefined ? null : await loggedSource(input.source, app, call), app, call);
    default:
      return runOn(input, await namedSource(input.source, app, call), app, call);
  }
}

type OnSource = Extract<SourceInput, { readonly source: string }>;

function runOn(input: OnSource, view: SourceView, app: App, call: Call): Promise<Answer> | Answer {
  switch (input.subcommand) {
    case 'check':
      return checked(view.source.id, app, call);
    case 'pause':
    case 'resume':
      return paused(input.subcommand, view.source.id, app, call);
    case 'edit':
      return edited(input, view.source.id, app, call);
    case 'remove':
      return alone(renderRemoval(view, call.language));
  }
}

const alone = (page: Page, data?: unknown): Answer => ({
  page,
  private: true,
  ...(data !== undefined && { data }),
});

function add({ url, name, language, kind, tier, engine }: InputOf<'add'>, app: App, call: Call): Promise<Answer> {
  const given = {
    ...(name && { name }),
    ...givenLanguage(language, call),
    ...(tier && { tier }),
    ...(engine && { engine }),
  };
  return dryRun({ from: 'url', url, ...(kind && { kind }) }, given, [], app, call);
}

async function paste({ file, publisher, date, title }: InputOf<'paste'>, app: App, call: Call): Promise<Answer> {
  const words = messagesIn(call.language).source;
  if (!file) throw new UserError(words.formOnly);
  if (publisher === undefined) throw new UserError(words.noPublisher);
  const text = decoded(await bytesOf(file, call));
  if (text === null) throw new UserError(words.fileUnreadable);
  return probeText({ text, publisher, date: date ?? '', title: title ?? '' }, app, call);
}

/** The dry run of a text, from a file or a form. */
export function probeText(
  { text, publisher, date, title }: Record<'text' | 'publisher' | 'date' | 'title', string>,
  app: App,
  call: Call,
): Promise<Answer> {
  const day = dayOf(date);
  const notes = date !== '' && day === null ? [messagesIn(call.language).source.probe.dayUnread(date)] : [];
  return dryRun({ from: 'text', text, publisher, day, title: title || null }, {}, notes, app, call);
}

async function bytesOf(file: GivenFile, { language }: Call): Promise<Uint8Array> {
  const content = await file.read();
  if (content.ok) return content.value;
  const { what, todo } = fileFailureTold(content.error, language);
  throw new UserError(`${what} ${todo}`);
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

export async function listed(page: number, app: App, { scope, nowMs, language, limits }: Call): Promise<Answer> {
  const views = await app.sources.list(scope);
  return alone(renderSources(views, { scope, page, nowMs, language, limits }), views);
}

async function exported(app: App, { scope, language }: Call): Promise<Answer> {
  const [opml, views] = await Promise.all([app.sources.opml(scope), app.sources.list(scope)]);
  return alone(
    renderSourceExport(
      opml,
      views.map(({ source }) => source),
      language,
    ),
  );
}

export async function logged(
  page: number,
  of: Pick<SourceView['source'], 'id' | 'name'> | null,
  app: App,
  call: Call,
): Promise<Answer> {
  const deeds = await app.sources.deeds(call.scope, MOST_DEEDS, of?.id);
  return alone(renderLog(deeds, of, page, call.language, call.limits), deeds);
}

export async function checked(id: string, app: App, call: Call): Promise<Answer> {
  const check = allowed(await app.sources.check(id, actorOf(call)), call);
  return alone(renderCheck(check, call.nowMs, call.language, call.limits), check);
}

export async function paused(how: 'pause' | 'resume', id: string, app: App, call: Call): Promise<Answer> {
  const source = allowed(await app.sources[how](id, actorOf(call)), call);
  const words = messagesIn(call.language).source.done;
  const done = how === 'pause' ? words.paused(source.name) : words.resumed(source.name);
  return alone(renderDone([done], call.language), source);
}

/** @throws UserError where nothing is given to change */
export async function edited(
  given: Partial<Pick<InputOf<'edit'>, 'name' | 'publisher' | 'language' | 'tier' | 'engine'>>,
  id: string,
  app: App,
  call: Call,
): Promise<Answer> {
  const { name, publisher, language, tier, engine } = given;
  const words = messagesIn(call.language).source.done;
  const change = {
    ...{ ...(name && { name }), ...(publisher && { publisher }), ...(tier && { tier }) },
    ...(engine && { engine }),
    ...givenLanguage(language, call),
  };
  if (Object.keys(change).length === 0) throw new UserError(words.nothingGiven);
  const source = allowed(await app.sources.edit(id, change, actorOf(call)), call);
  return alone(
    renderDone([words.edited(source.name), ...(engine === 'llm' ? [words.sentToModel] : [])], call.language),
    source,
  );
}
