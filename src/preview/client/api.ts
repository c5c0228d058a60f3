import type {
  About,
  CallEvent,
  MenuRequest,
  PressRequest,
  RunRequest,
  SubmitRequest,
  Suggested,
  SuggestRequest,
} from '../protocol.ts';

/** The server did not take the request; `message` is its word on why. */
class Refused extends Error {
  override readonly name = 'Refused';
}

export async function about(): Promise<About> {
  return (await checked(await fetch('/api/about'))).json();
}

export async function suggest(request: SuggestRequest, signal: AbortSignal): Promise<Suggested> {
  return (await post('/api/suggest', request, signal)).json();
}

/** What the bot shows for a command, as it comes. Rejects when the connection breaks. */
export const run = (request: RunRequest): AsyncGenerator<CallEvent> => events('/api/run', request);
export const menu = (request: MenuRequest): AsyncGenerator<CallEvent> => events('/api/message', request);
export const press = (request: PressRequest): AsyncGenerator<CallEvent> => events('/api/press', request);
export const submit = (request: SubmitRequest): AsyncGenerator<CallEvent> => events('/api/submit', request);

type CallRequest = RunRequest | MenuRequest | PressRequest | SubmitRequest;

async function* events(path: string, request: CallRequest): AsyncGenerator<CallEvent> {
  const { body } = await post(path, request);
  if (!body) return;
  let rest = '';
  for await (const text of body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line);
  }
}

async function post(path: string, request: object, signal?: AbortSignal): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return checked(
    await fetch(path, { method: 'POST', headers, body: JSON.stringify(request), ...(signal && { signal }) }),
  );
}

async function checked(response: Response): Promise<Response> {
  if (!response.ok) throw new Refused(`${response.status}: ${await response.text()}`);
  return response;
}
