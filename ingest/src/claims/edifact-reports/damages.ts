import type { Reason } from 'graph-schema/domain/tracking-event';
import type { EdifactSegment } from '../../syntax/edifact/segment.ts';

/** Remarks that say there is no damage. */
const SOUND = /^(?:0+|NO(?:NE| DAMAGE)?|NIL|N\/?A|OK|SOUND|GOOD|无|完好|正常|-+)$/i;

/** Damages as coded (DAM), else as remarked (`FTX+DAR`). */
export function readDamages(segments: readonly EdifactSegment[]): Reason[] {
  const coded = segments.flatMap((segment) => (segment.tag === 'DAM' ? [readDamage(segment)] : []));
  return coded.length > 0 ? coded : segments.flatMap(remarked);
}

function readDamage(segment: EdifactSegment): Reason {
  return { scheme: 'EDIFACT 7501', code: segment.read(1, 0), text: words(segment, DAMAGE_WORDS) };
}

function remarked(segment: EdifactSegment): Reason[] {
  if (!segment.is('FTX', 'DAR')) return [];
  const text = words(segment, REMARK_WORDS);
  return text === null || SOUND.test(text)
    ? []
    : [{ scheme: 'EDIFACT FTX DAR', code: segment.read(2), text }];
}

/** Type, area and severity, coded or in words. */
const DAMAGE_WORDS = [[1, 3], [2, 0], [2, 3], [3, 0], [3, 3]] as const; // prettier-ignore
const REMARK_WORDS = [[3, 0], [3, 1], [3, 2], [3, 3], [3, 4]] as const; // prettier-ignore

function words(segment: EdifactSegment, places: readonly (readonly [number, number])[]): string | null {
  const said = places.flatMap(([element, component]) => segment.read(element, component) ?? []);
  return said.join(' ') || null;
}
