import { edifactFormat } from '../../claims/edifact/interchange.ts';
import { messageReader } from '../../claims/edifact/message-reader.ts';
import { samePorts } from '../../claims/edifact-lists/call-stamps.ts';
import { readRunCalls } from '../../claims/edifact-lists/run-calls.ts';

/** LOC 3227 of the place that a time is about where it stands before any place. */
const HOME = samePorts(['5', '175', '153', '9']);

/** Vessel departure, UN/EDIFACT D95B to D16A. */
export const edifactVesdep = edifactFormat({
  id: 'edifact-vesdep',
  name: { en: 'EDIFACT VESDEP vessel departure', zh: 'EDIFACT VESDEP 船舶离港报告' },
  types: ['VESDEP'],
  reader: messageReader('TDT', (head, context) => readRunCalls(head, HOME, context)),
});
