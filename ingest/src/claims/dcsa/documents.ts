import { container } from 'graph-schema/domain/claim';
import type { DocumentRef, EquipmentRef } from 'graph-schema/domain/tracking-event';
import { documentSets } from '../json/document-sets.ts';
import { objectsOf, textOf, type JsonObject } from '../../syntax/json-fields.ts';
import type { Where } from '../claim-context.ts';
import { UUID, type MessageReader } from './message-reader.ts';

/** Each bill makes a claim with all references, so what an event may name is bounded; real ones name a handful. */
const MOST_NAMED = 200;

/** The numbers that an event names, as the sets that each belong to one consignment. */
export interface NamedDocuments {
  /** At least one set; a single empty one when the event names no number. */
  readonly sets: readonly (readonly DocumentRef[])[];
  /** Boxes named among the references (type EQ). */
  readonly boxes: readonly EquipmentRef[];
}

/** What was collected so far from one event. */
interface Naming {
  readonly documents: DocumentRef[];
  /** Under UUIDs, which count only where there is nothing else. */
  readonly internal: DocumentRef[];
  readonly boxes: EquipmentRef[];
  named: number;
}

/**
 * `documentReferences` (2.3 and later drafts: `relatedDocumentReferences`), traders' `references`, and first of all the
 * event's own document, if it is about one. Of a bill or booking that is told about, another of its kind is a relative (a
 * sister under the booking, the one that it was split from): what is said is not said of that one.
 */
export function namedDocuments(
  event: JsonObject,
  own: { readonly type: string; readonly number: string | null } | null,
  reader: MessageReader,
  where: Where,
): NamedDocuments {
  const naming: Naming = { documents: [], internal: [], boxes: [], named: 0 };
  if (own) name(naming, own.type, own.number, reader, where);
  const [subject] = naming.documents;
  nameAll(
    naming,
    event['documentReferences'],
    'documentReferenceType',
    'documentReferenceValue',
    reader,
    where,
  );
  nameAll(naming, event['relatedDocumentReferences'], 'type', 'value', reader, where);
  nameAll(naming, event['references'], 'referenceType', 'referenceValue', reader, where);
  const { internal, boxes } = naming;
  const isRelative = ({ scheme }: DocumentRef): boolean =>
    (scheme === 'MASTER_BILL' || scheme === 'BOOKING') && scheme === subject?.scheme;
  const documents = naming.documents.filter((one) => one === subject || !isRelative(one));
  return { sets: documentSets(documents.length > 0 ? documents : internal), boxes };
}

function nameAll(
  naming: Naming,
  list: unknown,
  typeName: string,
  valueName: string,
  reader: MessageReader,
  where: Where,
): void {
  if (list === undefined) return;
  for (const item of objectsOf(list)) {
    name(naming, textOf(item, typeName, 'type'), textOf(item, valueName, 'value'), reader, where);
  }
}

function name(
  naming: Naming,
  type: string | null,
  value: string | null,
  reader: MessageReader,
  where: Where,
): void {
  if (type === null || value === null) return;
  naming.named += 1;
  if (naming.named > MOST_NAMED) {
    reader.findings.addOnce(
      'TOO_LARGE',
      'ERROR',
      `${where.at}.documentReferences`,
      `> ${MOST_NAMED}`,
      where.span,
    );
    return;
  }
  if (reader.lists.references.find(type)?.canonical === 'CONTAINER') {
    naming.boxes.push(container(reader.container(value, where)));
    return;
  }
  const document = reader.document(type, value, where);
  const list = UUID.test(value) ? naming.internal : naming.documents;
  if (document && !isNamed(list, document)) list.push(document);
}

function isNamed(list: readonly DocumentRef[], { scheme, number }: DocumentRef): boolean {
  for (const known of list) if (known.number === number && known.scheme === scheme) return true;
  return false;
}
