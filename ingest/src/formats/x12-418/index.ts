import { x12Format } from '../../claims/x12/interchange.ts';
import { setReader } from '../../claims/x12/set-reader.ts';
import { readConsist } from './consist.ts';

export const x12RailConsist418 = x12Format({
  id: 'x12-418',
  name: { en: 'X12 418 rail advance interchange consist', zh: 'X12 418 铁路列车编组预报报文' },
  types: ['418'],
  reader: setReader({ unit: 'W2', units: readConsist }),
});
