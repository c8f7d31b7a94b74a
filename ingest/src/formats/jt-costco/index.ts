import { jtFormat } from '../../claims/jt-files/family.ts';
import { loadJtLayout } from '../../syntax/jt-flat/layout.ts';
import { readPackingFile } from './packing-file.ts';

/** Container packing list, clean list and dock receipt as flat files of the Ministry of Transport. */
export const jtCostco = jtFormat({
  id: 'jt-costco',
  name: { en: 'JT COSTCO container packing list (flat file)', zh: '交通部平台文件 COSTCO 装箱单' },
  types: ['COSTCO', 'COSCLN', 'DOCKRECEIPT'],
  reader: { unit: '50', layout: loadJtLayout('jt/costco-fields'), read: readPackingFile },
});
