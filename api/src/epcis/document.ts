import { utcDateTime } from '../events/date-time.ts';
import type { EpcisEvent } from './epcis-event.ts';
import { CONTEXT } from './vocabulary.ts';

/** What every question for events is answered with (EPCIS 2.0, 10.2). */
export function queryDocument(eventList: readonly EpcisEvent[], queryName: string, now: number) {
  return {
    '@context': CONTEXT,
    type: 'EPCISQueryDocument',
    schemaVersion: '2.0',
    creationDate: utcDateTime(now),
    epcisBody: { queryResults: { queryName, resultsBody: { eventList } } },
  } as const;
}
