import { loadCodeList } from 'graph-schema/reference/code-list';
import type { EdifactSegment } from '../../syntax/edifact/segment.ts';
import type { ClaimContext } from '../claim-context.ts';
import type { NamedCarriers } from '../ports/bill-carrier.ts';
import { carrierIn, isOfCarrierList } from './party.ts';

const MODES = loadCodeList('edifact/mode-8067');
/** TDT 8051: the legs before and after the ship. */
const INLAND: ReadonlySet<string> = new Set(['1', '10', '30']);

/**
 * Whose bills these segments speak of, beside what stands above them: a consignment's or box's own carrier counts
 * before the header's.
 *
 *   NAD + CA|CF + 3039 : 1131 : 3055        TDT + 8051 + 8028 + 8067 + 8179 + 3127 : 1131 : 3055
 *         role    carrier, box operator           stage  voyage mode   means  who runs it
 */
export function withCarriers<Context extends ClaimContext>(
  segments: readonly EdifactSegment[],
  context: Context,
  isShipList = context.carriers?.isShipList ?? false,
  /** A paper that the line itself makes out: who runs its boxes (CF) is the carrier, where it names none (CA). */
  isOfLine = false,
): Context {
  const above = context.carriers;
  const called = named('CA', segments);
  const carriers = called.length > 0 || !isOfLine ? called : named('CF', segments);
  const operators = named('CF', segments).filter((code) => code !== null);
  const ship = shipOperator(segments);
  if (carriers.length === 0 && operators.length === 0 && ship === null) return context;
  const found: NamedCarriers = {
    carriers: carriers.length > 0 ? carriers : (above?.carriers ?? []),
    operators: operators.length > 0 ? operators : (above?.operators ?? []),
    ship: ship ?? above?.ship ?? null,
    isShipList,
  };
  return { ...context, carriers: found };
}

function named(role: string, segments: readonly EdifactSegment[]): (string | null)[] {
  return segments.flatMap((segment) => (segment.is('NAD', role) ? [carrierIn(segment, 1)] : []));
}

/** Only by a list of carriers: other codes there are the sender's own. Null where several ships are run by several. */
function shipOperator(segments: readonly EdifactSegment[]): string | null {
  const found = segments.flatMap((segment) => {
    if (segment.tag !== 'TDT' || INLAND.has(segment.read(0) ?? '')) return [];
    const mode = MODES.find(segment.read(2) ?? '')?.canonical ?? 'VESSEL';
    return mode === 'VESSEL' && isOfCarrierList(segment, 4) ? (carrierIn(segment, 4) ?? []) : [];
  });
  const [ship = null, ...others] = new Set(found);
  return others.length === 0 ? ship : null;
}
