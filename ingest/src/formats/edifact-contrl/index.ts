import { edifactFormat } from '../../claims/edifact/interchange.ts';
import { readSyntaxAnswer } from './syntax-answer.ts';

/** Syntax and service report: the answer to an interchange that we sent, UN/EDIFACT syntax versions 3 and 4. */
export const edifactContrl = edifactFormat({
  id: 'edifact-contrl',
  name: { en: 'EDIFACT CONTRL syntax report', zh: 'EDIFACT CONTRL 语法回执' },
  types: ['CONTRL'],
  reader: { unit: 'UCM', read: readSyntaxAnswer },
});
