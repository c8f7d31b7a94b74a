import { interpretNamed } from '../../claims/cn-ports/interpret-named.ts';
import { loadNamedFields, namesAll } from '../../claims/cn-ports/named-fields.ts';
import type { MessageFormat } from '../message-format.ts';
import { readState } from './read-state.ts';

const FIELDS = loadNamedFields('cn-delivery-order-json/fields');

/**
 * States of electronic delivery orders 电子提货单, as JSON or XML of any platform:
 *
 *   { doNo, blNo, status, time, containers, port, terminal, consignee, forwarder, validUntil, … }
 *
 * Names are data (lists `cn-ports/fields` and `cn-delivery-order-json/fields`). A record is one state of one order.
 */
export const cnDeliveryOrderJson = {
  id: 'cn-delivery-order-json',
  name: { en: 'China electronic delivery order', zh: '电子提货单' },
  mediaTypes: ['application/json', 'application/xml'],
  detect: (head) => namesAll(head, FIELDS, ['deliveryOrder', 'state', 'time']),
  read: (bytes, context) => interpretNamed(bytes, context, FIELDS, ['deliveryOrder'], readState),
} as const satisfies MessageFormat;
