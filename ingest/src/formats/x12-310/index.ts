import { x12Format } from '../../claims/x12/interchange.ts';
import { setReader } from '../../claims/x12/set-reader.ts';
import { nameOfReceipt, readFreightReceipt, readVoidedReceipt } from './freight-receipt.ts';

export const x12FreightReceipt310 = x12Format({
  id: 'x12-310',
  name: { en: 'X12 310 freight receipt and invoice (ocean)', zh: 'X12 310 海运提单与运费报文' },
  types: ['310'],
  reader: setReader({
    unit: 'B3',
    name: nameOfReceipt,
    units: readFreightReceipt,
    cancelled: readVoidedReceipt,
  }),
});
