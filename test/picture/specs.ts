import type {
  AidPicture,
  CountsPicture,
  MapPicture,
  MapPoint,
  PictureSpec,
  VisitsPicture,
} from '../../src/domain/picture.ts';

const frame = {
  theme: 'dark',
  language: 'en',
  title: 'A title',
  subtitle: 'May 2024',
  source: 'Two articles',
} as const;

export const aPoint = (over: Partial<MapPoint> = {}): MapPoint => ({
  lat: 49.98,
  lon: 36.25,
  name: 'Kharkiv',
  extent: 'spot',
  kind: 'strike',
  confirmation: 'reported',
  count: 1,
  ...over,
});

export const aMap = (over: Partial<MapPicture> = {}): MapPicture => ({
  ...frame,
  kind: 'map',
  points: [aPoint()],
  events: (over.points ?? [aPoint()]).reduce((sum, { count }) => sum + count, 0),
  areas: [],
  ...over,
});

export const anAid = (over: Partial<AidPicture> = {}): AidPicture => ({
  ...frame,
  kind: 'aid',
  panels: [
    {
      currency: 'USD',
      rows: [
        {
          donor: 'Ruritania',
          bars: [
            { status: 'pledged', low: 60e9, high: 61e9, op: 'about' },
            { status: 'delivered', low: 1e9, high: 1e9, op: 'eq' },
          ],
        },
      ],
    },
    { currency: 'EUR', rows: [{ donor: 'Freedonia', bars: [{ status: 'refused', low: 5, high: 5, op: 'ge' }] }] },
  ],
  withoutSum: 2,
  ...over,
});

export const aCount = (over: Partial<CountsPicture> = {}): CountsPicture => ({
  ...frame,
  kind: 'counts',
  unit: 'people',
  points: [
    { day: '2024-05-01', low: 4, high: 9, op: 'eq', by: 'The mayor' },
    { day: '2024-05-01', low: 5, high: 5, op: 'ge', by: 'An agency' },
    { day: '2024-05-09', low: 12, high: 12, op: 'about', by: 'The mayor' },
  ],
  ...over,
});

export const aVisits = (over: Partial<VisitsPicture> = {}): VisitsPicture => ({
  ...frame,
  kind: 'visits',
  lanes: [
    {
      visitor: 'A minister',
      visits: [
        { from: '2024-05-02', to: '2024-05-03', about: false, place: 'Strelsau', status: 'done' },
        { from: '2024-05-20', to: '2024-05-27', about: true, place: 'Zenda', status: 'planned' },
        { from: '2024-05-12', to: '2024-05-12', about: false, place: 'Hentzau', status: 'cancelled' },
      ],
    },
  ],
  today: '2024-05-10',
  ...over,
});

export const SPECS: readonly PictureSpec[] = [aMap(), anAid(), aCount(), aVisits()];
