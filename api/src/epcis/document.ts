import { utcDateTime } from '../events/date-time.ts';
import type { EpcisEvent } from './epcis-event.ts';
import { CONTEXT } from './vocabulary.ts';

/** What every question for events is answered with, and subscribers are called with (EPCIS 2.0, 10.2). */
export function queryDocument(eventList: readonly EpcisEvent[], queryName: string, now: number, subscriptionID?: string) {
  return {
    '@context': CONTEXT,
    type: 'EPCISQueryDocument',
    schemaVersion: '2.0',
    creationDate: utcDateTime(now),
    epcisBody: { queryResults: { queryName, subscriptionID, resultsBody: { eventList } } },
  } as const;
} // prettier-ignore
