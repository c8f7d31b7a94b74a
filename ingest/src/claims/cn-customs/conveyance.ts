import { parseImo } from 'graph-schema/codes/imo';
import { compactNumber, normaliseText } from 'graph-schema/codes/parsed';
import { transport } from 'graph-schema/domain/claim';
import type { TransportMode, TransportRef } from 'graph-schema/domain/tracking-event';
import { readWallClock } from '../../syntax/wall-clock.ts';
import { findChild, findText } from '../../syntax/xml-path.ts';
import type { XmlElement } from '../../syntax/xml.ts';
import { doubt, type CustomsScope } from './customs-scope.ts';

const CALL_SIGN = /^(?=.*[A-Z])[A-Z0-9]{3,7}$/i;

/** The ship, flight, train or truck of the message; null when it names none. */
export function readConveyance(
  of: XmlElement | null,
  mode: TransportMode,
  scope: CustomsScope,
): TransportRef | null {
  const means = findChild(of, 'BorderTransportMeans');
  const id = findText(means, 'ID');
  const journey = findText(means, 'JourneyID') ?? findText(means, 'Itinerary', 'ID');
  if (!id && !journey) return null;
  if (mode === 'AIR') return readFlight(journey ?? id ?? '');
  if (mode === 'RAIL') return transport({ mode, train: compactNumber(journey ?? id ?? '') || null });
  if (mode === 'TRUCK') return transport({ mode, plate: id && compactNumber(id), voyage: journey });
  const imo = id ? parseImo(id) : null;
  // `CN` and nine digits are the numbers of Chinese ships without an IMO number: not wrong, only another register.
  if (id && imo && !imo.ok && /^(?:UN|IMO)?\d/i.test(id)) doubt(scope, imo, 'BorderTransportMeans/ID', id);
  return transport({
    mode,
    vesselImo: imo?.ok ? imo.value : null,
    vesselName: findText(means, 'Name')?.toUpperCase() ?? null,
    callSign: imo && !imo.ok && id && CALL_SIGN.test(id) ? normaliseText(id) : null,
    voyage: journey && normaliseText(journey),
  });
}

/** `CA981/20261121`: flight and its local date. */
function readFlight(journey: string): TransportRef {
  const [flight = '', day = ''] = journey.split('/');
  const date = readWallClock(day)?.local.slice(0, 10) ?? null;
  return transport({ mode: 'AIR', flight: compactNumber(flight) || null, departureDate: date });
}
