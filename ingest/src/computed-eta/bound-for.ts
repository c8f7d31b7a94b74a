import type { Spot } from 'graph-schema/domain/eta/run-stops';
import type { Gazetteer } from 'graph-schema/domain/place';

/**
 * The port that a crew typed as destination: a UN/LOCODE as IMO SN.1/Circ.244 asks for, with or without blank, behind the port
 * of departure (`CN NGB>NL RTM`). Null for anything else: `ROTTERDAM`, `FOR ORDERS`.
 */
export function boundFor(destination: string | null, places: Gazetteer): Spot | null {
  const code = destination?.split('>').at(-1)?.replace(/\s/g, '').toUpperCase() ?? '';
  if (!/^[A-Z]{2}[A-Z2-9]{3}$/.test(code)) return null;
  const port = places.findLocode(code);
  if (port?.longitude == null || port.latitude === null || port.unLocode === null) return null;
  return { place: port.unLocode, position: [port.longitude, port.latitude] };
}
