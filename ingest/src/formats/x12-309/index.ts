import { x12Format } from '../../claims/x12/interchange.ts';
import { setReader } from '../../claims/x12/set-reader.ts';
import { readManifest } from './manifest.ts';

export const x12Manifest309 = x12Format({
  id: 'x12-309',
  name: { en: 'X12 309 US customs manifest', zh: 'X12 309 美国海关舱单报文' },
  types: ['309'],
  reader: setReader({ unit: 'M11', units: readManifest }),
});
