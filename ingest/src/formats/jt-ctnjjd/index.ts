import { jtFormat } from '../../claims/jt-files/family.ts';
import { loadJtLayout } from '../../syntax/jt-flat/layout.ts';
import { readHandoverFile } from './handover-file.ts';

/** Container handover list as a flat file of the Ministry of Transport. */
export const jtCtnjjd = jtFormat({
  id: 'jt-ctnjjd',
  name: { en: 'JT CTNJJD container handover list (flat file)', zh: '交通部平台文件 CTNJJD 集装箱交接单' },
  types: ['CTNJJD'],
  reader: { unit: '50', layout: loadJtLayout('jt/ctnjjd-fields'), read: readHandoverFile },
});
