import { edifactFormat } from '../../claims/edifact/interchange.ts';
import { messageReader } from '../../claims/edifact/message-reader.ts';
import { samePorts } from '../../claims/edifact-lists/call-stamps.ts';
import { readRunCalls } from '../../claims/edifact-lists/run-calls.ts';

/** LOC 3227 of the place that a time is about where it stands before any place. */
const HOME = samePorts(['9', '5', '11']);

/** Schedule and availability, UN/EDIFACT D95B to D16A. */
export const edifactIftsai = edifactFormat({
  id: 'edifact-iftsai',
  name: { en: 'EDIFACT IFTSAI schedule and availability', zh: 'EDIFACT IFTSAI 船期' },
  types: ['IFTSAI'],
  reader: messageReader('TDT', (head, context) => readRunCalls(head, HOME, context)),
});
