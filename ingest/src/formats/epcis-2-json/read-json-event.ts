import type {
  EpcisEvent,
  EpcisQuantity,
  ErrorDeclaration,
  SensorReport,
  TypedUri,
} from '../../claims/epcis/epcis-event.ts';
import {
  asObject,
  asText,
  numberOf,
  objectsOf,
  textOf,
  textsOf,
  type JsonObject,
} from '../../syntax/json-fields.ts';

/** Puts the namespace for the prefix of a CURIE that the document itself declares; anything else as it is. */
export type ExpandCurie = (written: string | null) => string | null;

/** The event that a JSON object is. `type` may also be `isA` or `@type`, as in drafts of 2.0. */
export function readJsonEvent(event: JsonObject, expand: ExpandCurie): EpcisEvent {
  const typed = (list: unknown, name: string): TypedUri[] =>
    (Array.isArray(list) ? (list as unknown[]) : []).flatMap((item): TypedUri[] => {
      const object = asObject(item);
      const uri = object ? textOf(object, name, 'id') : asText(item);
      return uri === null ? [] : [{ type: expand(textOf(object, 'type')), uri }];
    });
  const error = asObject(event['errorDeclaration']);
  return {
    type: textOf(event, 'type', 'isA', '@type') ?? '',
    eventId: textOf(event, 'eventID', 'eventId'),
    eventTime: textOf(event, 'eventTime'),
    offset: textOf(event, 'eventTimeZoneOffset'),
    recordTime: textOf(event, 'recordTime'),
    action: textOf(event, 'action'),
    bizStep: expand(idOf(event['bizStep'])),
    disposition: expand(idOf(event['disposition'])),
    readPoint: idOf(event['readPoint']),
    bizLocation: idOf(event['bizLocation']),
    parent: textOf(event, 'parentID'),
    objects: ['epcList', 'childEPCs', 'inputEPCList', 'outputEPCList'].flatMap((name) =>
      textsOf(event[name]),
    ),
    quantities: quantitiesOf(event),
    transactions: typed(event['bizTransactionList'], 'bizTransaction'),
    sources: typed(event['sourceList'], 'source'),
    destinations: typed(event['destinationList'], 'destination'),
    reports: objectsOf(event['sensorElementList']).flatMap((element) =>
      objectsOf(element['sensorReport']).map((report) => reportOf(report, expand)),
    ),
    error: error && declarationOf(error),
  };
}

/** An id that stands as text or as `{ "id": … }`. */
function idOf(value: unknown): string | null {
  return asText(value) ?? textOf(asObject(value), 'id', '@id');
}

function quantitiesOf(event: JsonObject): EpcisQuantity[] {
  const lists = ['quantityList', 'childQuantityList', 'inputQuantityList', 'outputQuantityList'];
  // A QuantityEvent of 1.x has its one line in itself.
  return [
    ...(event['epcClass'] === undefined ? [] : [event]),
    ...lists.flatMap((name) => objectsOf(event[name])),
  ].map((line) => ({
    epcClass: textOf(line, 'epcClass'),
    quantity: numberOf(line, 'quantity'),
    uom: textOf(line, 'uom'),
  }));
}

function reportOf(report: JsonObject, expand: ExpandCurie): SensorReport {
  return {
    type: expand(textOf(report, 'type')),
    component: expand(textOf(report, 'component')),
    value: numberOf(report, 'value'),
    mean: numberOf(report, 'meanValue'),
    min: numberOf(report, 'minValue'),
    max: numberOf(report, 'maxValue'),
    uom: textOf(report, 'uom'),
    exception: expand(textOf(report, 'exception')),
  };
}

function declarationOf(error: JsonObject): ErrorDeclaration {
  return { declarationTime: textOf(error, 'declarationTime'), reason: textOf(error, 'reason') };
}
