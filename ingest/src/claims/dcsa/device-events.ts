import { claim } from 'graph-schema/domain/claim';
import type { EventClassifier } from 'graph-schema/domain/event-code';
import type { Measurement, TrackingEvent } from 'graph-schema/domain/tracking-event';
import type { CodeList } from 'graph-schema/reference/code-list';
import { asObject, numberOf, objectsOf, textOf, type JsonObject } from '../../syntax/json-fields.ts';
import type { Where } from '../claim-context.ts';
import { namedDocuments } from './documents.ts';
import { canonical, equipmentOf, missing, placeOfEvent, timeOf } from './event-parts.ts';
import type { MessageReader } from './message-reader.ts';

/** What a device on a box noticed: `DETC+DRO` (what kind of event, and which), or one word in 3.0. */
export function iotEvents(
  event: JsonObject,
  classifier: EventClassifier,
  list: CodeList,
  reader: MessageReader,
  where: Where,
): TrackingEvent[] {
  const kind = textOf(event, 'iotEventTypeCode')?.toUpperCase() ?? null;
  const which = textOf(event, 'iotEventCode')?.toUpperCase() ?? null;
  const rawCode = which !== null && kind !== null && kind !== which ? `${kind}+${which}` : (which ?? kind);
  if (rawCode === null) return missing('iotEventTypeCode', reader, where);
  return deviceEvents(event, classifier, rawCode, list, [], reader, where);
}

export function reeferEvents(
  event: JsonObject,
  classifier: EventClassifier,
  list: CodeList,
  reader: MessageReader,
  where: Where,
): TrackingEvent[] {
  const rawCode = textOf(event, 'reeferEventTypeCode')?.toUpperCase() ?? null;
  if (rawCode === null) return missing('reeferEventTypeCode', reader, where);
  const measured = reeferMeasurements(asObject(event['reeferDetails']));
  return deviceEvents(event, classifier, rawCode, list, measured, reader, where);
}

function deviceEvents(
  event: JsonObject,
  classifier: EventClassifier,
  rawCode: string,
  list: CodeList,
  measurements: readonly Measurement[],
  reader: MessageReader,
  where: Where,
): TrackingEvent[] {
  const place = placeOfEvent(event, reader, where);
  const time = timeOf(event, place, reader, where);
  if (!time) return [];
  const equipment = equipmentOf(event, reader, where);
  if (!equipment) return missing('equipmentReference', reader, where);
  const code = canonical(list, rawCode, 'UNMAPPED_SENSOR', reader, where);
  const common = { code, classifier, time, place: place?.ref ?? null, equipment, measurements, rawCode };
  const { sets } = namedDocuments(event, null, reader, where);
  return sets.map((documents) => claim({ ...common, documents }));
}

const UNITS: Readonly<Record<string, string>> = { CEL: 'Cel', FAH: '[degF]', MQH: 'm3/h', FQH: '[cft_i]/h' };

/** Set points and what was measured: temperatures in the unit of the message, gases and humidity in per cent. */
function reeferMeasurements(reefer: JsonObject | null): Measurement[] {
  const written = textOf(reefer, 'temperatureUnit')?.toUpperCase() ?? null;
  const degrees = written === null ? null : (UNITS[written] ?? written);
  const one = (
    kind: Measurement['kind'],
    name: string | null,
    value: number | null,
    unit: string | null,
  ): Measurement[] => (value === null ? [] : [{ kind, name, value, unit }]);
  const probes = objectsOf(reefer?.['temperatureProbeMeasurements'])
    .slice(0, 50)
    .flatMap((probe) => {
      const label = textOf(probe, 'probeLabel', 'COAProbeUDMKey', 'USDAProbeNumber');
      return one(
        'TEMPERATURE',
        label === null ? 'probe' : `probe ${label}`,
        numberOf(probe, 'measuredTemperatureValue'),
        degrees,
      );
    });
  const parameters = (object: JsonObject | null, isSet: boolean): Measurement[] => {
    const kind = (measured: Measurement['kind']): Measurement['kind'] => (isSet ? 'SET_POINT' : measured);
    const air = textOf(object, 'airExchangeUnit');
    return [
      ...one(kind('HUMIDITY'), isSet ? 'humidity' : null, numberOf(object, 'humidityPercentage'), '%'),
      ...one(kind('O2'), isSet ? 'O2' : null, numberOf(object, 'o2Percentage'), '%'),
      ...one(kind('CO2'), isSet ? 'CO2' : null, numberOf(object, 'co2Percentage'), '%'),
      ...one(kind('OTHER'), 'air exchange', numberOf(object, 'airExchangeValue'), air && (UNITS[air] ?? air)),
    ];
  };
  return [
    ...one('SET_POINT', 'temperature', numberOf(reefer, 'internalSetpointTemperature'), degrees),
    ...probes,
    ...one('TEMPERATURE', 'ambient', numberOf(reefer, 'ambientMeasuredTemperature'), degrees),
    ...parameters(asObject(reefer?.['setpointParameters']), true),
    ...parameters(asObject(reefer?.['measuredParameters']), false),
  ];
}
