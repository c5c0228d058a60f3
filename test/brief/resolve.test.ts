import { expect, test } from 'vitest';
import { resolveName } from '../../src/brief/resolve.ts';
import { anEntity } from '../support/claims.ts';

const place = (id: string, claims: number, ...ancestors: readonly string[]) => ({
  entity: anEntity({ id }),
  claims,
  ancestors,
});

test.for([
  { name: 'the only one', candidates: [place('goma', 0, 'north-kivu')], chosen: 'goma', also: [] },
  {
    name: 'the region that holds the city of its name',
    candidates: [place('kharkiv', 9, 'kharkiv-oblast', 'ukraine'), place('kharkiv-oblast', 12, 'ukraine')],
    chosen: 'kharkiv-oblast',
    also: ['kharkiv'],
  },
  {
    name: 'the only one that is covered',
    candidates: [place('vyshneve', 1, 'donetsk-oblast'), place('vyshneve-kyiv-oblast', 0, 'kyiv-oblast')],
    chosen: 'vyshneve',
    also: ['vyshneve-kyiv-oblast'],
  },
  {
    name: 'never the largest of several covered',
    candidates: [place('hlyboke-kharkiv-oblast', 40), place('hlyboke-odesa-oblast', 1)],
    choices: ['hlyboke-kharkiv-oblast', 'hlyboke-odesa-oblast'],
  },
  {
    name: 'several of which nothing is known',
    candidates: [place('springfield-il', 0), place('springfield-ma', 0)],
    choices: ['springfield-il', 'springfield-ma'],
  },
])('$name', ({ candidates: [first, ...rest], chosen, also, choices }) => {
  if (!first) throw new Error('a case needs a candidate');
  const resolved = resolveName([first, ...rest]);
  expect(resolved.kind).toBe(choices ? 'several' : 'one');
  if (resolved.kind === 'several') expect(resolved.choices.map((c) => c.entity.id)).toEqual(choices);
  else expect([resolved.chosen.entity.id, resolved.also.map((c) => c.entity.id)]).toEqual([chosen, also]);
});
