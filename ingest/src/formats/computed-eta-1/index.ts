import { interpretJson } from '../../claims/json/interpret-json.ts';
import type { MessageFormat } from '../message-format.ts';
import { readArrival } from './read-arrival.ts';

const RECORDS = { maxDepth: 5, lists: [] } as const;

/** What the service itself computes (`computed-eta/`): when a ship or train under way arrives, and on what that rests. See README. */
export const computedEta1 = {
  id: 'computed-eta-1',
  name: { en: 'Arrivals computed from positions', zh: '由位置推算的预计到达' },
  mediaTypes: ['application/json'],
  detect: (head) => /^\[?\s*\{\s*"computed"\s*:\s*"eta-1"/.test(head),
  read: (bytes, context) => interpretJson(bytes, context, RECORDS, readArrival),
} as const satisfies MessageFormat;
