import type {
  DocumentRef,
  EquipmentRef,
  LoadState,
  Quantity,
  Reason,
} from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { EdifactSegment } from '../../syntax/edifact/segment.ts';
import type { ClaimContext } from '../claim-context.ts';
import { withCarriers } from '../edifact/carriers.ts';
import { isOneConsignment } from '../edifact/consignments.ts';
import { readReferences } from '../edifact/reference.ts';
import { grossWeight, kilogramsOf } from '../ports/weight.ts';
import { readDamages } from './damages.ts';
import { readEquipment } from './equipment.ts';
import type { BoxGroup, EdifactReport } from './report.ts';

const LOAD_STATES = loadCodeList('edifact/full-empty-8169');

/**
 * EQD and the segments that describe the box.
 *
 *   EQD + 8053 + 8260 + 8155:1131:3055 + 8077 + 8249 + 8169
 *         kind   number size and type    owner  status  full or empty
 *   SEL + 9308 seal number            MEA + purpose + 6313 what + 6411 unit : 6314 value
 *   RFF + 1153 kind : 1154 number     DAM + purpose + 7501 type + 7503 area + 7509 severity
 */
export interface DescribedBox {
  /** Null for breakbulk, and for boxes that an order does not name yet: such claims are about the papers. */
  readonly equipment: EquipmentRef | null;
  readonly loadState: LoadState | null;
  /** 8169 and 8249 as sent. */
  readonly loadStateCode: string | null;
  readonly statusCode: string | null;
  readonly documents: readonly DocumentRef[];
  readonly quantity: Quantity | null;
  readonly damages: readonly Reason[];
}

/**
 * The box of a group; papers that the header says once for all are those of a box without own. Null with a finding.
 * `mayBeUnnamed`: an order for boxes that are not chosen yet.
 */
export function describeBox(
  group: BoxGroup,
  headerDocuments: readonly DocumentRef[],
  context: ClaimContext,
  mayBeUnnamed = false,
): DescribedBox | null {
  const { equipment: eqd, segments } = group;
  const own = readReferences(segments, group, withCarriers(segments, context));
  const documents = own.length > 0 ? own : headerDocuments;
  const equipment = readEquipment(group, mayBeUnnamed, context);
  if (equipment === null) return null;
  if (equipment === 'UNNAMED' && documents.length === 0) {
    context.findings.add('MISSING_FIELD', 'ERROR', group.at, 'number of the box or of a paper', group.span);
    return null;
  }
  const loadStateCode = eqd.read(5)?.toUpperCase() ?? null;
  return {
    equipment: equipment === 'UNNAMED' ? null : equipment,
    loadState: loadStateOf(loadStateCode, group, context),
    loadStateCode,
    statusCode: eqd.read(4),
    documents,
    quantity: readWeight(segments),
    damages: readDamages(segments),
  };
}

function loadStateOf(code: string | null, group: BoxGroup, { findings }: ClaimContext): LoadState | null {
  if (code === null) return null;
  const canonical = LOAD_STATES.find(code)?.canonical ?? null;
  if (canonical === null) findings.unmapped(LOAD_STATES, code, group.at, group.equipment);
  return canonical as LoadState | null;
}

/** Papers that the header says for all boxes. Several bills there do not tell which box is whose: none is taken. */
export function readHeaderDocuments(
  { header, message }: EdifactReport,
  context: ClaimContext,
): readonly DocumentRef[] {
  const documents = readReferences(header, message, context);
  if (isOneConsignment(documents)) return documents;
  context.findings.add('UNSUPPORTED', 'WARNING', message.at, 'several bills for all boxes', message.span);
  return [];
}

/** What weight a measure states: verified gross mass before gross weight; a tare is none of ours. */
const WEIGHTS = ['VGM', 'G', 'AAD', 'WT', 'AAB'];

function readWeight(segments: readonly EdifactSegment[]): Quantity | null {
  let bestRank = WEIGHTS.length;
  let best: Quantity | null = null;
  for (const segment of segments) {
    if (segment.tag !== 'MEA') continue;
    const rank = WEIGHTS.indexOf(segment.read(1, 0) ?? segment.read(0) ?? '');
    if (rank < 0 || rank >= bestRank) continue;
    const weight = grossWeight(kilogramsOf(segment.read(2, 1), segment.read(2, 0)));
    if (!weight) continue;
    best = weight;
    bestRank = rank;
  }
  return best;
}
