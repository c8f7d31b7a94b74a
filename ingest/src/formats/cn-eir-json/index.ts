import { interpretNamed } from '../../claims/cn-ports/interpret-named.ts';
import { loadNamedFields, namesAll } from '../../claims/cn-ports/named-fields.ts';
import type { MessageFormat } from '../message-format.ts';
import { readReceipt } from './read-receipt.ts';

const FIELDS = loadNamedFields('cn-eir-json/fields');

/**
 * Electronic equipment interchange receipts 设备交接单, as JSON or XML of any platform:
 *
 *   { eirNo, eirType, blNo, bookingNo, containerNo, sizeType, sealNo, plate, pickupPlace, returnPlace, validTo, status, time }
 *
 * Names are data (lists `cn-ports/fields` and `cn-eir-json/fields`). A record is one receipt in one state.
 */
export const cnEirJson = {
  id: 'cn-eir-json',
  name: { en: 'China equipment interchange receipt', zh: '设备交接单' },
  mediaTypes: ['application/json', 'application/xml'],
  detect: (head) => {
    const isReceipt =
      namesAll(head, FIELDS, ['eir', 'time', 'state']) || namesAll(head, FIELDS, ['eir', 'time', 'move']);
    return isReceipt && !namesAll(head, FIELDS, ['deliveryOrder']) && !namesAll(head, FIELDS, ['lane']);
  },
  read: (bytes, context) => interpretNamed(bytes, context, FIELDS, ['eir'], readReceipt),
} as const satisfies MessageFormat;
