import { claim } from 'graph-schema/domain/claim';
import type { ReadMessage } from 'graph-schema/domain/message';
import type { DocumentRef, TrackingEvent } from 'graph-schema/domain/tracking-event';
import type { XmlElement } from '../../syntax/xml.ts';
import { airportAt, goodsOf, issueTime, partiesOf, quantityOf } from './cargo-xml-parts.ts';
import type { CargoXmlScope } from './cargo-xml.ts';

/** A house waybill with its master, as one claim: that ties them, and keeps sisters apart. */
export function readHouse(
  house: DocumentRef,
  master: DocumentRef,
  consignment: XmlElement,
  root: XmlElement,
  scope: CargoXmlScope,
  message: string,
): readonly ReadMessage[] {
  const thread = `${message}:${master.number}:${house.number}`;
  if (scope.action === 'CANCEL') {
    scope.tally.withoutContent();
    return scope.asVersion(thread, []);
  }
  const origin = airportAt(consignment, scope, 'OriginLocation');
  const time = issueTime(root, origin, scope);
  if (!time) {
    scope.reject('MISSING_FIELD', consignment, 'MessageHeaderDocument/IssueDateTime', null);
    return [];
  }
  const event: TrackingEvent = claim({
    code: 'BL_ISSUED',
    classifier: 'ACTUAL',
    time,
    place: origin?.ref ?? null,
    documents: [house, master],
    quantity: quantityOf(consignment, null),
    from: origin?.ref ?? null,
    to: airportAt(consignment, scope, 'FinalDestinationLocation')?.ref ?? null,
    parties: partiesOf(consignment, scope),
    goods: goodsOf(consignment),
    rawCode: message,
  });
  scope.tally.withEvents();
  return scope.asVersion(thread, scope.attest([event], consignment));
}
