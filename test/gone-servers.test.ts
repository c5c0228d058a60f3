import { expect, test } from 'vitest';
import { forgetGoneServers } from '../src/gone-servers.ts';
import { aKeyValue } from './support/bot.ts';

const DAY = 86_400_000;

function stage() {
  const present = new Set(['10001', '10002']);
  const erased: string[] = [];
  const ports = {
    kv: aKeyValue(),
    servers: async () => present,
    erase: async (id: string) => void erased.push(id),
  };
  return { present, erased, look: (day: number) => forgetGoneServers(ports, day * DAY), ports };
}

test('what is kept of a server is deleted once, 30 days after the bot was seen to be gone from it', async () => {
  const { present, erased, look } = stage();
  await look(0);
  present.delete('10001');
  for (const day of [1, 15, 30.9]) await look(day);
  expect(erased).toEqual([]);
  for (const day of [31, 32, 70]) await look(day);
  expect(erased).toEqual(['10001']);
});

test('invited again within that time, it keeps everything, and its days begin anew', async () => {
  const { present, erased, look } = stage();
  await look(0);
  present.delete('10001');
  await look(1);
  present.add('10001');
  await look(29);
  present.delete('10001');
  for (const day of [30, 40, 59]) await look(day);
  expect(erased).toEqual([]);
});

test('where it cannot be known which servers there are, nothing is deleted or forgotten', async () => {
  const { present, erased, look, ports } = stage();
  await look(0);
  present.delete('10001');
  await look(1);
  const servers = () => Promise.reject(new Error('no answer'));
  await expect(forgetGoneServers({ ...ports, servers }, 40 * DAY)).rejects.toThrow('no answer');
  expect(erased).toEqual([]);
  present.add('10001');
  await look(41);
  expect(erased).toEqual([]);
});
