import type { Discord } from './stand-in.ts';

type Sent = readonly [method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>];
interface Called {
  readonly id: string;
  readonly token: string;
}

/** Requests past any client, for what a client would never send. Below `/api/v10`; an empty answer is null. */
export function requests({ url, token, applicationId }: Discord) {
  const request = async (...[method, path, body, headers = {}]: Sent) => {
    const content = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(`${url}/v10${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...content,
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : JSON.parse(text) };
  };
  return {
    request,
    bot: { authorization: `Bot ${token}` },
    callback: (call: Called, body: unknown) => request('POST', `/interactions/${call.id}/${call.token}/callback`, body),
    webhook: (call: Called, method: string, message: string, body?: unknown) =>
      request(method, `/webhooks/${applicationId}/${call.token}${message}`, body),
  };
}
