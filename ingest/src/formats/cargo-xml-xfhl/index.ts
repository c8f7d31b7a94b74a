import { cargoXmlFormat } from '../../claims/air/cargo-xml.ts';
import { readHouseManifest } from './read-houses.ts';

export const cargoXmlXfhl = cargoXmlFormat({
  id: 'cargo-xml-xfhl',
  name: { en: 'House waybills of an air waybill (Cargo-XML XFHL)', zh: '航空分运单清单（Cargo-XML XFHL）' },
  root: 'HouseManifest',
  namespace: 'housemanifest',
  reader: readHouseManifest,
});
