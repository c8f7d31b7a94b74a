import { x12Format } from '../../claims/x12/interchange.ts';
import { setReader } from '../../claims/x12/set-reader.ts';
import { readCustomsStatus } from './customs-status.ts';

export const x12CustomsStatus350 = x12Format({
  id: 'x12-350',
  name: { en: 'X12 350 US customs status', zh: 'X12 350 美国海关状态报文' },
  types: ['350'],
  reader: setReader({ unit: 'X4', units: readCustomsStatus }),
});
