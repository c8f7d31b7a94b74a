import type { CargoXmlReader } from '../../claims/air/cargo-xml.ts';
import { readHouse } from '../../claims/air/cargo-xml-houses.ts';
import { awbOf, hawbOf } from '../../claims/air/cargo-xml-parts.ts';
import { findChild, findText } from '../../syntax/xml-path.ts';

/**
 * XFZB, versions 1 to 4:
 *
 *   BusinessHeaderDocument { ID (house waybill) }
 *   MasterConsignment { TransportContractDocument/ID (master waybill)
 *     IncludedHouseConsignment { ConsignorParty ConsigneeParty … IncludedHouseConsignmentItem* } }
 *
 * A unit is one message, which is one house.
 */
export const readHouseWaybill: CargoXmlReader = (root, scope) => {
  const consignment = findChild(root, 'MasterConsignment');
  const house = findChild(consignment, 'IncludedHouseConsignment') ?? consignment;
  const number = findText(root, 'BusinessHeaderDocument', 'ID');
  const written = findText(consignment, 'TransportContractDocument', 'ID');
  const master = awbOf(written, consignment ?? root, scope);
  const hawb = hawbOf(number, root, scope);
  if (house && master && hawb) return readHouse(hawb, master, house, root, scope, 'XFZB');
  if (hawb) scope.reject('MISSING_FIELD', root, 'MasterConsignment/TransportContractDocument', written);
  else scope.reject('MISSING_FIELD', root, 'BusinessHeaderDocument/ID', number);
  return [];
};
