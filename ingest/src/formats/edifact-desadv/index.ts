import { edifactFormat } from '../../claims/edifact/interchange.ts';
import { messageReader } from '../../claims/edifact/message-reader.ts';
import { readDespatch } from './despatch.ts';

/** Despatch advice, UN/EDIFACT D93A to D10A, EANCOM. */
export const edifactDesadv = edifactFormat({
  id: 'edifact-desadv',
  name: { en: 'EDIFACT DESADV despatch advice', zh: 'EDIFACT DESADV 发货通知' },
  types: ['DESADV'],
  reader: messageReader('CPS', readDespatch),
});
