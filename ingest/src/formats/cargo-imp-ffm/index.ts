import { telexFormat } from '../../claims/air/cargo-imp-family.ts';
import { ffmReader } from './read-manifest.ts';

export const cargoImpFfm = telexFormat({
  id: 'cargo-imp-ffm',
  name: { en: 'Flight manifest (Cargo-IMP FFM)', zh: '航班舱单（Cargo-IMP FFM）' },
  types: ['FFM'],
  reader: ffmReader,
});
