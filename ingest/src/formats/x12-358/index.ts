import { x12Format } from '../../claims/x12/interchange.ts';
import { setReader } from '../../claims/x12/set-reader.ts';
import { readCustomsConsist } from './customs-consist.ts';

export const x12CustomsConsist358 = x12Format({
  id: 'x12-358',
  name: { en: 'X12 358 US customs consist', zh: 'X12 358 美国海关列车编组报文' },
  types: ['358'],
  reader: setReader({ unit: 'MBL', units: readCustomsConsist }),
});
