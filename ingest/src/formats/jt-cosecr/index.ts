import { jtFormat } from '../../claims/jt-files/family.ts';
import { loadJtLayout } from '../../syntax/jt-flat/layout.ts';
import { readOperationsFile } from './operations-file.ts';

/** Stevedoring finished, as a flat file of the Ministry of Transport. */
export const jtCosecr = jtFormat({
  id: 'jt-cosecr',
  name: { en: 'JT COSECR stevedoring finished (flat file)', zh: '交通部平台文件 COSECR 作业完工确认' },
  types: ['COSECR'],
  reader: { unit: '10', layout: loadJtLayout('jt/cosecr-fields'), read: readOperationsFile },
});
