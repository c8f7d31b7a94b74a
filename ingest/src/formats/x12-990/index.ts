import { x12Format } from '../../claims/x12/interchange.ts';
import { setReader } from '../../claims/x12/set-reader.ts';
import { readTenderAnswer } from './tender-answer.ts';

export const x12TenderAnswer990 = x12Format({
  id: 'x12-990',
  name: { en: 'X12 990 response to a load tender', zh: 'X12 990 运输委托回复报文' },
  types: ['990'],
  reader: setReader({ unit: 'B1', units: readTenderAnswer }),
});
