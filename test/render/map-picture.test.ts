import { describe, expect, test } from 'vitest';
import type { Brief, Label, Line } from '../../src/domain/brief.ts';
import type { Form } from '../../src/domain/form.ts';
import type { Language } from '../../src/domain/language.ts';
import { type Block, richOf } from '../../src/domain/page.ts';
import { type MapPicture, type MapPoint, PictureSpec } from '../../src/domain/picture.ts';
import { renderBrief } from '../../src/render/brief-page.ts';
import { mapBlocks } from '../../src/render/map-picture.ts';
import { aBrief, aLine, aSection, LABELS } from '../support/briefs.ts';
import { aClaim, anExcerpt } from '../support/claims.ts';

const at = (lat: number, lon: number) => ({ at: { lat, lon } });
const PLACES: Readonly<Record<string, Label>> = {
  kharkiv: { names: { en: 'Kharkiv', uk: 'Харків' }, kind: 'settlement', ...at(49.98, 36.25) },
  vovchansk: { names: { en: 'Vovchansk', uk: 'Вовчанськ' }, kind: 'settlement', ...at(50.29, 36.94) },
  'kharkiv-oblast': { names: { en: 'Kharkiv Oblast', uk: 'Харківська область' }, kind: 'region', ...at(49.5, 36.4) },
  donbas: { names: { en: 'Donbas', uk: 'Донбас' }, kind: 'area', ...at(48.5, 38.3) },
  nowhere: { names: { en: 'A hamlet', uk: 'Хутір' }, kind: 'settlement' },
  'russian-forces': { names: { en: 'Russian forces', uk: 'Війська РФ' }, kind: 'group', side: 'RU' },
  'rapid-support-forces': { names: { en: 'Rapid Support Forces', uk: 'СШП' }, kind: 'organisation' },
  'red-sea-fleet': { names: { en: 'Red Sea Fleet', uk: 'Флот' }, kind: 'organisation' },
  'red-star-front': { names: { en: 'Red Star Front', uk: 'Фронт' }, kind: 'organisation' },
};
const VOVCHANSK = aLine(aClaim({ type: 'move' }));

/** An answer to `/troops` with lines of moves and strikes. */
const aTroops = (lines: readonly Line[], ask: Partial<Brief['question']> = {}): Brief =>
  aBrief({
    ask: { form: 'troops', subject: { kind: 'all' }, ...ask },
    sections: [aSection('troops', lines)],
    labels: { ...LABELS, ...PLACES },
  });

function specIn(blocks: readonly Block[]): MapPicture | null {
  const [picture] = blocks.filter((block) => block.kind === 'picture');
  const spec = picture ? PictureSpec.parse(picture.spec) : null;
  return spec?.kind === 'map' ? spec : null;
}

const wordsOf = (blocks: readonly Block[]): readonly string[] =>
  blocks
    .filter(({ kind }) => kind === 'small')
    .map((block) =>
      richOf(block)
        .map(({ text }) => text)
        .join(''),
    );

/** The points of an answer that has a line of Vovchansk besides. */
const pointsOf = (line: Line): readonly MapPoint[] =>
  specIn(mapBlocks(aTroops([VOVCHANSK, line])))?.points.filter(({ name }) => name !== 'Vovchansk') ?? [];

describe('what an event is on the map', () => {
  const strike = aClaim();
  test.for<{ name: string; line: Line; point: Partial<MapPoint> }>([
    { name: 'a strike', line: aLine(strike), point: { kind: 'strike', lat: 49.98, lon: 36.25, extent: 'spot' } },
    { name: 'in a region', line: aLine(aClaim({ place: ['kharkiv-oblast'] })), point: { extent: 'area' } },
    {
      name: 'in a town of a region',
      line: aLine(aClaim({ place: ['kharkiv-oblast', 'kharkiv'] })),
      point: { name: 'Kharkiv' },
    },
    {
      name: 'a move to a place',
      line: aLine(aClaim({ type: 'move', place: [], to: ['kharkiv'] })),
      point: { name: 'Kharkiv', action: 'offensive or advance' },
    },
    { name: 'reported', line: aLine(strike), point: { confirmation: 'reported' } },
    {
      name: 'claimed',
      line: aLine(aClaim({ attr: { who: 'RU' }, epi: 'claimed' })),
      point: { confirmation: 'claimed' },
    },
    {
      name: 'denied',
      line: aLine(aClaim({ attr: { who: 'RU' }, epi: 'denied', neg: true })),
      point: { confirmation: 'denied' },
    },
    {
      name: 'confirmed',
      line: aLine(aClaim({ attr: { who: 'RU' }, epi: 'claimed', confirmation: 'confirmed' })),
      point: { confirmation: 'confirmed' },
    },
    {
      name: 'stated by both sides',
      line: aLine(strike, { statedBySides: ['RU', 'UA'] }),
      point: { confirmation: 'confirmed' },
    },
    {
      name: 'denied by another',
      line: aLine(strike, {
        disputes: [
          {
            over: 'denial',
            values: [
              { claim: strike, citations: [1] },
              { claim: strike, citations: [2] },
            ],
          },
        ],
      }),
      point: { confirmation: 'claimed' },
    },
    { name: 'a state', line: aLine(strike), point: { side: { code: 'RU', name: 'Russia' } } },
    {
      name: 'who acts for a state',
      line: aLine(aClaim({ actor: 'russian-forces' })),
      point: { side: { code: 'RU', name: 'Russia' } },
    },
    {
      name: 'a side of its own',
      line: aLine(aClaim({ actor: 'rapid-support-forces' })),
      point: { side: { code: 'RSF', name: 'Rapid Support Forces' } },
    },
  ])('$name', ({ line, point }) => {
    expect(pointsOf(line)).toMatchObject([point]);
  });

  test('nobody is named', () => {
    expect(pointsOf(aLine(aClaim({ actor: null })))[0]).not.toHaveProperty('side');
  });

  test('sides of the same initials have letters of their own', () => {
    const lines = ['rapid-support-forces', 'red-sea-fleet', 'red-star-front'].map((actor) => aLine(aClaim({ actor })));
    const codes = specIn(mapBlocks(aTroops([VOVCHANSK, ...lines])))?.points.flatMap(({ side }) => side?.code ?? []);
    expect(codes).toEqual(['RU', 'RSF', 'RED', 'REDS']);
  });

  test('at two places it is one event', () => {
    const spec = specIn(mapBlocks(aTroops([aLine(aClaim({ place: ['kharkiv', 'vovchansk'] }))])));
    expect([spec?.points.length, spec?.events]).toEqual([2, 1]);
  });

  test('the stretch of land that is asked about has its name across it', () => {
    const areas = (place: string) => specIn(mapBlocks(aTroops([VOVCHANSK, aLine()], { filters: { place } })))?.areas;
    expect([areas('donbas'), areas('kharkiv-oblast')]).toEqual([[{ lat: 48.5, lon: 38.3, name: 'Donbas' }], []]);
  });
});

describe('what is not on the map is told', () => {
  const unreal = { realis: 'planned' } as const;
  test.for<{ name: string; line: Line; en: string; uk: string }>([
    {
      name: 'no coordinates',
      line: aLine(aClaim({ place: ['nowhere'] })),
      en: '1 without a place that can be shown',
      uk: 'без місця, яке можна показати, – 1',
    },
    {
      name: 'no place',
      line: aLine(aClaim({ place: [] })),
      en: '1 without a place that can be shown',
      uk: 'без місця, яке можна показати, – 1',
    },
    {
      name: 'planned',
      line: aLine(aClaim(unreal)),
      en: '1 not carried out, or not yet',
      uk: 'не здійснено або ще не здійснено – 1',
    },
    {
      name: 'said not to be so',
      line: aLine(aClaim({ neg: true })),
      en: '1 not carried out, or not yet',
      uk: 'не здійснено або ще не здійснено – 1',
    },
    {
      name: 'slots that are not relied on',
      line: aLine(anExcerpt({ start: 0, end: 9 })),
      en: '1 quoted only',
      uk: 'лише дослівно – 1',
    },
  ])('$name', ({ line, en, uk }) => {
    const told = (language: Language) => wordsOf(mapBlocks(aTroops([VOVCHANSK, aLine(), line], { language })));
    expect(told('en')).toEqual([`Not in the picture: ${en}.`]);
    expect(told('uk')).toEqual([`Не показано на зображенні: ${uk}.`]);
  });

  test('nothing, where all is on it', () => {
    expect(wordsOf(mapBlocks(aTroops([VOVCHANSK, aLine()])))).toEqual([]);
  });
});

describe('where there is a map', () => {
  const limits = { budget: Infinity, blocks: Infinity, glance: Infinity, costOf: () => 1 };
  const asked = (form: Form, over: Partial<Brief['question']> = {}, lines = [VOVCHANSK, aLine()]) => {
    const page = renderBrief(aTroops(lines, { form, ...over }), { view: 'overview', page: 1, private: true }, limits);
    return {
      picture: page.blocks.some(({ kind }) => kind === 'picture'),
      button: page.actions.flat().some(({ label }) => label === 'Map'),
    };
  };
  test.for([
    { name: 'an answer of /troops has it', is: asked('troops'), picture: true, button: false },
    { name: 'a summary has it behind a button', is: asked('summary'), picture: false, button: true },
    { name: 'one place is no map', is: asked('troops', {}, [VOVCHANSK]), picture: false, button: false },
    { name: 'nor a button', is: asked('summary', {}, [VOVCHANSK]), picture: false, button: false },
    { name: 'a server can do without', is: asked('troops', { withoutPictures: true }), picture: false, button: false },
    { name: 'its summaries too', is: asked('summary', { withoutPictures: true }), picture: false, button: false },
  ])('$name', ({ is, picture, button }) => {
    expect(is).toEqual({ picture, button });
  });

  test('the button leads to the map and back', () => {
    const brief = aTroops([VOVCHANSK, aLine()], { form: 'summary' });
    const page = renderBrief(brief, { view: 'map', page: 1, private: false }, limits);
    expect(page.blocks.map(({ kind }) => kind)).toEqual(['title', 'picture', 'small']);
    expect(page.actions.flat().map(({ label }) => label)).toEqual([
      'Back to the answer',
      'Evidence',
      'Sources',
      'Report a mistake',
    ]);
  });
});
