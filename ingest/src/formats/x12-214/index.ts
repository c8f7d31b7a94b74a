import { x12Format } from '../../claims/x12/interchange.ts';
import { setReader } from '../../claims/x12/set-reader.ts';
import { readRoadStatus } from './road-status.ts';

export const x12RoadStatus214 = x12Format({
  id: 'x12-214',
  name: { en: 'X12 214 carrier shipment status', zh: 'X12 214 公路承运人状态报文' },
  types: ['214'],
  reader: setReader({ unit: 'AT7', units: readRoadStatus }),
});
