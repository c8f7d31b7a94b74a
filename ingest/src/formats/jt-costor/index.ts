import { jtFormat } from '../../claims/jt-files/family.ts';
import { loadJtLayout } from '../../syntax/jt-flat/layout.ts';
import { readOrderFile } from './order-file.ts';

/** Stuffing and stripping order as a flat file of the Ministry of Transport. */
export const jtCostor = jtFormat({
  id: 'jt-costor',
  name: { en: 'JT COSTOR stuffing and stripping order (flat file)', zh: '交通部平台文件 COSTOR 装拆箱指令' },
  types: ['COSTOR'],
  reader: { unit: '50', layout: loadJtLayout('jt/costor-fields'), read: readOrderFile },
});
