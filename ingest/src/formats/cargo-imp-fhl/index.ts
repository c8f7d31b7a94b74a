import { telexFormat } from '../../claims/air/cargo-imp-family.ts';
import { fhlReader } from './read-houses.ts';

export const cargoImpFhl = telexFormat({
  id: 'cargo-imp-fhl',
  name: { en: 'House waybills of an air waybill (Cargo-IMP FHL)', zh: '航空分运单清单（Cargo-IMP FHL）' },
  types: ['FHL'],
  reader: fhlReader,
});
