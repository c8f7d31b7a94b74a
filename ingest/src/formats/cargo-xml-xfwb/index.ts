import { cargoXmlFormat } from '../../claims/air/cargo-xml.ts';
import { readWaybill } from './read-waybill.ts';

export const cargoXmlXfwb = cargoXmlFormat({
  id: 'cargo-xml-xfwb',
  name: { en: 'Air waybill (Cargo-XML XFWB)', zh: '航空主运单（Cargo-XML XFWB）' },
  root: 'Waybill',
  namespace: 'waybill',
  reader: readWaybill,
});
