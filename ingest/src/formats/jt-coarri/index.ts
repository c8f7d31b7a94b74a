import { jtFormat } from '../../claims/jt-files/family.ts';
import { loadJtLayout } from '../../syntax/jt-flat/layout.ts';
import { readQuayFile } from './quay-file.ts';

/** Load and discharge report as a flat file of the Ministry of Transport. */
export const jtCoarri = jtFormat({
  id: 'jt-coarri',
  name: {
    en: 'JT COARRI load and discharge report (flat file)',
    zh: '交通部平台文件 COARRI 集装箱装卸船报告',
  },
  types: ['COARRI'],
  reader: { unit: '50', layout: loadJtLayout('jt/coarri-fields'), read: readQuayFile },
});
