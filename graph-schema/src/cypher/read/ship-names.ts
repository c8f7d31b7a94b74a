import type { ShipName } from '../../domain/ship-names.ts';
import { statement } from '../statement.ts';

/** What ships said of themselves: names of those with one of these IMO numbers, and IMO numbers of all that bear a name. */
export const shipNames = statement<{ imos: string[]; names: string[] }, ShipName>(
  'shipNames',
  `CALL () {
  UNWIND $imos AS imo MATCH (m:TransportMeans {imo: imo}) WHERE m.name IS NOT NULL RETURN m.name AS name
  UNION
  UNWIND $names AS name RETURN name
}
MATCH (m:TransportMeans {name: name}) WHERE m.imo IS NOT NULL
RETURN DISTINCT m.imo AS imo, m.name AS name`,
);
