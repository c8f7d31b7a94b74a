import type { Interpretation, ReadMessage } from 'graph-schema/domain/message';
import { resolveAirport, type ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type { Attested, Span, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { MessageFormat, ReadContext } from '../../formats/message-format.ts';
import { collectFindings, type Findings } from '../../syntax/findings.ts';
import { interpretation, UnitTally } from '../../syntax/units.ts';
import { readWallClock } from '../../syntax/wall-clock.ts';
import { findChild, findText, listDescendants } from '../../syntax/xml-path.ts';
import { readWholeXml, type WholeXml } from '../../syntax/xml-whole.ts';
import type { XmlElement } from '../../syntax/xml.ts';
import { remember } from '../json/remember.ts';
import { findAction, versionOf, type MessageAction } from '../message-action.ts';

const PURPOSES = loadCodeList('cargo-xml/purposes');

/**
 * IATA Cargo-XML, all messages alike:
 *
 *   <rsm:… xmlns:rsm="iata:…:1" xmlns:ram="iata:datamodel:3">
 *     <rsm:MessageHeaderDocument> ID TypeCode IssueDateTime PurposeCode VersionID SenderParty* RecipientParty* </…>
 *     <rsm:BusinessHeaderDocument> ID … </…>                       number of the document
 *     <rsm:MasterConsignment> … </…>                               or LogisticsTransportMovement and ArrivalEvent*
 *
 * Prefixes are the sender's choice. Times are ISO 8601, often without an offset: then local to their airport.
 */
export interface CargoXmlScope {
  readonly context: ReadContext;
  readonly findings: Findings;
  readonly tally: UnitTally;
  readonly document: WholeXml;
  /** ID of the message. */
  readonly reference: string | null;
  /** When it was issued, UTC; a time without an offset is taken for UTC. */
  readonly issuedAt: string | null;
  readonly action: MessageAction;
  readonly spanOf: (element: XmlElement) => Span;
  readonly airport: (iata: string, element: XmlElement) => ResolvedPlace;
  /** The claims that an element makes; a clock read in the sender's zone is a finding. */
  readonly attest: (events: readonly TrackingEvent[], element: XmlElement) => Attested[];
  /** A unit that gives nothing, and why. */
  readonly reject: (
    code: 'MISSING_FIELD' | 'BAD_TIME' | 'BAD_IDENTIFIER',
    element: XmlElement,
    at: string,
    value: string | null,
  ) => void;
  /** What is said under a name, as its newest version; a deletion takes the name back. */
  readonly asVersion: (thread: string, attested: readonly Attested[]) => ReadMessage[];
}

export type CargoXmlReader = (root: XmlElement, scope: CargoXmlScope) => readonly ReadMessage[];

/** The descriptor of a format that reads documents with one root. */
export function cargoXmlFormat<const Id extends string>(given: {
  readonly id: Id;
  readonly name: MessageFormat['name'];
  /** Local name of the root, and the last part of its namespace: `StatusMessage`, `statusmessage`. */
  readonly root: string;
  readonly namespace: string;
  readonly reader: CargoXmlReader;
}): MessageFormat<Id> {
  const { id, name, root, namespace, reader } = given;
  const start = new RegExp(`^[^]{0,1000}?<(?:[\\w.-]+:)?${root}\\s[^>]*["']iata:${namespace}:\\d`);
  // Some gateways take namespaces out: then the root, and the header that all messages begin with.
  const bare = new RegExp(
    `^[^]{0,1000}?<(?:[\\w.-]+:)?${root}(?:\\s[^>]*)?>\\s*<(?:[\\w.-]+:)?MessageHeaderDocument[\\s>]`,
  );
  return {
    id,
    name,
    mediaTypes: ['application/xml', 'text/xml'],
    detect: (head) => start.test(head) || bare.test(head),
    read: (bytes, context) => interpretCargoXml(bytes, context, root, reader),
  };
}

function interpretCargoXml(
  bytes: Uint8Array,
  context: ReadContext,
  name: string,
  reader: CargoXmlReader,
): Interpretation {
  const findings = collectFindings();
  const tally = new UnitTally();
  const document = readWholeXml(bytes, context.source.defaultCharset, findings);
  if (!document) {
    tally.withIssuesOnly();
    return interpretation({}, findings, tally);
  }
  // Gateways put one or several into a wrapper of their own.
  const inside = listDescendants(document.root, name);
  const roots = inside.length > 0 ? inside : [document.root];
  const messages = roots.flatMap((root) =>
    reader(root, scopeOf({ ...document, root }, context, findings, tally)),
  );
  return interpretation({ messages }, findings, tally);
}

function scopeOf(
  document: WholeXml,
  context: ReadContext,
  findings: Findings,
  tally: UnitTally,
): CargoXmlScope {
  const { spanOf, root } = document;
  const header = findChild(root, 'MessageHeaderDocument');
  const issued = findText(header, 'IssueDateTime');
  const issuedAt = issued === null ? null : utcOf(issued);
  if (issued !== null && issuedAt === null)
    findings.add('BAD_TIME', 'WARNING', 'MessageHeaderDocument/IssueDateTime', issued, null);
  const purpose = findText(header, 'PurposeCode');
  const action = purpose === null ? 'ORIGINAL' : findAction(PURPOSES, purpose);
  if (!action) findings.unmapped(PURPOSES, purpose ?? '', 'MessageHeaderDocument/PurposeCode', null);
  const hasOffset = issued !== null && /(?:Z|[+-]\d\d:?\d\d)$/.test(issued);
  const reference = findText(header, 'ID');
  const known = new Map<string, ResolvedPlace>();
  return {
    context,
    findings,
    tally,
    document,
    reference,
    issuedAt,
    action: action ?? 'ORIGINAL',
    spanOf,
    airport: (iata, element) =>
      remember(known, iata, () => {
        const resolved = resolveAirport(iata, context.places);
        if (!resolved.place) findings.add('UNKNOWN_PLACE', 'WARNING', element.name, iata, spanOf(element));
        return resolved;
      }),
    attest: (events, element) => {
      const span = spanOf(element);
      if (events.some(({ time }) => time.zoneSource === 'SENDER_DEFAULT'))
        findings.addOnce('UNKNOWN_ZONE', 'WARNING', element.name, context.source.defaultZone, span);
      return events.map((event) => ({
        event,
        messageRef: reference,
        span,
        recordedAt: hasOffset ? issuedAt : null,
      }));
    },
    reject: (code, element, at, value) => {
      tally.withIssuesOnly();
      findings.add(code, 'ERROR', at, value, spanOf(element));
    },
    asVersion: (thread, attested) => {
      const version = versionOf(issuedAt);
      if (action === 'CANCEL')
        return [{ thread, version, attested: [], retraction: { kind: 'CANCEL', thread, version } }];
      if (attested.length === 0) return [];
      if (version === 0) return [{ thread: null, version, attested, retraction: null }];
      return [{ thread, version, attested, retraction: { kind: 'REPLACE', thread, version } }];
    },
  };
}

function utcOf(text: string): string | null {
  const clock = readWallClock(text);
  if (!clock) return null;
  const zone = clock.explicitZone === null || clock.explicitZone === 'UTC' ? 'Z' : clock.explicitZone;
  const time = Date.parse(`${clock.local}${zone}`);
  return Number.isNaN(time) ? null : `${new Date(time).toISOString().slice(0, 19)}Z`;
}
