import { GatewayDispatchEvents as Event, GatewayOpcodes as Op } from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';
import {
  connect,
  dispatchTo,
  type GatewayOptions,
  type Hub,
  invalidate,
  isOpen,
  type Session,
  sendTo,
} from './sessions.ts';

/** What can be made to go wrong on the gateway. */
interface GatewayFaults {
  /** Breaks the TCP connection without a closing frame (the client sees 1006 and resumes). */
  readonly dropSocket: () => void;
  /** Closes with this code; 1000 makes discord.js start a new session, 4004 makes it give up. */
  readonly closeCleanly: (code?: number) => void;
  /** Sends INVALID_SESSION; not resumable forgets the session too. */
  readonly invalidSession: (resumable: boolean) => void;
  /** Sends RECONNECT: the client comes back and resumes. */
  readonly reconnect: () => void;
  /** Delivers the next INTERACTION_CREATE twice, with the same id and token. */
  readonly duplicateNext: () => void;
  /** Answers the next RESUME with RESUMED and at once INVALID_SESSION. */
  readonly invalidSessionRightAfterResumed: () => void;
  /** Acknowledges no heartbeat any more until called with false. */
  readonly ignoreHeartbeats: (ignore?: boolean) => void;
}

export interface Gateway extends GatewayFaults {
  /** To every session; kept for those that are away and may resume. */
  readonly dispatch: (event: string, data: unknown) => void;
  /** How often clients did each of these. */
  readonly seen: { readonly identify: number; readonly resume: number; readonly heartbeat: number };
  /** Sessions with an open socket. */
  readonly connected: () => number;
  readonly stop: () => void;
}

export function createGateway(options: GatewayOptions): Gateway {
  const hub: Hub = {
    ...options,
    sessions: new Map(),
    seen: { identify: 0, resume: 0, heartbeat: 0 },
    armed: { duplicate: false, invalidAfterResumed: false, deaf: false },
  };
  const sockets = new WebSocketServer({ server: options.server });
  sockets.on('connection', (socket, request) => {
    connect(hub, socket, new URL(request.url ?? '/', 'ws://stand-in').searchParams, request.socket);
  });
  return {
    ...gatewayFaults(hub),
    seen: hub.seen,
    connected: () => present(hub).length,
    dispatch: (event, data) => dispatch(hub, event, data),
    stop: () => {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

type Present = Session & { readonly socket: WebSocket };

const present = ({ sessions }: Hub): readonly Present[] =>
  [...sessions.values()].filter((session): session is Present => isOpen(session.socket));

function dispatch({ sessions, armed }: Hub, event: string, data: unknown): void {
  const times = event === Event.InteractionCreate && armed.duplicate ? 2 : 1;
  if (event === Event.InteractionCreate) armed.duplicate = false;
  for (const session of sessions.values()) for (let sent = 0; sent < times; sent += 1) dispatchTo(session, event, data);
}

function gatewayFaults(hub: Hub): GatewayFaults {
  const each = (act: (session: Present) => void): void => present(hub).forEach(act);
  return {
    dropSocket: () => each(({ socket }) => socket.terminate()),
    closeCleanly: (code = 1000) => each(({ socket }) => socket.close(code)),
    invalidSession: (resumable) => each((session) => invalidate(hub, session, resumable)),
    reconnect: () => each(({ socket }) => sendTo(socket, { op: Op.Reconnect, d: null })),
    duplicateNext: () => {
      hub.armed.duplicate = true;
    },
    invalidSessionRightAfterResumed: () => {
      hub.armed.invalidAfterResumed = true;
    },
    ignoreHeartbeats: (ignore = true) => {
      hub.armed.deaf = ignore;
    },
  };
}
