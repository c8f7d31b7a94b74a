import { telexFormat } from '../../claims/air/cargo-imp-family.ts';
import { movementReader } from './read-movement.ts';

export const mvt = telexFormat({
  id: 'mvt',
  name: { en: 'Aircraft movement (AHM 780 MVT)', zh: '航班动态电报（AHM 780 MVT）' },
  types: ['MVT', 'MVA', 'LDM'],
  reader: movementReader,
});
