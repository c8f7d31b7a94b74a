import type { MessageFormat } from '../message-format.ts';
import { readOneRecord } from './read-events.ts';

/** JSON-LD that names the ontologies of ONE Record, in its context or in full. */
const OWN_NAMESPACE =
  /https?:\/\/(?:onerecord\.iata\.org\/(?:ns\/)?(?:cargo|api|code-lists|coreCodeLists)?|cargo\.iata\.org[#/])/;

export const oneRecordEvents: MessageFormat<'one-record-events'> = {
  id: 'one-record-events',
  name: { en: 'IATA ONE Record events and notifications', zh: 'IATA ONE Record 事件与通知' },
  mediaTypes: ['application/ld+json', 'application/json'],
  detect: (head) => /^[[{]/.test(head) && OWN_NAMESPACE.test(head),
  read: readOneRecord,
};
