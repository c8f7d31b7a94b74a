import { x12Format } from '../../claims/x12/interchange.ts';
import { setReader } from '../../claims/x12/set-reader.ts';
import { readRampActivity } from './ramp-activity.ts';

export const x12Ramp322 = x12Format({
  id: 'x12-322',
  name: { en: 'X12 322 terminal operations and ramp activity', zh: 'X12 322 码头与铁路场站作业报文' },
  types: ['322'],
  reader: setReader({ unit: 'N7', units: readRampActivity }),
});
