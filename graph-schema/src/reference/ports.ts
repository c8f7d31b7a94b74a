import { numberOrNull, readTable, textOrNull } from './table-file.ts';

export interface PortRow {
  readonly code: string;
  readonly name: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly zone: string | null;
}

export function readPorts(directory: string): PortRow[] {
  const columns = ['code', 'name', 'latitude', 'longitude', 'zone'];
  return readTable(directory, 'ports', columns).map(([code = '', name = '', latitude, longitude, zone]) => ({
    code,
    name,
    latitude: numberOrNull(latitude),
    longitude: numberOrNull(longitude),
    zone: textOrNull(zone),
  }));
}
