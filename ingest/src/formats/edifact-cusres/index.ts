import { edifactFormat } from '../../claims/edifact/interchange.ts';
import { readCustomsAnswer } from './customs-answer.ts';

/** Customs response to a declaration or a cargo report, UN/EDIFACT D96A to D09B. */
export const edifactCusres = edifactFormat({
  id: 'edifact-cusres',
  name: { en: 'EDIFACT CUSRES customs response', zh: 'EDIFACT CUSRES 海关回执' },
  types: ['CUSRES'],
  reader: { unit: 'BGM', read: readCustomsAnswer },
});
