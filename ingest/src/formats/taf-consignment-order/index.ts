import { tafFormat } from '../../claims/taf/taf-family.ts';
import { readConsignmentOrders } from './read-order.ts';

/**
 * TAF TSI consignment order (message type 1000): the CIM consignment note as the leading railway hands it to those that
 * carry a part of the way.
 *
 *   <ConsignmentOrderMessage> MessageHeader
 *     COMS+{COM_Header{SendingRU ReceivingRU [ShipmentType] ConsignmentOrderType COM_PreparationDatetime [DossierNumber]
 *         VersionNumber}
 *       COM{AcceptancePoint{Station [AcceptanceDate] ResponsibleRU COM_ConsignmentNumber}
 *         DeliveryPoint{Station} Customers{1,2} … Wagons+{WagonNumberFreight WagonDetails Goods* ITU*{ITU_Details Goods*}}}} </…>
 */
export const tafConsignmentOrder = tafFormat({
  id: 'taf-consignment-order',
  name: { en: 'TAF TSI consignment order', zh: '欧铁 TAF TSI 托运单' },
  types: ['ConsignmentOrder'],
  reader: readConsignmentOrders,
});
