import { telexFormat } from '../../claims/air/cargo-imp-family.ts';
import { fsuReader } from './parse.ts';

export const cargoImpFsu = telexFormat({
  id: 'cargo-imp-fsu',
  name: { en: 'Air cargo status (Cargo-IMP FSU, FSA)', zh: '航空货物状态报文（Cargo-IMP FSU、FSA）' },
  types: ['FSU', 'FSA'],
  reader: fsuReader,
});
