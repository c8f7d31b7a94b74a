import { cargoXmlFormat } from '../../claims/air/cargo-xml.ts';
import { readStatusMessage } from './read-status.ts';

export const cargoXmlXfsu = cargoXmlFormat({
  id: 'cargo-xml-xfsu',
  name: { en: 'Air cargo status (Cargo-XML XFSU)', zh: '航空货物状态报文（Cargo-XML XFSU）' },
  root: 'StatusMessage',
  namespace: 'statusmessage',
  reader: readStatusMessage,
});
