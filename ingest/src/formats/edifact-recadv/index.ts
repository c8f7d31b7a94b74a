import { edifactFormat } from '../../claims/edifact/interchange.ts';
import { messageReader } from '../../claims/edifact/message-reader.ts';
import { readReceipt } from './receipt.ts';

/** Receiving advice, UN/EDIFACT D94A to D10A, EANCOM. */
export const edifactRecadv = edifactFormat({
  id: 'edifact-recadv',
  name: { en: 'EDIFACT RECADV receiving advice', zh: 'EDIFACT RECADV 收货通知' },
  types: ['RECADV'],
  reader: messageReader('CPS', readReceipt),
});
