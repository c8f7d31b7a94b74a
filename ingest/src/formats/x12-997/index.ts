import { x12Format } from '../../claims/x12/interchange.ts';
import { readAcknowledgement } from './acknowledgement.ts';

export const x12Acknowledgement997 = x12Format({
  id: 'x12-997',
  name: { en: 'X12 997, 999, 824 and TA1 acknowledgements', zh: 'X12 997、999、824、TA1 回执' },
  types: ['997', '999', '824', 'TA1'],
  reader: { unit: 'AK2', read: readAcknowledgement },
});
