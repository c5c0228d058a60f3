import { z } from 'zod';

/**
 * Borders that are not agreed on. `un`: one that the United Nations General Assembly goes by and that is not kept on the
 * ground; `control`: the other way round; `open`: a line that is kept and that nobody has agreed to as a border; `claim`: one
 * that a single state demands.
 */
const DISPUTED_CLASSES = ['un', 'control', 'open', 'claim'] as const;
export type DisputedClass = (typeof DISPUTED_CLASSES)[number];

const LINE_CLASSES = ['coast', 'country', ...DISPUTED_CLASSES] as const;
export type LineClass = (typeof LINE_CLASSES)[number];

const Refs = z.array(z.int());

type Arcs = readonly (readonly (readonly [number, number])[])[];
/** By hand, since there are a quarter of a million points. */
const isArcs = (value: unknown): boolean =>
  Array.isArray(value) && value.every((arc) => Array.isArray(arc) && arc.every(isPoint));
const isPoint = (value: unknown): boolean =>
  Array.isArray(value) && Number.isInteger(value[0]) && Number.isInteger(value[1]);

const Properties = z.strictObject({
  /** Whose it is on the ground, and by the United Nations General Assembly where that differs. */
  country: z.string().min(1),
  un: z.string().min(1).optional(),
  /** Its id in the gazetteer, where it has one. */
  id: z.string().min(1).optional(),
});

/** `data/map/borders.json`: TopoJSON (https://github.com/topojson/topojson-specification), quantised. */
export const BordersFile = z.object({
  type: z.literal('Topology'),
  transform: z.strictObject({ scale: z.tuple([z.number(), z.number()]), translate: z.tuple([z.number(), z.number()]) }),
  arcs: z.custom<Arcs>(isArcs, 'must be lists of pairs of numbers'),
  objects: z.strictObject({
    regions: z.object({
      geometries: z.array(
        z.object({ type: z.literal('MultiPolygon'), arcs: z.array(z.array(Refs)), properties: Properties }),
      ),
    }),
    lines: z.object({
      geometries: z.array(
        z.object({
          type: z.literal('MultiLineString'),
          arcs: z.array(Refs),
          properties: z.strictObject({ class: z.enum(LINE_CLASSES) }),
        }),
      ),
    }),
  }),
});
export type BordersFile = z.infer<typeof BordersFile>;
