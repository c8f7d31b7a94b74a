import type { TransportMode } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { EdifactSegment } from '../../syntax/edifact/segment.ts';
import type { Findings } from '../../syntax/findings.ts';

/**
 * TDT as UN/EDIFACT defines it.
 *
 *   TDT + 8051 + 8028 + 8067 + 8179 + 3127:1131:3055 + 8101 + C401 + 8213:1131:3055:8212
 *         stage  voyage mode   means  carrier                        identity and name of the means
 */
export interface EdifactTransport {
  /** 8051: 20 main carriage; 1, 10 and 30 the legs before and after it. */
  readonly stage: string | null;
  /** 8028: voyage, train or trip number. */
  readonly reference: string | null;
  readonly mode: TransportMode | null;
  /** 8213: IMO number, call sign, plate or wagon; `identityList` (1131) and `identityAgency` (3055) say which. */
  readonly identity: string | null;
  readonly identityList: string | null;
  readonly identityAgency: string | null;
  readonly name: string | null;
}

const MODES = loadCodeList('edifact/mode-8067');
const MEANS = loadCodeList('edifact/means-8179');

export function readTransport(segment: EdifactSegment, at: string, findings: Findings): EdifactTransport {
  const code = segment.read(2);
  const known = code === null ? null : MODES.find(code);
  if (code !== null && !known) findings.unmapped(MODES, code, at, segment, 'INFO');
  const mode = known?.canonical ? known : MEANS.find(segment.read(3) ?? '');
  return {
    stage: segment.read(0),
    reference: segment.read(1),
    mode: (mode?.canonical ?? null) as TransportMode | null,
    identity: segment.read(7, 0),
    identityList: segment.read(7, 1),
    identityAgency: segment.read(7, 2),
    name: segment.read(7, 3),
  };
}
