import { cargoXmlFormat } from '../../claims/air/cargo-xml.ts';
import { readHouseWaybill } from './read-house.ts';

export const cargoXmlXfzb = cargoXmlFormat({
  id: 'cargo-xml-xfzb',
  name: { en: 'House air waybill (Cargo-XML XFZB)', zh: '航空分运单（Cargo-XML XFZB）' },
  root: 'HouseWaybill',
  namespace: 'housewaybill',
  reader: readHouseWaybill,
});
