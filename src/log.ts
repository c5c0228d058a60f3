import pino from 'pino';

/** Where everything goes that is not meant for the person who asked. Fields first, then what happened in words. */
export interface Log {
  readonly debug: (fields: object, message: string) => void;
  readonly info: (fields: object, message: string) => void;
  readonly warn: (fields: object, message: string) => void;
  readonly error: (fields: object, message: string) => void;
}

/** Deeper than any chain of causes that tells something. */
const CAUSES = 4;
/** What a failure's own facts may be called; others, such as an address with a token in it or a message's body, stay out. */
const FACTS = ['code', 'status', 'method', 'kind', 'key', 'errcode', 'afterMs'] as const;

/** JSON lines on standard error, written at once, so that the last line before a crash is there. */
export function createLog(level: string): Log {
  const serializers = { err: (error: unknown) => loggedError(error, CAUSES) };
  const options = { level, base: null, serializers, timestamp: pino.stdTimeFunctions.isoTime };
  return pino(options, pino.destination({ fd: 2, sync: true }));
}

/** An error as the log may hold it: never its address or body, in which Discord's errors carry secrets and words of people. */
export function loggedError(error: unknown, causes: number): unknown {
  if (!(error instanceof Error)) return String(error);
  const facts = Object.entries(error).filter(([name, value]) => isFact(name) && typeof value !== 'object');
  return {
    type: error.name,
    message: error.message,
    stack: error.stack,
    ...Object.fromEntries(facts),
    ...(error.cause !== undefined && causes > 0 && { cause: loggedError(error.cause, causes - 1) }),
  };
}

const isFact = (name: string): boolean => FACTS.some((fact) => fact === name);
