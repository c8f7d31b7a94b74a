import { x12Format } from '../../claims/x12/interchange.ts';
import { railWaybillReader } from '../../claims/x12/rail-waybill.ts';

export const x12RailWaybill417 = x12Format({
  id: 'x12-417',
  name: { en: 'X12 417 rail carrier waybill interchange', zh: 'X12 417 铁路运单交换报文' },
  types: ['417'],
  reader: railWaybillReader(),
});
