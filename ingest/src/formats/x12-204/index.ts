import { x12Format } from '../../claims/x12/interchange.ts';
import { setReader } from '../../claims/x12/set-reader.ts';
import { nameOfTender, readCancelledTender, readTender } from './load-tender.ts';

export const x12LoadTender204 = x12Format({
  id: 'x12-204',
  name: { en: 'X12 204 motor carrier load tender', zh: 'X12 204 公路运输委托报文' },
  types: ['204'],
  reader: setReader({ unit: 'S5', name: nameOfTender, units: readTender, cancelled: readCancelledTender }),
});
