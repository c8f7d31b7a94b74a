import type { CargoXmlReader } from '../../claims/air/cargo-xml.ts';
import { readHouse } from '../../claims/air/cargo-xml-houses.ts';
import { awbOf, hawbOf } from '../../claims/air/cargo-xml-parts.ts';
import { findChild, findText, listDescendants } from '../../syntax/xml-path.ts';

/**
 * XFHL, versions 1 to 3:
 *
 *   BusinessHeaderDocument { ID (master waybill) }
 *   MasterConsignment { TransportContractDocument/ID
 *     IncludedHouseConsignment* { TransportContractDocument/ID  GrossWeightMeasure TotalPieceQuantity SummaryDescription
 *       OriginLocation FinalDestinationLocation  ConsignorParty ConsigneeParty … } }
 *
 * A unit is one house.
 */
export const readHouseManifest: CargoXmlReader = (root, scope) => {
  const consignment = findChild(root, 'MasterConsignment') ?? root;
  const header = findText(root, 'BusinessHeaderDocument', 'ID');
  const master = awbOf(
    findText(consignment, 'TransportContractDocument', 'ID') ?? header,
    consignment,
    scope,
  );
  const houses = listDescendants(consignment, 'IncludedHouseConsignment');
  if (houses.length === 0) scope.reject('MISSING_FIELD', consignment, 'IncludedHouseConsignment', null);
  return houses.flatMap((house) => {
    const written = findText(house, 'TransportContractDocument', 'ID') ?? findText(house, 'ID');
    const number = master ? hawbOf(written, house, scope) : null;
    if (master && number) return readHouse(number, master, house, root, scope, 'XFHL');
    scope.reject('MISSING_FIELD', house, 'TransportContractDocument/ID', master ? written : header);
    return [];
  });
};
