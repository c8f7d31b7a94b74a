import { EVENT_TYPES } from '../../claims/epcis/epcis-event.ts';
import { epcisEventReader } from '../../claims/epcis/read-event.ts';
import { refuseQuery } from '../../claims/epcis/refuse-query.ts';
import { Repeats } from '../../claims/repeats.ts';
import { collectFindings } from '../../syntax/findings.ts';
import { interpretUnits, NOTHING, type UnitOutcome } from '../../syntax/units.ts';
import { listDescendants } from '../../syntax/xml-path.ts';
import { readWholeXml } from '../../syntax/xml-whole.ts';
import type { XmlElement } from '../../syntax/xml.ts';
import type { MessageFormat } from '../message-format.ts';
import { readXmlEvent } from './read-xml-event.ts';

/**
 * GS1 EPCIS in XML, versions 1.0 to 2.0:
 *
 *     <EPCISDocument>      <EPCISBody> <EventList> event* </EventList>
 *     <EPCISQueryDocument> <EPCISBody> <QueryResults> <resultsBody> <EventList> event* </EventList>
 *     <QueryResults> in a SOAP body, or one event as the root
 *     <EPCISQueryDocument> or SOAP body with <Poll>, <Subscribe> …: a query, which has no events
 *     <EPCISMasterDataDocument>, <EPCISCaptureJob>: known, and about no event
 *     event = <ObjectEvent> … | <extension> <TransformationEvent> …  (1.1, 1.2: what came later is wrapped once or twice)
 */
const DOCUMENT = /^<(?:\?|!--|[\w.-]*:?Envelope\b|[\w.-]*:?(?:EPCIS|Poll|Subscribe))/;
const ROOT =
  /<(?:[\w.-]+:)?(?:EPCIS(?:Query|MasterData)?Document|EPCISCaptureJob|(?:QueryResults|Poll|(?:Uns|S)ubscribe|Get\w{4,20})(?:Result)?)[\s/>]/;
/** Some gateways take namespaces out; the name of a whole document is the standard's alone. */
const EPCIS_NAMESPACE =
  /urn:epcglobal:epcis(?:-query|-masterdata)?:xsd:|<(?:[\w.-]+:)?EPCIS(?:Query)?Document[\s>]/;
/** Documents of the standard that by their kind hold no event. */
const EVENTLESS: ReadonlySet<string> = new Set(['EPCISMasterDataDocument', 'EPCISCaptureJob']);
const EVENT_ROOT =
  /^(?:<\?xml[^>]{0,200}\?>\s*)?<(?:[\w.-]+:)?(?:Object|Aggregation|Association|Transaction|Transformation|Quantity)Event[\s>]/;

/** What the query interface is asked to do (GS1 EPCIS 2.0, 8.2). */
const REQUESTS = [
  'Poll', 'Subscribe', 'Unsubscribe', 'GetQueryNames', 'GetSubscriptionIDs', 'GetStandardVersion', 'GetVendorVersion',
] as const; // prettier-ignore

export const epcisXml: MessageFormat<'epcis-xml'> = {
  id: 'epcis-xml',
  name: { en: 'GS1 EPCIS 1.0 to 2.0 (XML)', zh: 'GS1 EPCIS 1.0–2.0 事件（XML）' },
  mediaTypes: ['application/xml', 'text/xml'],
  detect: (head) =>
    EVENT_ROOT.test(head) || (DOCUMENT.test(head) && ROOT.test(head) && EPCIS_NAMESPACE.test(head)),
  read: (bytes, context) => {
    const findings = collectFindings();
    const document = readWholeXml(bytes, context.source.defaultCharset, findings);
    if (!document) return interpretUnits([NOTHING], findings);
    const { root, spanOf } = document;
    const read = epcisEventReader({ ...context, findings });
    const repeats = new Repeats(findings);
    const outcomes: UnitOutcome[] = [];
    for (const event of eventsOf(root)) {
      const where = { at: `${event.name}[${outcomes.length + 1}]`, span: spanOf(event) };
      const outcome = read(readXmlEvent(event), where);
      repeats.note(outcome.message?.attested.map((one) => one.event) ?? [], where);
      outcomes.push(outcome);
    }
    if (outcomes.length > 0) return interpretUnits(outcomes, findings);
    const [request] = REQUESTS.flatMap((name) => listDescendants(root, name));
    if (request) {
      const where = { at: request.name, span: spanOf(request) };
      return interpretUnits([refuseQuery(findings, where)], findings);
    }
    if (EVENTLESS.has(root.name)) {
      findings.add('MESSAGE_NOT_MAPPED', 'ERROR', root.name, root.name, spanOf(root));
      return interpretUnits([NOTHING], findings);
    }
    findings.add('EMPTY_MESSAGE', 'ERROR', 'EventList', root.name, spanOf(root));
    return interpretUnits([NOTHING], findings);
  },
};

function eventsOf(root: XmlElement): readonly XmlElement[] {
  if (EVENT_TYPES.has(root.name)) return [root];
  return listDescendants(root, 'EventList').flatMap((list) => list.children.flatMap(unwrappedEvents));
}

function unwrappedEvents(element: XmlElement): readonly XmlElement[] {
  return element.name === 'extension' ? element.children.flatMap(unwrappedEvents) : [element];
}
