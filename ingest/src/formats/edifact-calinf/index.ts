import { edifactFormat } from '../../claims/edifact/interchange.ts';
import { messageReader } from '../../claims/edifact/message-reader.ts';
import { samePorts } from '../../claims/edifact-lists/call-stamps.ts';
import { readRunCalls } from '../../claims/edifact-lists/run-calls.ts';

/** LOC 3227 of the place that a time is about where it stands before any place. */
const HOME = samePorts(['153', '175', '60', '5']);

/** Vessel call information, UN/EDIFACT D95B to D16A. */
export const edifactCalinf = edifactFormat({
  id: 'edifact-calinf',
  name: { en: 'EDIFACT CALINF vessel call information', zh: 'EDIFACT CALINF 船舶靠港信息' },
  types: ['CALINF'],
  reader: messageReader('TDT', (head, context) => readRunCalls(head, HOME, context)),
});
