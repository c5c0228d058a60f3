import { randomUUID } from 'node:crypto';
import { printedPage } from './deliver/printed-page.ts';
import { createTravel, type Travel, type TravellingPorts } from './travel/travel.ts';

/** Brings corrections to the messages that printed what they correct, for as long as the process runs. */
export const travelCorrections = (ports: Omit<TravellingPorts, 'layOut' | 'owner'>): Travel =>
  createTravel({ ...ports, layOut: printedPage, owner: randomUUID() });
