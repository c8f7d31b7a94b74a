import { x12Format } from '../../claims/x12/interchange.ts';
import { setReader } from '../../claims/x12/set-reader.ts';
import { readOceanStatus } from './ocean-status.ts';

export const x12Status315 = x12Format({
  id: 'x12-315',
  name: { en: 'X12 315 status details (ocean)', zh: 'X12 315 海运状态报文' },
  types: ['315'],
  reader: setReader({ unit: 'B4', units: readOceanStatus }),
});
