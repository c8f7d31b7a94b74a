import { x12Format } from '../../claims/x12/interchange.ts';
import { setReader } from '../../claims/x12/set-reader.ts';
import { readCustomsEvents } from './customs-events.ts';

export const x12CustomsEvents353 = x12Format({
  id: 'x12-353',
  name: { en: 'X12 353 US customs events advisory', zh: 'X12 353 美国海关事件通知报文' },
  types: ['353'],
  reader: setReader({ unit: 'M15', units: readCustomsEvents }),
});
