import type { Server } from 'node:http';
import {
  GatewayCloseCodes as Close,
  GatewayDispatchEvents as Event,
  GatewayIntentBits as Intent,
  GatewayOpcodes as Op,
} from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import * as limit from './check/limits.ts';
import { guildJson, userJson } from './wire.ts';
import type { World } from './world.ts';

interface Session {
  readonly id: string;
  readonly intents: number;
  /** Everything dispatched, in order: what RESUME replays from. */
  readonly log: { readonly op: number; readonly t: string; readonly s: number; readonly d: unknown }[];
  socket: WebSocket | null;
}

/** What can be made to go wrong on the gateway. */
export interface GatewayFaults {
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
  /** How often a client did each of these, by opcode name. */
  readonly seen: { identify: number; resume: number; heartbeat: number };
  /** Sessions with an open socket. */
  readonly connected: () => number;
  readonly stop: () => void;
}

export interface GatewayOptions {
  readonly server: Server;
  readonly world: World;
  readonly token: string;
  readonly heartbeatIntervalMs: number;
  /** Where clients come back to; read late, since the port is not known early. */
  readonly url: () => string;
  readonly onChange: () => void;
  readonly onViolation: (message: string) => void;
}

const Packet = z.object({ op: z.int(), d: z.unknown() });
const Identify = z.object({
  token: z.string(),
  intents: z.int().min(0),
  properties: z.looseObject({}),
  compress: z.boolean().optional(),
  shard: z.tuple([z.int(), z.int()]).optional(),
});
const Resume = z.object({ token: z.string(), session_id: z.string(), seq: z.int() });

/** Need an approval that this application does not have: https://discord.com/developers/docs/events/gateway#privileged-intents */
const PRIVILEGED = Intent.GuildMembers | Intent.GuildPresences | Intent.MessageContent;

export function createGateway(options: GatewayOptions): Gateway {
  const { world, server, onChange } = options;
  const sockets = new WebSocketServer({ server });
  const sessions = new Map<string, Session>();
  const seen = { identify: 0, resume: 0, heartbeat: 0 };
  const armed = { duplicate: false, invalidAfterResumed: false, deaf: false };

  const open = (): readonly Session[] => [...sessions.values()].filter(({ socket }) => socket?.readyState === 1);
  const each = (act: (session: Session, socket: WebSocket) => void): void => {
    for (const session of open()) if (session.socket) act(session, session.socket);
  };
  const sendTo = (socket: WebSocket | null, packet: object): void => {
    if (socket?.readyState === 1) socket.send(JSON.stringify(packet));
  };
  const dispatchTo = (session: Session, t: string, d: unknown): void => {
    const packet = { op: Op.Dispatch, t, s: session.log.length + 1, d };
    session.log.push(packet);
    sendTo(session.socket, packet);
  };
  const dispatch = (event: string, data: unknown): void => {
    for (const session of sessions.values()) dispatchTo(session, event, data);
  };

  const identify = (socket: WebSocket, d: unknown): Session | null => {
    seen.identify += 1;
    const parsed = Identify.safeParse(d);
    const refusal = parsed.success ? refusedIdentify(parsed.data, options) : Close.DecodeError;
    if (refusal || !parsed.success) return refuse(socket, refusal ?? Close.DecodeError);
    const session: Session = { id: world.nextId(), intents: parsed.data.intents, log: [], socket };
    sessions.set(session.id, session);
    dispatchTo(session, Event.Ready, readyJson(session, options));
    if (session.intents & Intent.Guilds)
      for (const guild of world.guilds.values()) dispatchTo(session, Event.GuildCreate, guildJson(guild, world));
    onChange();
    return session;
  };

  const resume = (socket: WebSocket, d: unknown): Session | null => {
    seen.resume += 1;
    const parsed = Resume.safeParse(d);
    if (!parsed.success) return refuse(socket, Close.DecodeError);
    if (parsed.data.token !== options.token) return refuse(socket, Close.AuthenticationFailed);
    const session = sessions.get(parsed.data.session_id);
    if (!session) {
      sendTo(socket, { op: Op.InvalidSession, d: false });
      return null;
    }
    session.socket = socket;
    for (const packet of session.log.slice(parsed.data.seq)) sendTo(socket, packet);
    dispatchTo(session, Event.Resumed, { _trace: [] });
    if (armed.invalidAfterResumed) {
      armed.invalidAfterResumed = false;
      sessions.delete(session.id);
      sendTo(socket, { op: Op.InvalidSession, d: false });
    }
    onChange();
    return session;
  };

  const heartbeat = (socket: WebSocket): void => {
    seen.heartbeat += 1;
    if (!armed.deaf) sendTo(socket, { op: Op.HeartbeatAck });
  };

  sockets.on('connection', (socket, request) => {
    const query = new URL(request.url ?? '/', 'ws://stand-in').searchParams;
    if (query.get('v') !== '10' || query.get('encoding') !== 'json')
      return void refuse(socket, Close.InvalidAPIVersion);
    if (query.has('compress')) return void refuse(socket, Close.DecodeError);
    listen(socket, { identify, resume, heartbeat, forget: (session) => sessions.delete(session.id), onChange });
    sendTo(socket, { op: Op.Hello, d: { heartbeat_interval: options.heartbeatIntervalMs, _trace: [] } });
  });

  return {
    seen,
    connected: () => open().length,
    dispatch: (event, data) => {
      dispatch(event, data);
      if (event !== Event.InteractionCreate || !armed.duplicate) return;
      armed.duplicate = false;
      dispatch(event, data);
    },
    dropSocket: () => each((_, socket) => socket.terminate()),
    closeCleanly: (code = 1000) => each((_, socket) => socket.close(code)),
    invalidSession: (resumable) =>
      each((session, socket) => {
        if (!resumable) sessions.delete(session.id);
        sendTo(socket, { op: Op.InvalidSession, d: resumable });
      }),
    reconnect: () => each((_, socket) => sendTo(socket, { op: Op.Reconnect, d: null })),
    duplicateNext: () => {
      armed.duplicate = true;
    },
    invalidSessionRightAfterResumed: () => {
      armed.invalidAfterResumed = true;
    },
    ignoreHeartbeats: (ignore = true) => {
      armed.deaf = ignore;
    },
    stop: () => {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

function refuse(socket: WebSocket, code: number): null {
  socket.close(code);
  return null;
}

function refusedIdentify({ token, intents }: z.infer<typeof Identify>, options: GatewayOptions): number | null {
  if (token !== options.token) return Close.AuthenticationFailed;
  if ((intents & PRIVILEGED) === 0) return null;
  options.onViolation(`Identified with privileged intents (${intents & PRIVILEGED}).`);
  return Close.DisallowedIntents;
}

const readyJson = (session: Session, { world, url }: GatewayOptions) => ({
  v: 10,
  user: userJson(world.bot, true),
  guilds: [...world.guilds.keys()].map((id) => ({ id, unavailable: true })),
  session_id: session.id,
  resume_gateway_url: url(),
  shard: [0, 1],
  application: { id: world.applicationId, flags: 0 },
});

interface Listener {
  readonly identify: (socket: WebSocket, d: unknown) => Session | null;
  readonly resume: (socket: WebSocket, d: unknown) => Session | null;
  readonly heartbeat: (socket: WebSocket) => void;
  readonly forget: (session: Session) => void;
  readonly onChange: () => void;
}

/** One connection's life. https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
function listen(socket: WebSocket, to: Listener): void {
  let session: Session | null = null;
  const sentAtMs: number[] = [];
  socket.on('message', (data) => {
    sentAtMs.push(Date.now());
    if (sentAtMs.filter((atMs) => atMs > Date.now() - 60_000).length > limit.GATEWAY_SENDS_PER_MINUTE)
      return void refuse(socket, Close.RateLimited);
    const packet = readPacket(String(data));
    if (!packet) return void refuse(socket, Close.DecodeError);
    if (packet.op === Op.Heartbeat) return to.heartbeat(socket);
    const authenticates = packet.op === Op.Identify || packet.op === Op.Resume;
    if (!authenticates && !session) return void refuse(socket, Close.NotAuthenticated);
    if (!authenticates) return packet.op === Op.PresenceUpdate ? undefined : void refuse(socket, Close.UnknownOpcode);
    if (session) return void refuse(socket, Close.AlreadyAuthenticated);
    session = packet.op === Op.Identify ? to.identify(socket, packet.d) : to.resume(socket, packet.d);
  });
  socket.on('close', (code) => {
    if (session?.socket === socket) session.socket = null;
    // A client that closes with 1000 or 1001 ends its session.
    if (session && (code === 1000 || code === 1001)) to.forget(session);
    to.onChange();
  });
}

function readPacket(text: string): z.infer<typeof Packet> | null {
  try {
    return Packet.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
