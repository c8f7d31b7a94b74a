import { x12Format } from '../../claims/x12/interchange.ts';
import { setReader } from '../../claims/x12/set-reader.ts';
import { nameOfNotice, readShipNotice } from './ship-notice.ts';

export const x12ShipNotice856 = x12Format({
  id: 'x12-856',
  name: { en: 'X12 856 ship notice', zh: 'X12 856 发货通知报文' },
  types: ['856'],
  reader: setReader({ unit: 'HL', name: nameOfNotice, units: readShipNotice }),
});
