import { jtFormat } from '../../claims/jt-files/family.ts';
import { loadJtLayout } from '../../syntax/jt-flat/layout.ts';
import { readGateFile } from './gate-file.ts';

/** Gate-in and gate-out report as a flat file of the Ministry of Transport. */
export const jtCodeco = jtFormat({
  id: 'jt-codeco',
  name: { en: 'JT CODECO gate report (flat file)', zh: '交通部平台文件 CODECO 集装箱进出门报告' },
  types: ['CODECO'],
  reader: { unit: '50', layout: loadJtLayout('jt/codeco-fields'), read: readGateFile },
});
