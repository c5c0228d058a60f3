import type { App } from '../src/app.ts';
import type { Answer, Call, Press, PressAnswer, Submitted } from '../src/command.ts';
import { UserError } from '../src/domain/failure.ts';
import type { Modal } from '../src/domain/modal.ts';
import type { Page } from '../src/domain/page.ts';
import type { SourceView } from '../src/domain/source-view.ts';
import { messagesIn } from '../src/render/messages/in-language.ts';
import { renderProbe, renderRequest } from '../src/render/probe-page.ts';
import { parseSourceAction, type SourceAction } from '../src/render/source-action.ts';
import {
  refusalWords,
  renderAdded,
  renderDecided,
  renderDone,
  renderRemoval,
  renderRequests,
} from '../src/render/source-done-page.ts';
import { editForm, PASTE_ACTION } from '../src/render/source-form.ts';
import { groupsOf, renderGroup, renderStarters } from '../src/render/starters-page.ts';
import { actorOf, allowed, givenTier, loggedSource } from './source-actor.ts';
import { Edited, Pasted } from './source-input.ts';
import { dryRun, probePage } from './source-probe.ts';
import { checked, edited, listed, logged, paused, probeText } from './source-run.ts';

/** Every button changes the message it is on, but one: what a second moderator is asked stands before all. */
export async function pressSource({ rest }: Press, app: App, call: Call): Promise<PressAnswer> {
  const action = parseSourceAction(rest);
  if (action === null) throw new UserError(refusalWords({ kind: 'expired' }, call.language));
  const answer = await answerTo(action, app, call);
  return { ...answer, how: 'how' in answer ? answer.how : 'update' };
}

/** The form of the only button that opens one. */
export function sourceForm({ rest }: Press, app: App, call: Call): Promise<Modal> | null {
  const action = parseSourceAction(rest);
  if (action?.kind !== 'edit') return null;
  return viewOf(action.source, app, call).then(({ source }) => editForm(source, call.language));
}

export async function submitSource({ rest, values }: Submitted, app: App, call: Call): Promise<PressAnswer> {
  if (rest === PASTE_ACTION) return { ...(await probeText(Pasted.parse(values), app, call)), how: 'reply' };
  const action = parseSourceAction(rest);
  if (action?.kind !== 'edit') throw new UserError(refusalWords({ kind: 'expired' }, call.language));
  const { tier, ...given } = Edited.parse(values);
  return { ...(await edited({ ...given, ...givenTier(tier, call) }, action.source, app, call)), how: 'update' };
}

type Answered = Answer | PressAnswer;

function answerTo(action: SourceAction, app: App, call: Call): Promise<Answered> {
  switch (action.kind) {
    case 'list':
      return listed(action.page, app, call);
    case 'starters':
    case 'group':
    case 'start':
    case 'start-all':
      return starter(action, app, call);
    case 'add':
    case 'review':
    case 'cancel':
    case 'run':
    case 'feed':
      return onRun(action, app, call);
    case 'log':
      return action.source === null
        ? logged(action.page, null, app, call)
        : loggedSource(action.source, app, call).then((of) => logged(action.page, of, app, call));
    default:
      return onSource(action, app, call);
  }
}

type RunAction = Extract<SourceAction, { readonly run: string }>;

async function onRun(action: RunAction, app: App, call: Call): Promise<Answered> {
  const { language, limits, scope } = call;
  switch (action.kind) {
    case 'run': {
      const probe = await app.sources.probed(action.run, scope);
      if (probe === null) throw new UserError(refusalWords({ kind: 'expired' }, language));
      return alone(renderProbe(probe, action.page, [], language, limits));
    }
    case 'feed':
      return probePage(await app.sources.choose(action.run, action.at, actorOf(call)), [], call);
    case 'cancel':
      await app.sources.cancel(action.run, actorOf(call));
      return alone(renderDone([messagesIn(language).source.done.cancelled], language));
    default:
      return added(action.run, action.kind === 'review', app, call);
  }
}

/** Adds at once, or asks for a second moderator where all can see it. */
async function added(run: string, asRequest: boolean, app: App, call: Call): Promise<Answered> {
  const { language, limits, scope, userId } = call;
  const probe = await app.sources.probed(run, scope);
  const done = allowed(await app.sources.add(run, asRequest, actorOf(call)), call);
  const [first, ...more] = done.added;
  if (first?.state !== 'pending' || probe === null) return alone(renderAdded(done, language, limits), done);
  const page =
    more.length > 0
      ? renderRequests(done.added, language, limits)
      : renderRequest(probe, { id: first.id, by: userId }, 1, language, limits);
  return { page, private: false, how: 'reply', data: done };
}

type DeedAction = Exclude<Extract<SourceAction, { readonly source: string }>, { readonly kind: 'log' }>;

async function onSource(action: DeedAction, app: App, call: Call): Promise<Answered> {
  switch (action.kind) {
    case 'approve':
    case 'refuse':
      return decided(action.kind, action.source, app, call);
    case 'request':
      return request(action.source, action.page, app, call);
    case 'check':
      return checked(action.source, app, call);
    case 'pause':
    case 'resume':
      return paused(action.kind, action.source, app, call);
    case 'remove':
      return alone(renderRemoval(await viewOf(action.source, app, call), call.language));
    case 'keep':
    case 'withdraw':
      return removed(action.kind, action.source, app, call);
    case 'edit':
      throw new TypeError('an edit is answered with a form');
  }
}

async function decided(how: 'approve' | 'refuse', id: string, app: App, call: Call): Promise<Answer> {
  const { userId } = actorOf(call);
  const source = allowed(await app.sources.decide(id, how, actorOf(call)), call);
  return { page: renderDecided(source, how, userId, call.language), private: false, data: source };
}

async function request(id: string, page: number, app: App, call: Call): Promise<Answer> {
  const [probe, view] = await Promise.all([app.sources.requested(id, call.scope), viewOf(id, app, call)]);
  if (probe === null || view.source.state !== 'pending')
    throw new UserError(refusalWords({ kind: 'not-pending' }, call.language));
  const asked = { id, by: view.source.addedBy };
  return { page: renderRequest(probe, asked, page, call.language, call.limits), private: false };
}

async function removed(what: 'keep' | 'withdraw', id: string, app: App, call: Call): Promise<Answer> {
  const { source, withdrawn } = allowed(await app.sources.remove(id, what, actorOf(call)), call);
  const { done, view } = messagesIn(call.language).source;
  const fate = what === 'keep' ? done.kept : done.withdrawn(view.articles(withdrawn));
  return alone(renderDone([done.removed(source.name), fate], call.language), source);
}

type StarterAction = Extract<SourceAction, { readonly kind: 'starters' | 'group' | 'start' | 'start-all' }>;

async function starter(action: StarterAction, app: App, call: Call): Promise<Answer> {
  const { language, limits, scope } = call;
  const starters = await app.sources.starters(scope);
  if (action.kind === 'starters') return alone(renderStarters(starters, language));
  if (action.kind === 'start') {
    const one = starters[action.at];
    if (!one) throw new UserError(refusalWords({ kind: 'expired' }, language));
    const { url, name, publisher, language: written } = one;
    return dryRun({ from: 'url', url, kind: 'feed' }, { name, publisher, language: written }, [], app, call);
  }
  const group = groupsOf(starters)[action.group];
  const page = renderGroup(starters, action.group, language, limits);
  if (!group || !page) throw new UserError(refusalWords({ kind: 'expired' }, language));
  if (action.kind === 'group') return alone(page);
  return dryRun({ from: 'starters', crisis: group.crisis.en }, {}, [], app, call);
}

/** @throws UserError where the scope has no such source */
async function viewOf(id: string, app: App, call: Call): Promise<SourceView> {
  const view = await app.sources.view(id, call.scope);
  if (view === null) throw new UserError(refusalWords({ kind: 'unknown' }, call.language));
  return view;
}

const alone = (page: Page, data?: unknown): Answer => ({
  page,
  private: true,
  ...(data !== undefined && { data }),
});
