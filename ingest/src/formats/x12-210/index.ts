import { x12Format } from '../../claims/x12/interchange.ts';
import { setReader } from '../../claims/x12/set-reader.ts';
import { readRoadInvoice } from './road-invoice.ts';

export const x12RoadInvoice210 = x12Format({
  id: 'x12-210',
  name: { en: 'X12 210 motor carrier freight details and invoice', zh: 'X12 210 公路运费发票报文' },
  types: ['210'],
  reader: setReader({ unit: 'B3', units: readRoadInvoice }),
});
