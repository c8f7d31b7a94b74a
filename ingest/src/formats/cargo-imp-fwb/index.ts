import { telexFormat } from '../../claims/air/cargo-imp-family.ts';
import { fwbReader } from './read-waybill.ts';

export const cargoImpFwb = telexFormat({
  id: 'cargo-imp-fwb',
  name: { en: 'Air waybill (Cargo-IMP FWB)', zh: '航空主运单（Cargo-IMP FWB）' },
  types: ['FWB'],
  reader: fwbReader,
});
