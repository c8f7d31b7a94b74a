import { plannedFlights } from '../../claims/air/cargo-xml-flights.ts';
import { readIssue } from '../../claims/air/cargo-xml-issue.ts';
import { awbOf, uldOf } from '../../claims/air/cargo-xml-parts.ts';
import type { CargoXmlReader } from '../../claims/air/cargo-xml.ts';
import { findChild, findText, listDescendants } from '../../syntax/xml-path.ts';

/**
 * XFWB, versions 1 to 5:
 *
 *   BusinessHeaderDocument { ID (waybill)  SignatoryCarrierAuthentication { ActualDateTime } }
 *   MasterConsignment { TotalPieceQuantity IncludedTareGrossWeightMeasure  ConsignorParty ConsigneeParty FreightForwarderParty
 *     AssociatedParty*  OriginLocation FinalDestinationLocation  SpecifiedLogisticsTransportMovement*  IncludedCustomsNote*
 *     ApplicableRating { IncludedMasterConsignmentItem* } }
 *
 * A unit is one message, which is one waybill.
 */
export const readWaybill: CargoXmlReader = (root, scope) => {
  const consignment = findChild(root, 'MasterConsignment');
  const number = findText(root, 'BusinessHeaderDocument', 'ID');
  const document = awbOf(number, root, scope);
  if (!consignment || !document) {
    scope.reject(
      'MISSING_FIELD',
      root,
      consignment ? 'BusinessHeaderDocument/ID' : 'MasterConsignment',
      number,
    );
    return [];
  }
  const ulds = listDescendants(consignment, 'AssociatedUnitLoadTransportEquipment');
  const given = {
    thread: `XFWB:${document.number}`,
    message: 'XFWB',
    root,
    consignment,
    unit: root,
    documents: [document],
    contents: ulds.flatMap((element) => uldOf(element) ?? []),
  };
  return readIssue(given, scope, (facts) =>
    plannedFlights(consignment, facts, scope).flatMap(({ events, element }) => scope.attest(events, element)),
  );
};
