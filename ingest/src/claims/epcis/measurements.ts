import type { Measurement } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { SensorReport } from './epcis-event.ts';
import { termOf } from './vocabulary.ts';

const KINDS = loadCodeList('epcis/measurement-types');
const UNITS = loadCodeList('uncefact/rec-20-units');
const MOST = 500;

/** Sensor reports with numbers as measurements: the value, else the mean, else the extremes by name. Units as UCUM. */
export function readMeasurements(reports: readonly SensorReport[]): Measurement[] {
  return reports.slice(0, MOST).flatMap((report) => {
    const type = report.type === null ? null : termOf(report.type);
    const kind = ((type && KINDS.find(type)?.canonical) ?? 'OTHER') as Measurement['kind'];
    const unit = report.uom === null ? null : (UNITS.find(report.uom)?.canonical ?? report.uom);
    const component = report.component === null ? null : termOf(report.component);
    const nameOf = (statistic: string | null): string | null =>
      [kind === 'OTHER' ? type : null, component, statistic].filter((part) => part !== null).join(' ') ||
      null;
    const one = (value: number, statistic: string | null): Measurement[] => [
      { kind, name: nameOf(statistic), value, unit },
    ];
    if (report.value !== null) return one(report.value, null);
    if (report.mean !== null) return one(report.mean, 'mean');
    return [
      ...(report.min === null ? [] : one(report.min, 'min')),
      ...(report.max === null ? [] : one(report.max, 'max')),
    ];
  });
}
