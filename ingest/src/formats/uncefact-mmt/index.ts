import type { Interpretation } from 'graph-schema/domain/message';
import { interpretJson } from '../../claims/json/interpret-json.ts';
import { Repeats } from '../../claims/repeats.ts';
import { collectFindings } from '../../syntax/findings.ts';
import { elementOf } from '../../syntax/json-element.ts';
import { interpretUnits, NOTHING, type UnitOutcome } from '../../syntax/units.ts';
import { readWholeXml } from '../../syntax/xml-whole.ts';
import type { XmlElement } from '../../syntax/xml.ts';
import type { MessageFormat, ReadContext } from '../message-format.ts';
import { isPart } from './names.ts';
import { consignmentReader } from './read-consignment.ts';

/**
 * UN/CEFACT Multi-Modal Transport (and what is made of it: e-CMR, eFTI): consignments with their movements and events.
 *
 *     XML      <rsm:…> <rsm:ExchangedDocument> … <rsm:SpecifiedSupplyChainConsignment> <ram:ID> <ram:…TransportEvent> …
 *     JSON-LD  { "@context": "https://vocabulary.uncefact.org/…", "consignment": { "id", "mainCarriageTransportMovement", … } }
 *
 * Names are read without prefix, in either case, with or without the words that only qualify (Specified, SupplyChain …).
 */
const RECORDS = { maxDepth: 64, lists: [['@graph']] } as const;
/** Or, where a gateway took namespaces out, the names that only these documents have. */
const NAMESPACE =
  /urn:un:unece:uncefact:|efti\.eu\/v\d|<(?:[\w.-]+:)?(?:\w*SupplyChainConsignment|SpecifiedLogisticsTransportMovement|mainCarriageTransportMovement|utilizedTransportEquipment|associatedTransportEquipment|carrierAcceptanceDateTime)[\s>]/;
const XML_PART = /<(?:[\w.-]+:)?\w*(?:[Cc]onsignment|TransportMovement|TransportEvent)[\s>]/;
const OTHER_XML = /iata:datamodel|MessageHeaderDocument|CrossIndustry|CrossBorder|urn:oasis:names|urn:wco:/;
const JSON_CONTEXT = /uncefact|edi3\.org/i;
const JSON_PART =
  /"(?:\w+:)?\w*(?:[Cc]onsignment|[Tt]ransportMovement|[Tt]ransportEvent|(?:arrival|departure|loading|unloading|delivery|pickUp)Event)"\s*[:,]/;
const OTHER_JSON = /onerecord\.iata|epcis-context|"(?:eventClassifierCode|eventClassification|epcList)"/;

export const uncefactMmt: MessageFormat<'uncefact-mmt'> = {
  id: 'uncefact-mmt',
  name: { en: 'UN/CEFACT multimodal transport (XML, JSON-LD)', zh: 'UN/CEFACT 多式联运数据（XML、JSON-LD）' },
  mediaTypes: ['application/xml', 'application/ld+json', 'application/json'],
  detect: (head) =>
    head.startsWith('<')
      ? NAMESPACE.test(head) && XML_PART.test(head) && !OTHER_XML.test(head)
      : /^[[{]/.test(head) && JSON_CONTEXT.test(head) && JSON_PART.test(head) && !OTHER_JSON.test(head),
  read: (bytes, context) =>
    bytes.find((byte) => byte === 0x3c || byte === 0x7b || byte === 0x5b) === 0x3c
      ? readXml(bytes, context)
      : readJson(bytes, context),
};

/** A record may hold several consignments; together they are its unit, for the record is what can be pointed at. */
function readJson(bytes: Uint8Array, context: ReadContext): Interpretation {
  return interpretJson(bytes, context, RECORDS, (scope) => {
    const read = consignmentReader(scope);
    return (record, where) => {
      const root = elementOf('document', record);
      const type = root.attributes?.['type'] ?? '';
      const found = isPart(type, 'consignment') ? [{ ...root, name: 'consignment' }] : unitsIn(root);
      if (found.length === 0) {
        scope.findings.add('UNSUPPORTED', 'ERROR', where.at, type || null, where.span);
        return NOTHING;
      }
      const messages = found.flatMap((one) => read(one, root, where).message ?? []);
      const [first] = messages;
      if (!first) return NOTHING;
      return { message: { ...first, attested: messages.flatMap(({ attested }) => attested) } };
    };
  });
}

function readXml(bytes: Uint8Array, context: ReadContext): Interpretation {
  const findings = collectFindings();
  const document = readWholeXml(bytes, context.source.defaultCharset, findings);
  if (!document) return interpretUnits([NOTHING], findings);
  const { root, spanOf } = document;
  const read = consignmentReader({ ...context, findings });
  const repeats = new Repeats(findings);
  const outcomes = unitsIn(root).map((one, index): UnitOutcome => {
    const where = { at: `${one.name}[${index + 1}]`, span: spanOf(one) };
    const outcome = read(one, root, where);
    repeats.note(outcome.message?.attested.map(({ event }) => event) ?? [], where);
    return outcome;
  });
  if (outcomes.length > 0) return interpretUnits(outcomes, findings);
  findings.add('EMPTY_MESSAGE', 'ERROR', root.name, null, spanOf(root));
  return interpretUnits([NOTHING], findings);
}

/** The outermost consignments; without any, the outermost movements. */
function unitsIn(root: XmlElement): XmlElement[] {
  const consignments = outermost(root, 'consignment');
  return consignments.length > 0 ? consignments : outermost(root, 'transportmovement');
}

function outermost(element: XmlElement, part: string): XmlElement[] {
  return isPart(element.name, part) ? [element] : element.children.flatMap((child) => outermost(child, part));
}
