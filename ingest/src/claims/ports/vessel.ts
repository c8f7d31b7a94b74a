import { parseCallSign } from 'graph-schema/codes/call-sign';
import { parseImo } from 'graph-schema/codes/imo';
import { normaliseText } from 'graph-schema/codes/parsed';
import { transport } from 'graph-schema/domain/claim';
import type { TransportRef } from 'graph-schema/domain/tracking-event';
import type { ClaimContext, Where } from '../claim-context.ts';

export interface WrittenVessel {
  readonly mode: 'VESSEL' | 'BARGE';
  /** IMO number, call sign or a code of the sender. */
  readonly identity: string | null;
  /** True when the message says that `identity` is a call sign. */
  readonly isCallSign: boolean;
  readonly name: string | null;
  readonly voyage: string | null;
}

/**
 * The ship of a claim. An identity of seven digits is an IMO number whatever its qualifier says; a call sign is taken
 * only where the message calls it one, because codes of senders look alike. Null when nothing identifies a run.
 */
export function readVessel(
  written: WrittenVessel,
  where: Where,
  { findings }: ClaimContext,
): TransportRef | null {
  const imo = written.identity === null ? null : parseImo(written.identity);
  if (imo && !imo.ok && imo.problem === 'BAD_CHECK_DIGIT')
    findings.addOnce('BAD_CHECK_DIGIT', 'WARNING', where.at, written.identity, where.span);
  const callSign = written.identity !== null && written.isCallSign ? parseCallSign(written.identity) : null;
  const ship = transport({
    mode: written.mode,
    vesselImo: imo?.ok ? imo.value : null,
    callSign: callSign?.ok && !imo?.ok ? callSign.value : null,
    vesselName: written.name === null ? null : normaliseText(written.name).replace(/\s+/g, ' '),
    voyage: written.voyage === null ? null : normaliseText(written.voyage).replace(/\s+/g, ''),
  });
  return (ship.vesselImo ?? ship.callSign ?? ship.vesselName ?? ship.voyage) ? ship : null;
}
