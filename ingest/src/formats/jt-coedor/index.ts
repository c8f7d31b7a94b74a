import { jtFormat } from '../../claims/jt-files/family.ts';
import { loadJtLayout } from '../../syntax/jt-flat/layout.ts';
import { readStockFile } from './stock-file.ts';

/** Stock report of a container yard as a flat file of the Ministry of Transport. */
export const jtCoedor = jtFormat({
  id: 'jt-coedor',
  name: { en: 'JT COEDOR stock report (flat file)', zh: '交通部平台文件 COEDOR 集装箱堆存报告' },
  types: ['COEDOR'],
  reader: { unit: '50', layout: loadJtLayout('jt/coedor-fields'), read: readStockFile },
});
