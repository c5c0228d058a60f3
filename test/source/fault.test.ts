import { expect, test } from 'vitest';
import { FetchFault, failureOf, lookupFault } from '../../src/source/fault.ts';

const LIMITS = { connectMs: 5_000, headerBytes: 32_768 };
const told = (code: string) => failureOf(Object.assign(new Error('words'), { code }), 'a.example', LIMITS);

test.for([
  { code: 'ECONNREFUSED', failure: { kind: 'unreachable', why: 'refused' } },
  { code: 'ECONNRESET', failure: { kind: 'unreachable', why: 'reset' } },
  { code: 'EHOSTUNREACH', failure: { kind: 'unreachable', why: 'unreachable' } },
  { code: 'ENETUNREACH', failure: { kind: 'unreachable', why: 'unreachable' } },
  { code: 'ETIMEDOUT', failure: { kind: 'too-slow', bound: 'connect', limitMs: 5_000 } },
  { code: 'CERT_HAS_EXPIRED', failure: { kind: 'tls', why: 'expired' } },
  { code: 'ERR_TLS_CERT_ALTNAME_INVALID', failure: { kind: 'tls', why: 'other-name' } },
  { code: 'DEPTH_ZERO_SELF_SIGNED_CERT', failure: { kind: 'tls', why: 'untrusted' } },
  { code: 'SELF_SIGNED_CERT_IN_CHAIN', failure: { kind: 'tls', why: 'untrusted' } },
  { code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', failure: { kind: 'tls', why: 'untrusted' } },
  { code: 'CERT_REVOKED', failure: { kind: 'tls', why: 'untrusted' } },
  { code: 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', failure: { kind: 'tls', why: 'handshake' } },
  { code: 'EPROTO', failure: { kind: 'tls', why: 'handshake' } },
  { code: 'HPE_INVALID_VERSION', failure: { kind: 'not-http' } },
  { code: 'ESOMETHINGNEW', failure: { kind: 'unreachable', why: 'unreachable' } },
])('$code', ({ code, failure }) => {
  expect(told(code)).toMatchObject(failure);
});

test.for([
  { code: 'ENOTFOUND', failure: { kind: 'unknown-host', host: 'a.example' } },
  { code: 'ENODATA', failure: { kind: 'unknown-host' } },
  { code: 'EAI_AGAIN', failure: { kind: 'unreachable', why: 'lookup' } },
  { code: 'ETIMEOUT', failure: { kind: 'unreachable', why: 'lookup' } },
  { code: 'ESERVFAIL', failure: { kind: 'unreachable', why: 'lookup' } },
  { code: 'ECONNREFUSED', failure: { kind: 'unreachable', why: 'lookup' } },
])('$code of a name server', ({ code, failure }) => {
  expect(lookupFault(Object.assign(new Error('words'), { code }), 'a.example')).toMatchObject({ failure });
});

test('what is no error of the network is none of ours to swallow', () => {
  const bug = new TypeError('x is not a function');
  expect(() => failureOf(bug, 'a.example', LIMITS)).toThrow(bug);
  expect(() => failureOf('words', 'a.example', LIMITS)).toThrow('words');
});

test('a failure travels as it is', () => {
  expect(failureOf(new FetchFault({ kind: 'gone' }), 'a.example', LIMITS)).toEqual({ kind: 'gone' });
});
