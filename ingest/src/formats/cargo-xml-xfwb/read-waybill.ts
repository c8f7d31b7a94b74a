import { claim } from 'graph-schema/domain/claim';
import type { CargoXmlReader } from '../../claims/air/cargo-xml.ts';
import { plannedFlights } from '../../claims/air/cargo-xml-flights.ts';
import {
  airportAt,
  awbOf,
  goodsOf,
  issueTime,
  partiesOf,
  quantityOf,
  uldOf,
} from '../../claims/air/cargo-xml-parts.ts';
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
  const thread = `XFWB:${document.number}`;
  if (scope.action === 'CANCEL') {
    scope.tally.withoutContent();
    return scope.asVersion(thread, []);
  }
  const origin = airportAt(consignment, scope, 'OriginLocation');
  const time = issueTime(root, origin, scope);
  if (!time) {
    scope.reject('MISSING_FIELD', root, 'MessageHeaderDocument/IssueDateTime', null);
    return [];
  }
  const common = {
    documents: [document],
    quantity: quantityOf(consignment, null),
    from: origin?.ref ?? null,
    to: airportAt(consignment, scope, 'FinalDestinationLocation')?.ref ?? null,
  };
  const ulds = listDescendants(consignment, 'AssociatedUnitLoadTransportEquipment');
  const bill = claim({
    ...common,
    code: 'BL_ISSUED',
    classifier: 'ACTUAL',
    time,
    place: origin?.ref ?? null,
    contents: ulds.flatMap((element) => uldOf(element) ?? []),
    parties: partiesOf(consignment, scope),
    goods: goodsOf(consignment),
    rawCode: 'XFWB',
  });
  scope.tally.withEvents();
  const flights = plannedFlights(consignment, common, scope);
  const attested = [
    ...scope.attest([bill], root),
    ...flights.flatMap(({ events, element }) => scope.attest(events, element)),
  ];
  return scope.asVersion(thread, attested);
};
