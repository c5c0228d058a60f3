import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exposition, type Measure } from '../../src/metrics/exposition.ts';
import { measuresOf } from '../../src/metrics/measures.ts';
import { serveMetrics } from '../../src/metrics/serve.ts';

const measured: Parameters<typeof measuresOf>[0] = {
  claims: {
    status: async () => ({
      ...{ articles: 7, claims: 9, publishers: 2, entities: 3, bytes: 4 },
      ...{ oldestAtMs: null, newestAtMs: null },
    }),
  },
  sources: { queueLength: async () => 12, nextDueAtMs: async () => 2_500 },
  printed: { counts: async () => ({ messages: 13, waiting: 14 }) },
  counts: () => ({ read: 1, unchanged: 2, failed: 3, 'put-off': 4, stored: 5, aside: 6, again: 7, fault: 8 }),
  startedAtMs: 1_000,
  version: '1.2.3',
};

test('what is measured, in the text that Prometheus reads', async () => {
  const lines = exposition(await measuresOf(measured)).split('\n');
  expect(lines.filter((line) => !line.startsWith('#') && !line.includes('memory'))).toEqual([
    'sitrep_info{version="1.2.3"} 1',
    'sitrep_start_time_seconds 1',
    'sitrep_feed_readings_total{result="read"} 1',
    'sitrep_feed_readings_total{result="unchanged"} 2',
    'sitrep_feed_readings_total{result="failed"} 3',
    'sitrep_feed_readings_total{result="put_off"} 4',
    'sitrep_items_total{result="stored"} 5',
    'sitrep_items_total{result="aside"} 6',
    'sitrep_items_total{result="again"} 7',
    'sitrep_faults_total{result="reading"} 8',
    'sitrep_items_waiting 12',
    'sitrep_next_reading_time_seconds 2.5',
    'sitrep_printed_messages 13',
    'sitrep_printed_messages_waiting 14',
    'sitrep_articles 7',
    '',
  ]);
  expect(lines).toContain('# TYPE sitrep_items_total counter');
});

test('whatever a label holds, a sample is one line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      const measure: Measure = { name: 'a', help: 'b', type: 'gauge', samples: [{ value: 1, labels: { value } }] };
      const text = exposition([measure]);
      expect(text.split('\n')).toHaveLength(4);
      expect(
        /^a\{value="((?:[^"\\]|\\["\\n])*)"\} 1$/m.exec(text)?.[1]?.replace(/\\(.)/g, (_, c) => (c === 'n' ? '\n' : c)),
      ).toBe(value);
    }),
  );
});

test('is served to this machine at /metrics, and a failure is told to the log', async () => {
  const failed: object[] = [];
  const answers = [() => measuresOf(measured), () => Promise.reject(new Error('disk'))].values();
  const measures = () => answers.next().value?.() ?? Promise.resolve([]);
  const { port, stop } = await serveMetrics(0, measures, { error: (fields) => void failed.push(fields) });
  const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
  try {
    const ok = await get('/metrics');
    expect([ok.status, ok.headers.get('content-type')]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
    expect(await ok.text()).toContain('sitrep_items_waiting 12');
    expect([(await get('/metrics')).status, failed.length]).toEqual([500, 1]);
    expect((await get('/')).status).toBe(404);
  } finally {
    await stop();
  }
});
