import { positionReport, type PositionReport } from 'graph-schema/domain/position';
import type { EventTime } from 'graph-schema/domain/tracking-event';
import { isOnBeijingTime } from 'graph-schema/codes/beijing-time';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { Where } from '../../claims/claim-context.ts';
import { wgs84FromBd09, wgs84FromGcj02, type LatLng } from '../../claims/cn-ports/gcj02.ts';
import type { PortContext } from '../../claims/cn-ports/interpret-named.ts';
import type { NamedRecord } from '../../claims/cn-ports/named-fields.ts';

const SYSTEMS = loadCodeList('truck-gps-json/coordinate-systems');
const TO_WGS84: Readonly<Record<string, (place: LatLng) => LatLng>> = {
  GCJ02: wgs84FromGcj02,
  BD09: wgs84FromBd09,
};

const KM_PER_NAUTICAL_MILE = 1.852;
/** JT/T 808 writes degrees as millionths and km/h as tenths; a gateway that passes one through passes both. */
const MILLIONTHS = 1e6;

/** Where the device was, in WGS 84; null without a position, with a finding where there should be one. */
export function readPosition(
  record: NamedRecord,
  subject: string,
  time: EventTime,
  where: Where,
  { findings }: PortContext,
): PositionReport | null {
  const written = degreesOf(record);
  if (!written) return null;
  const { isRaw } = written;
  if (!isOnEarth(written)) {
    const said = `${record.number('latitude')}, ${record.number('longitude')}`;
    findings.add('BAD_SYNTAX', 'ERROR', `${where.at}/latitude`, said, where.span);
    return null;
  }
  const { latitude: north, longitude: east } = toWgs84(record, written, where, findings);
  const speed = record.number('speed');
  const course = record.number('course');
  return positionReport({
    subject,
    at: time.instant,
    latitude: north,
    longitude: east,
    speedKnots: speed === null ? null : tenths((isRaw ? speed / 10 : speed) / KM_PER_NAUTICAL_MILE),
    courseDegrees: course === null || course < 0 || course > 360 ? null : course % 360,
  });
}

/** The coordinates as written, in degrees; null without a fix. */
function degreesOf(record: NamedRecord): (LatLng & { readonly isRaw: boolean }) | null {
  const [latitude, longitude] = [record.number('latitude'), record.number('longitude')];
  if (latitude === null || longitude === null || hasNoFix(record)) return null;
  const isRaw = Math.abs(latitude) > 180 && Number.isInteger(latitude) && Number.isInteger(longitude);
  const factor = isRaw ? MILLIONTHS : 1;
  return { latitude: latitude / factor, longitude: longitude / factor, isRaw };
}

function isOnEarth({ latitude, longitude }: LatLng): boolean {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
}

/** Beijing time where the device is in China; elsewhere platforms differ, and only their settings tell. */
export function zoneOf(record: NamedRecord): string | null {
  const written = degreesOf(record);
  if (!written || !isOnEarth(written)) return null;
  return isOnBeijingTime(written.latitude, written.longitude) ? 'Asia/Shanghai' : null;
}

/** Receivers that see no satellites report 0, 0. */
export function hasNoFix(record: NamedRecord): boolean {
  return record.number('latitude') === 0 && record.number('longitude') === 0;
}

/** Coordinates are WGS 84, as JT/T 808 has them, unless the message says otherwise. */
function toWgs84(
  record: NamedRecord,
  place: LatLng,
  where: Where,
  findings: PortContext['findings'],
): LatLng {
  const written = record.text('crs')?.normalize('NFKC').trim().toUpperCase() ?? null;
  if (written === null) return place;
  const system = SYSTEMS.find(written);
  if (!system) findings.unmapped(SYSTEMS, written, where.at, where.span);
  return TO_WGS84[system?.canonical ?? '']?.(place) ?? place;
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
