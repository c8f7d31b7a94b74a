import { jtFormat } from '../../claims/jt-files/family.ts';
import { readReleaseOrders } from '../../claims/jt-files/release-order.ts';
import { loadJtLayout } from '../../syntax/jt-flat/layout.ts';

/** Carrier's announcement of empty boxes for a booking as a flat file of the Ministry of Transport. */
export const jtCoparn = jtFormat({
  id: 'jt-coparn',
  name: { en: 'JT COPARN announcement of empty boxes (flat file)', zh: '交通部平台文件 COPARN 空箱放箱通知' },
  types: ['COPARN'],
  reader: {
    unit: '12',
    layout: loadJtLayout('jt/coparn-fields'),
    read: (message, context) => readReleaseOrders(message, 'EMPTY', context),
  },
});
