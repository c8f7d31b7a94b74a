import type { EventCode } from 'graph-schema/domain/event-code';
import type { LoadState, TransportRef } from 'graph-schema/domain/tracking-event';
import type { DcsaTransportCall } from './event-schemas.ts';
import { nameUuid } from '../events/event-id.ts';
import { clip, type ToldPlace } from './location.ts';
import { MODES, wordOf } from './vocabulary.ts';

/** What happens to cargo that came on the ship: the voyage is the one on which she arrived. */
const INBOUND: ReadonlySet<EventCode> = new Set<EventCode>(['ARRIVED', 'DISCHARGED', 'STRIPPED']);

/** Null: nothing carried it that the standard has a word for (an aircraft), or nobody said what. */
export function tellCall(
  on: TransportRef | null,
  code: EventCode,
  loadState: LoadState | null,
  place: ToldPlace | null,
): DcsaTransportCall | null {
  const modeOfTransport = on && wordOf(MODES, on.mode);
  if (!on || !modeOfTransport) return null;
  const run = on.mode === 'RAIL' ? (on.train ?? on.voyage) : on.voyage;
  const isInbound = INBOUND.has(code) || (code === 'GATED_OUT' && loadState !== 'EMPTY');
  const voyage = run === null ? {} : { [isInbound ? 'importVoyageNumber' : 'exportVoyageNumber']: clip(run, 50) };
  const { vesselImo, vesselName, callSign } = on;
  const hasImo = vesselImo !== null && /^\d{7}$/.test(vesselImo);
  return {
    transportCallID: callIdOf(on, run, place),
    ...voyage,
    ...place?.ofCall,
    modeOfTransport,
    vessel: hasImo
      ? {
          vesselIMONumber: vesselImo,
          vesselName: vesselName === null ? undefined : clip(vesselName, 35),
          vesselCallSignNumber: callSign !== null && callSign.length <= 10 ? callSign : undefined,
        }
      : undefined,
  };
} // prettier-ignore

/** One call has one id, whatever happens at it: made from what calls, on which voyage, where. */
function callIdOf(on: TransportRef, run: string | null, place: ToldPlace | null): string {
  const means = on.vesselImo ?? on.vesselName ?? on.callSign ?? on.plate ?? on.wagon;
  const where = place?.ofCall.UNLocationCode ?? place?.eventLocation.locationName ?? null;
  return nameUuid(JSON.stringify(['call', on.mode, means, run, on.departureDate, where]));
}
