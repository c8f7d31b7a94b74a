import type { DocumentRef } from 'graph-schema/domain/tracking-event';
import { parseUsInBond } from 'graph-schema/codes/us-inbond';
import { documentRef } from 'graph-schema/domain/claim';
import type { X12Segment } from '../../syntax/x12/segment.ts';
import { allTags } from './loops.ts';
import { allReferences, distinct, plainDocument } from './references.ts';

/**
 * Waybill numbers of North American railways have up to six digits and begin anew at every station: they are kept with the
 * mark of the railway, so that two of them do not meet.
 */
export function railWaybill(number: string, scac: string | null, declaredAs: string): DocumentRef | null {
  const isShort = /^\d{1,7}$/.test(number.trim());
  return plainDocument('RAIL_NOTE', isShort && scac !== null ? `${scac}${number}` : number, declaredAs, scac);
}

/** The waybills that N9*WY names, and the in-bond numbers of M12 (the entry number 2, else the control number 6). */
export function railPapers(segments: readonly X12Segment[], scac: string | null): readonly DocumentRef[] {
  const waybills = allReferences(segments, 'RAIL_NOTE', 'RAIL').map((number) =>
    railWaybill(number, scac, 'WY'),
  );
  const inBond = allTags(segments, 'M12').flatMap((m12) =>
    [m12.read(2), m12.read(6)].flatMap((value) => {
      const parsed = value === null ? null : parseUsInBond(value);
      return parsed?.ok ? [documentRef('TRANSIT', parsed.value, { declaredAs: 'M12' })] : [];
    }),
  );
  return distinct([...waybills, ...inBond.slice(0, 1)]);
}
