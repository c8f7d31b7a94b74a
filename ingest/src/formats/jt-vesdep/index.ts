import { jtFormat } from '../../claims/jt-files/family.ts';
import { loadJtLayout } from '../../syntax/jt-flat/layout.ts';
import { readDepartureFile } from './departure-file.ts';

/** A ship's call and departure as a flat file of the Ministry of Transport. */
export const jtVesdep = jtFormat({
  id: 'jt-vesdep',
  name: { en: 'JT VESDEP vessel departure (flat file)', zh: '交通部平台文件 VESDEP 船舶离港' },
  types: ['VESDEP'],
  reader: { unit: '10', layout: loadJtLayout('jt/vesdep-fields'), read: readDepartureFile },
});
