import { x12Format } from '../../claims/x12/interchange.ts';
import { setReader } from '../../claims/x12/set-reader.ts';
import { readManifestAnswer } from './manifest-answer.ts';

export const x12ManifestAnswer355 = x12Format({
  id: 'x12-355',
  name: { en: 'X12 355 US customs acceptance or rejection', zh: 'X12 355 美国海关接受或退单报文' },
  types: ['355'],
  reader: setReader({ unit: 'LX', units: readManifestAnswer }),
});
