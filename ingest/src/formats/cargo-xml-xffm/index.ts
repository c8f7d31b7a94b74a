import { cargoXmlFormat } from '../../claims/air/cargo-xml.ts';
import { readFlightManifest } from './read-manifest.ts';

export const cargoXmlXffm = cargoXmlFormat({
  id: 'cargo-xml-xffm',
  name: { en: 'Flight manifest (Cargo-XML XFFM)', zh: '航班舱单（Cargo-XML XFFM）' },
  root: 'FlightManifest',
  namespace: 'flightmanifest',
  reader: readFlightManifest,
});
