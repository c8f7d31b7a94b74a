import { callOf, withScopedThreads } from '../../claims/edifact-lists/scoped-threads.ts';
import { CALL_PORTS } from '../../claims/edifact-lists/stowage-call.ts';
import { edifactFormat } from '../../claims/edifact/interchange.ts';
import { messageReader } from '../../claims/edifact/message-reader.ts';
import { readBayPlan } from './bay-plan.ts';

/** Bay plan: occupied places on board, UN/EDIFACT D95B (SMDG 1.5 to 2.x) to D13B (SMDG 3.1). */
export const edifactBaplie = edifactFormat({
  id: 'edifact-baplie',
  name: { en: 'EDIFACT BAPLIE bay plan', zh: 'EDIFACT BAPLIE 船图' },
  types: ['BAPLIE'],
  reader: withScopedThreads(messageReader('EQD', readBayPlan), (message) => callOf(message, CALL_PORTS)),
});
