import { jtFormat } from '../../claims/jt-files/family.ts';
import { loadJtLayout } from '../../syntax/jt-flat/layout.ts';
import { readPlanFile } from './plan-file.ts';

/** Stowage plan as a flat file of the Ministry of Transport. */
export const jtBaplie = jtFormat({
  id: 'jt-baplie',
  name: { en: 'JT BAPLIE stowage plan (flat file)', zh: '交通部平台文件 BAPLIE 船图' },
  types: ['BAPLIE'],
  reader: { unit: '50', layout: loadJtLayout('jt/baplie-fields'), read: readPlanFile },
});
