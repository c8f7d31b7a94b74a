import { x12Format } from '../../claims/x12/interchange.ts';
import { railWaybillReader } from '../../claims/x12/rail-waybill.ts';

export const x12RailShipment404 = x12Format({
  id: 'x12-404',
  name: { en: 'X12 404 rail carrier shipment information', zh: 'X12 404 铁路托运信息报文' },
  types: ['404'],
  reader: railWaybillReader(),
});
