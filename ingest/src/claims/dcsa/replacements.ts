import { claim } from 'graph-schema/domain/claim';
import type { DocumentRef, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { objectsOf, textOf, type JsonObject } from '../../syntax/json-fields.ts';
import type { Where } from '../claim-context.ts';
import type { MessageReader } from './message-reader.ts';

const MOST = 50;

interface Replacement {
  readonly old: readonly DocumentRef[];
  readonly now: readonly DocumentRef[];
}

/**
 * Bills that take the place of others: void and reissue, split, combine.
 *
 *     documentReferenceReplacements [ { oldReferences [{type, reference}], newReferences [{type, reference}] } ]
 *
 * One for one they are one consignment, and the claim that the old one is void says no more than that. Of a split or a combined
 * bill each new one is told with the numbers that it came from; which boxes are whose its own papers list.
 */
export function withReplacements(
  events: readonly TrackingEvent[],
  given: unknown,
  reader: MessageReader,
  where: Where,
): readonly TrackingEvent[] {
  const [event] = events;
  const replacements = objectsOf(given)
    .slice(0, MOST)
    .map((one) => replacementOf(one, reader, where))
    .filter(({ old, now }) => old.length > 0 && now.length > 0);
  if (!event || replacements.length === 0) return events;
  const gone = new Set(
    replacements.flatMap(({ old, now }) => (isOneForOne({ old, now }) ? old : [])).map(numberOf),
  );
  const told = events.filter(
    ({ code, documents }) => code !== 'BL_VOIDED' || !documents.some((one) => gone.has(numberOf(one))),
  );
  const amended = replacements.flatMap(({ old, now }): TrackingEvent[] => {
    const isOne = isOneForOne({ old, now });
    return now.map((bill) =>
      claim({
        code: 'BL_AMENDED',
        classifier: event.classifier,
        time: event.time,
        documents: isOne ? [bill, ...old] : [bill],
        reason: { scheme: 'REPLACES', code: old.map(numberOf).join(' '), text: event.reason?.text ?? null },
        rawCode: event.rawCode,
      }),
    );
  });
  return [...told, ...amended];
}

function replacementOf(one: JsonObject, reader: MessageReader, where: Where): Replacement {
  const read = (list: unknown): DocumentRef[] =>
    objectsOf(list)
      .slice(0, MOST)
      .flatMap((reference) => {
        const type = textOf(reference, 'typeCode', 'type');
        const number = textOf(reference, 'reference', 'value');
        const document = type === null || number === null ? null : reader.document(type, number, where);
        return document?.scheme === 'MASTER_BILL' ? [document] : [];
      });
  return { old: read(one['oldReferences']), now: read(one['newReferences']) };
}

function isOneForOne({ old, now }: Replacement): boolean {
  return old.length === 1 && now.length === 1;
}

function numberOf({ number }: DocumentRef): string {
  return number;
}
