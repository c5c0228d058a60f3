import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

/** Names by which a browser on this machine reaches a server that is bound to loopback. */
const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Refuses with 403 what another site could make a browser send: a `Host` that is not this machine's (DNS rebinding), a
 * foreign `Origin`, and a POST that does not name its origin and carry JSON, which no form can send.
 * @param port the one the server listens on; asked at each request, since it is known only after the start
 */
export function onlyFromThisPage(port: () => number): MiddlewareHandler {
  return async (c, next) => {
    const host = c.req.header('host') ?? '';
    const origin = c.req.header('origin');
    const isRead = c.req.method === 'GET' || c.req.method === 'HEAD';
    if (!hostsOf(port()).includes(host)) return c.text('This address is not served here.', 403);
    if (origin === undefined ? !isRead : origin !== `http://${host}`)
      return c.text('Requests of other pages are refused.', 403);
    if (!isRead && !isJson(c.req.header('content-type'))) return c.text('Requests must be JSON.', 415);
    return next();
  };
}

/** A browser leaves out the port when it is the scheme's own. */
function hostsOf(port: number): readonly string[] {
  return LOOPBACK_NAMES.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]));
}

function isJson(contentType: string | undefined): boolean {
  return contentType?.split(';')[0]?.trim().toLowerCase() === 'application/json';
}

/** Nothing but the page's own files runs, loads or is sent to, and no text becomes HTML: https://www.w3.org/TR/CSP3/ */
export function securityHeaders(): MiddlewareHandler {
  const self = ["'self'"];
  const none = ["'none'"];
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: none,
      scriptSrc: self,
      styleSrc: self,
      imgSrc: self,
      connectSrc: self,
      baseUri: none,
      formAction: none,
      frameAncestors: none,
      requireTrustedTypesFor: ["'script'"],
    },
    xFrameOptions: 'DENY',
    strictTransportSecurity: false,
  });
}
