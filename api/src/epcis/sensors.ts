import type { Measurement } from 'graph-schema/domain/tracking-event';
import type { EpcisEvent, SensorReport } from './epcis-event.ts';

/** GS1 Web Vocabulary, measurement types. */
const TYPES: Readonly<Partial<Record<Measurement['kind'], string>>> = {
  TEMPERATURE: 'Temperature',
  HUMIDITY: 'RelativeHumidity',
  SHOCK: 'Acceleration',
  LIGHT: 'Illuminance',
  PRESSURE: 'Pressure',
};

/** UCUM as UN/CEFACT Rec 20, which is what the standard wants. */
const UNITS: Readonly<Record<string, string>> = { Cel: 'CEL', '[degF]': 'FAH', K: 'KEL', '%': 'P1', lx: 'LUX', Pa: 'PAL', hPa: 'A97', kPa: 'KPA', bar: 'BAR', 'm/s2': 'MSK', '[g]': 'K40' }; // prettier-ignore

/** What a device measured; of what the standard has no type for nothing. */
export function sensorElementsOf(measurements: readonly Measurement[]): EpcisEvent['sensorElementList'] {
  const sensorReport = measurements.flatMap(reportOf);
  return sensorReport.length > 0 ? [{ sensorReport }] : undefined;
}

function reportOf({ kind, name, value, unit }: Measurement): SensorReport[] {
  const type = TYPES[kind];
  if (!type) return [];
  const uom = unit === null ? undefined : UNITS[unit];
  // A unit that cannot be told would make the number another one.
  if (unit !== null && uom === undefined) return [];
  const statistic = name?.split(' ').at(-1);
  const field = statistic === 'mean' ? 'meanValue' : statistic === 'min' ? 'minValue' : statistic === 'max' ? 'maxValue' : 'value'; // prettier-ignore
  return [{ type, uom, [field]: value }];
}
