import { claim } from 'graph-schema/domain/claim';
import type { ReadMessage } from 'graph-schema/domain/message';
import type { Attested, TrackingEvent } from 'graph-schema/domain/tracking-event';
import type { XmlElement } from '../../syntax/xml.ts';
import { airportAt, goodsOf, issueTime, partiesOf, quantityOf } from './cargo-xml-parts.ts';
import type { CargoXmlScope } from './cargo-xml.ts';

/** What all claims about one waybill share. */
type WaybillFacts = Pick<TrackingEvent, 'documents' | 'quantity' | 'from' | 'to'>;

/**
 * The issue of a waybill, master or house: when and where, with its parties and goods. A message that deletes takes back
 * what was said under its name. `more`: what else the document says.
 */
export function readIssue(
  given: {
    /** `XFWB:999-12345675` */
    readonly thread: string;
    readonly message: string;
    readonly root: XmlElement;
    readonly consignment: XmlElement;
    /** What the claim is read from: the whole message, or one consignment of several. */
    readonly unit: XmlElement;
    readonly documents: TrackingEvent['documents'];
    readonly contents?: TrackingEvent['contents'];
  },
  scope: CargoXmlScope,
  more: (facts: WaybillFacts) => readonly Attested[] = () => [],
): readonly ReadMessage[] {
  const { thread, message, root, consignment, unit, documents, contents = [] } = given;
  if (scope.action === 'CANCEL') {
    scope.tally.withoutContent();
    return scope.asVersion(thread, []);
  }
  const origin = airportAt(consignment, scope, 'OriginLocation');
  const time = issueTime(root, origin, scope);
  if (!time) {
    scope.reject('MISSING_FIELD', unit, 'MessageHeaderDocument/IssueDateTime', null);
    return [];
  }
  const facts = {
    documents,
    quantity: quantityOf(consignment, null),
    from: origin?.ref ?? null,
    to: airportAt(consignment, scope, 'FinalDestinationLocation')?.ref ?? null,
  };
  const issued = claim({
    ...facts,
    code: 'BL_ISSUED',
    classifier: 'ACTUAL',
    time,
    place: origin?.ref ?? null,
    contents,
    parties: partiesOf(consignment, scope),
    goods: goodsOf(consignment),
    rawCode: message,
  });
  scope.tally.withEvents();
  return scope.asVersion(thread, [...scope.attest([issued], unit), ...more(facts)]);
}
