import { telexFormat } from '../../claims/air/cargo-imp-family.ts';
import { acknowledgementReader } from './read-acknowledgement.ts';

export const cargoImpFna = telexFormat({
  id: 'cargo-imp-fna',
  name: { en: 'Acknowledgement or error (Cargo-IMP FMA, FNA)', zh: '航空货运报文回执（Cargo-IMP FMA、FNA）' },
  types: ['FNA', 'FMA'],
  reader: acknowledgementReader,
});
