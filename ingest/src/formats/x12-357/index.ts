import { x12Format } from '../../claims/x12/interchange.ts';
import { setReader } from '../../claims/x12/set-reader.ts';
import { readInBond } from './in-bond.ts';

export const x12InBond357 = x12Format({
  id: 'x12-357',
  name: { en: 'X12 357 US customs in-bond information', zh: 'X12 357 美国海关保税转运报文' },
  types: ['357'],
  reader: setReader({ unit: 'M12', units: readInBond }),
});
