import type { DocumentRef, EquipmentRef, EventTime, TransportMode } from 'graph-schema/domain/tracking-event';
import type { Findings } from '../../syntax/findings.ts';
import { NOTHING, type UnitOutcome } from '../../syntax/units.ts';
import { listChildren, listDescendants } from '../../syntax/xml-path.ts';
import type { WholeXml } from '../../syntax/xml-whole.ts';
import type { XmlElement } from '../../syntax/xml.ts';
import type { SenderContext } from '../claim-context.ts';
import { Repeats } from '../repeats.ts';
import { readBills } from './bills.ts';
import { readBox } from './box.ts';
import { scopesOf, type CustomsScope } from './customs-scope.ts';
import { customsTime } from './customs-time.ts';
import type { ManifestHead } from './manifest-head.ts';

/** The messages of a document: clients wrap one or several, and some misspell the root, which is one all the same. */
export function readEachManifest(
  document: WholeXml,
  context: SenderContext,
  findings: Findings,
  read: (root: XmlElement, scopeOf: ReturnType<typeof scopesOf>) => readonly UnitOutcome[],
): UnitOutcome[] {
  const wrapped = listDescendants(document.root, 'Manifest');
  const scopeOf = scopesOf(document, context, findings);
  return (wrapped.length > 0 ? wrapped : [document.root]).flatMap((root) => read(root, scopeOf));
}

/** The bills that a body tells of; terminals tell of boxes, without any bill. */
export function listRecords(body: XmlElement | null): readonly XmlElement[] {
  const consignments = listChildren(body, 'Consignment');
  return consignments.length > 0 ? consignments : listChildren(body, 'TransportEquipment');
}

/** What came of each record; one that says the same as another is told. */
export function readEachRecord(
  records: readonly XmlElement[],
  body: string,
  scopeOf: ReturnType<typeof scopesOf>,
  findings: Findings,
  read: (record: XmlElement, at: CustomsScope) => UnitOutcome,
): UnitOutcome[] {
  const repeats = new Repeats(findings);
  return records.map((record, index) => {
    const at = scopeOf(record, `${body}/${record.name}[${index + 1}]`);
    const outcome = read(record, at);
    repeats.note(outcome.message?.attested.map(({ event }) => event) ?? [], at);
    return outcome;
  });
}

/** None of the records gives anything; the finding says why. */
export function refuseAll(
  whole: CustomsScope,
  records: readonly XmlElement[],
  code: 'MISSING_FIELD' | 'MESSAGE_NOT_MAPPED',
  at: string,
  value: string | null,
): UnitOutcome[] {
  whole.findings.add(code, 'ERROR', at, value, whole.span);
  return nothingOf(records);
}

export function nothingOf(records: readonly XmlElement[]): UnitOutcome[] {
  return Array.from({ length: Math.max(1, records.length) }, () => NOTHING);
}

/** When the message was sent, which is the time of what it says; null with a finding. */
export function sentTime(
  { sentAt }: ManifestHead,
  office: string | null,
  { findings, places, span }: CustomsScope,
): EventTime | null {
  const sent = sentAt === null ? null : customsTime(sentAt, places.findCustomsOffice(office ?? ''));
  if (!sent)
    findings.add(sentAt === null ? 'MISSING_FIELD' : 'BAD_TIME', 'ERROR', 'Head/SendTime', sentAt, span);
  return sent;
}

/** What a record is about. */
export interface ManifestSubject {
  /** A report by box: the record is the box. */
  readonly isBox: boolean;
  readonly documents: readonly DocumentRef[];
  readonly boxes: readonly EquipmentRef[];
  /** The boxes as elements. */
  readonly equipment: readonly XmlElement[];
}

export function readSubject(record: XmlElement, mode: TransportMode, at: CustomsScope): ManifestSubject {
  const isBox = record.name === 'TransportEquipment';
  const equipment = isBox ? [record] : listChildren(record, 'TransportEquipment');
  const documents = isBox ? [] : readBills(record, mode, at);
  return { isBox, documents, boxes: equipment.flatMap((one) => readBox(one, at) ?? []), equipment };
}
