import { edifactFormat } from '../../claims/edifact/interchange.ts';
import { readApplicationAnswer } from './application-answer.ts';

/** Application error and acknowledgement: the answer to a message that we sent, UN/EDIFACT D95B to D10B. */
export const edifactAperak = edifactFormat({
  id: 'edifact-aperak',
  name: { en: 'EDIFACT APERAK application answer', zh: 'EDIFACT APERAK 应用回执' },
  types: ['APERAK'],
  reader: { unit: 'ERC', read: readApplicationAnswer },
});
