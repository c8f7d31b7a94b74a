import { callOf, withScopedThreads } from '../../claims/edifact-lists/scoped-threads.ts';
import { CALL_PORTS } from '../../claims/edifact-lists/stowage-call.ts';
import { edifactFormat } from '../../claims/edifact/interchange.ts';
import { messageReader } from '../../claims/edifact/message-reader.ts';
import { readInstructions } from './stowage-instructions.ts';

/** Stowage instructions, UN/EDIFACT S93A, D95B (SMDG 2.x). */
export const edifactMovins = edifactFormat({
  id: 'edifact-movins',
  name: { en: 'EDIFACT MOVINS stowage instructions', zh: 'EDIFACT MOVINS 配载指令' },
  types: ['MOVINS'],
  reader: withScopedThreads(messageReader('EQD', readInstructions), (message) => callOf(message, CALL_PORTS)),
});
