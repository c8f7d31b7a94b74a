import type { Measurement } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { parseEdifactNumber } from '../../syntax/edifact/number.ts';
import type { EdifactSegment } from '../../syntax/edifact/segment.ts';
import type { Findings } from '../../syntax/findings.ts';

const UNITS = loadCodeList('edifact-stowage/units-6411');
const DIMENSIONS = loadCodeList('edifact-stowage/dimensions-6145');

/**
 * The temperatures that are allowed, and what sticks out of the box.
 *
 *   RNG + 4|5 + 6411 unit : 6162 : 6152      the range that is allowed
 *   DIM + 6145 + 6411 unit : 6168 length : 6140 width : 6008 height
 */
export function rangesIn(segments: readonly EdifactSegment[], at: string, findings: Findings): Measurement[] {
  const found: Measurement[] = [];
  for (const segment of segments) {
    if (segment.tag === 'RNG') {
      const unit = unitOf(segment.read(1, 0), segment, at, findings);
      found.push(...measured('SET_POINT', 'minimum', segment.read(1, 1), unit));
      found.push(...measured('SET_POINT', 'maximum', segment.read(1, 2), unit));
    } else if (segment.tag === 'DIM') found.push(...readDimension(segment, at, findings));
  }
  return found;
}

const SIDES: Readonly<Record<string, number>> = { LENGTH: 1, WIDTH: 2, HEIGHT: 3 };

/** Some senders put every dimension first: then the only value is the one meant. */
function readDimension(segment: EdifactSegment, at: string, findings: Findings): Measurement[] {
  const side = segment.read(0) ?? '';
  const row = DIMENSIONS.find(side);
  if (!row && side !== '') findings.unmapped(DIMENSIONS, side, `${at}/DIM`, segment, 'INFO');
  if (!row?.canonical) return [];
  const value =
    segment.read(1, SIDES[row.canonical] ?? 1) ?? [1, 2, 3].map((n) => segment.read(1, n)).find(Boolean);
  return measured('OTHER', row.meaning, value ?? null, unitOf(segment.read(1, 0), segment, at, findings));
}

function measured(
  kind: Measurement['kind'],
  name: string | null,
  written: string | null,
  unit: string | null,
): Measurement[] {
  const value = parseEdifactNumber(written?.replace(/^\+/, '') ?? null);
  return value === null ? [] : [{ kind, name, value, unit }];
}

function unitOf(code: string | null, segment: EdifactSegment, at: string, findings: Findings): string | null {
  if (code === null) return null;
  const row = UNITS.find(code.toUpperCase());
  if (!row) findings.unmapped(UNITS, code, `${at}/${segment.tag}`, segment, 'INFO');
  return row?.canonical ?? null;
}
