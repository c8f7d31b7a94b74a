import { jtFormat } from '../../claims/jt-files/family.ts';
import { readReleaseOrders } from '../../claims/jt-files/release-order.ts';
import { loadJtLayout } from '../../syntax/jt-flat/layout.ts';

/** Carrier's order to hand out boxes as a flat file of the Ministry of Transport. */
export const jtCoreor = jtFormat({
  id: 'jt-coreor',
  name: { en: 'JT COREOR release order (flat file)', zh: '交通部平台文件 COREOR 放箱指令' },
  types: ['COREOR'],
  reader: {
    unit: '12',
    layout: loadJtLayout('jt/coreor-fields'),
    read: (message, context) => readReleaseOrders(message, 'FULL', context),
  },
});
