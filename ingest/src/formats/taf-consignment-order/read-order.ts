import { claim, documentRef, party } from 'graph-schema/domain/claim';
import type { ReadMessage } from 'graph-schema/domain/message';
import type { DocumentRef, EventTime, PartyRef } from 'graph-schema/domain/tracking-event';
import { compactNumber } from 'graph-schema/codes/parsed';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { findAction, versionOf } from '../../claims/message-action.ts';
import { customersOf } from '../../claims/taf/customers.ts';
import { attest, readHead, requireTime, timeOf, type TafScope } from '../../claims/taf/head.ts';
import { locationOf } from '../../claims/taf/location.ts';
import type { TafContext } from '../../claims/taf/taf-family.ts';
import { findChild, findPath, findText, listChildren } from '../../syntax/xml-path.ts';
import type { WholeXml } from '../../syntax/xml-whole.ts';
import type { XmlElement } from '../../syntax/xml.ts';
import { wagonsOf } from './read-wagons.ts';

const ORDER_TYPES = loadCodeList('taf/consignment-order-types');
const UIC_COUNTRIES = loadCodeList('taf/uic-countries');

/** Each COMS is a unit: one consignment note. */
export function readConsignmentOrders(message: WholeXml, context: TafContext): readonly ReadMessage[] {
  const head = readHead(message, context);
  const orders = listChildren(message.root, 'COMS');
  if (orders.length === 0)
    context.findings.add('MISSING_FIELD', 'ERROR', 'COMS', null, message.spanOf(message.root));
  if (!head || orders.length === 0) {
    context.tally.withIssuesOnly(Math.max(1, orders.length));
    return [];
  }
  return orders.flatMap((order, index) => {
    const read = readOrder(order, `COMS[${index + 1}]`, head);
    if (!read) context.tally.withIssuesOnly();
    else if (read.attested.length > 0) context.tally.withEvents();
    else context.tally.withoutContent();
    return read ?? [];
  });
}

function readOrder(coms: XmlElement, at: string, scope: TafScope): ReadMessage | null {
  const span = scope.spanOf(coms);
  const { findings } = scope;
  const header = findChild(coms, 'COM_Header');
  const order = findChild(coms, 'COM');
  const acceptance = findChild(order, 'AcceptancePoint');
  const from = locationOf(findChild(acceptance, 'Station'), `${at}/AcceptancePoint/Station`, span, scope);
  const prepared = requireTime(
    findText(header, 'COM_PreparationDatetime'),
    `${at}/COM_PreparationDatetime`,
    from.place,
    span,
    scope,
  );
  const note = noteOf(acceptance);
  const dossier = findText(header, 'DossierNumber');
  if (!note && !dossier) findings.add('MISSING_FIELD', 'ERROR', `${at}/COM_ConsignmentNumber`, null, span);
  if (!prepared || !order || (!note && !dossier)) return null;
  const thread = `COM:${dossier ?? note?.number ?? ''}`;
  const version = versionOf(prepared.instant);
  const type = findText(header, 'ConsignmentOrderType');
  const action = type ? findAction(ORDER_TYPES, type) : 'ORIGINAL';
  if (!action) findings.unmapped(ORDER_TYPES, type ?? '', `${at}/ConsignmentOrderType`, span);
  if (action === 'CANCEL')
    return { thread, version, attested: [], retraction: { kind: 'CANCEL', thread, version } };
  const to = locationOf(
    findPath(order, 'DeliveryPoint', 'Station'),
    `${at}/DeliveryPoint/Station`,
    span,
    scope,
  );
  const { contents, goods, movements } = wagonsOf(order, at, span, scope);
  const about = {
    place: from.ref,
    documents: [...(note ? [note] : []), ...referencesOf(order, dossier), ...movements],
    contents,
    from: from.ref,
    to: to.ref,
    parties: partiesOf(order, acceptance, header),
    goods,
    rawCode: type,
  };
  const accepted = timeOf(findText(acceptance, 'AcceptanceDate'), from.place, scope.source.defaultZone);
  const attested = [
    attest(
      claim({ code: 'CONSIGNMENT_NOTE_ISSUED', classifier: 'ACTUAL', time: prepared, ...about }),
      span,
      scope,
    ),
    ...(accepted
      ? [attest(claim({ code: 'RECEIVED', ...whenAccepted(accepted, prepared), ...about }), span, scope)]
      : []),
  ];
  const retraction = action === 'REPLACE' ? ({ kind: 'REPLACE', thread, version } as const) : null;
  return { thread, version, attested, retraction };
}

/** An order that is written before its acceptance plans it. */
function whenAccepted(time: EventTime, prepared: EventTime) {
  return { time, classifier: time.instant > prepared.instant ? 'PLANNED' : 'ACTUAL' } as const;
}

/**
 * The identification of a CIM note is country, station, railway and number; the number alone is unique only between the
 * two railways. Where a part is missing, the number stands as it is.
 */
function noteOf(acceptance: XmlElement | null): DocumentRef | null {
  const number = findText(acceptance, 'COM_ConsignmentNumber');
  if (!number) return null;
  const station = findChild(acceptance, 'Station');
  const country = UIC_COUNTRIES.find(findText(station, 'CountryCodeISO') ?? '')?.canonical;
  const primary = findText(station, 'LocationPrimaryCode')?.padStart(5, '0');
  const carrier = findText(acceptance, 'ResponsibleRU')?.padStart(4, '0') ?? null;
  const parts = country && primary && carrier ? [country, primary, carrier, number] : [number];
  return documentRef('RAIL_NOTE', compactNumber(parts.join('')), {
    issuer: carrier,
    declaredAs: 'COM_ConsignmentNumber',
  });
}

function referencesOf(order: XmlElement, dossier: string | null): DocumentRef[] {
  const own = findText(order, 'GeneralInformation', 'ConsignorReference');
  return [
    ...(dossier ? [documentRef('REFERENCE', dossier, { declaredAs: 'DossierNumber' })] : []),
    ...(own ? [documentRef('REFERENCE', compactNumber(own), { declaredAs: 'ConsignorReference' })] : []),
  ];
}

function partiesOf(order: XmlElement, acceptance: XmlElement | null, header: XmlElement | null): PartyRef[] {
  const railways = [findText(header, 'SendingRU'), findText(acceptance, 'ResponsibleRU')];
  const carriers = [...new Set(railways.filter((code) => code !== null))].map((code) =>
    party('CARRIER', { id: { scheme: 'UIC_COMPANY', code } }),
  );
  return [...customersOf(order), ...carriers];
}
