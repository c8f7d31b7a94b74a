import type { EpcisEvent, EpcisQuantity, SensorReport, TypedUri } from '../../claims/epcis/epcis-event.ts';
import { asText, numberOf } from '../../syntax/json-fields.ts';
import { findChild, findText, listChildren } from '../../syntax/xml-path.ts';
import type { XmlElement } from '../../syntax/xml.ts';

/** What 1.1 and 1.2 put inside `extension` and `baseExtension` stands in the event itself in 2.0. */
const WRAPPERS: ReadonlySet<string> = new Set(['extension', 'baseExtension']);

/** The event that an element is, in any version. */
export function readXmlEvent(element: XmlElement): EpcisEvent {
  const event: XmlElement = { ...element, children: unwrapped(element) };
  const error = findChild(event, 'errorDeclaration');
  return {
    type: event.name,
    eventId: findText(event, 'eventID'),
    eventTime: findText(event, 'eventTime'),
    offset: findText(event, 'eventTimeZoneOffset'),
    recordTime: findText(event, 'recordTime'),
    action: findText(event, 'action'),
    bizStep: findText(event, 'bizStep'),
    disposition: findText(event, 'disposition'),
    readPoint: findText(event, 'readPoint', 'id'),
    bizLocation: findText(event, 'bizLocation', 'id'),
    parent: findText(event, 'parentID'),
    objects: ['epcList', 'childEPCs', 'inputEPCList', 'outputEPCList'].flatMap((name) =>
      listChildren(findChild(event, name), 'epc').flatMap(({ text }) => (text === '' ? [] : [text])),
    ),
    quantities: quantitiesOf(event),
    transactions: typed(findChild(event, 'bizTransactionList'), 'bizTransaction'),
    sources: typed(findChild(event, 'sourceList'), 'source'),
    destinations: typed(findChild(event, 'destinationList'), 'destination'),
    reports: listChildren(findChild(event, 'sensorElementList'), 'sensorElement').flatMap((sensor) =>
      listChildren(sensor, 'sensorReport').map(reportOf),
    ),
    error: error && {
      declarationTime: findText(error, 'declarationTime'),
      reason: findText(error, 'reason'),
    },
  };
}

function unwrapped(element: XmlElement): XmlElement[] {
  const own = element.children.filter(({ name }) => !WRAPPERS.has(name));
  // The standard's own fields first: in an extension a sender may use the same names for something else.
  return [...own, ...element.children.filter(({ name }) => WRAPPERS.has(name)).flatMap(unwrapped)];
}

function typed(list: XmlElement | null, name: string): TypedUri[] {
  return listChildren(list, name).flatMap(({ text, attributes }) =>
    text === '' ? [] : [{ type: asText(attributes?.['type']), uri: text }],
  );
}

/** Quantity events of 1.0 and 1.1 have class and quantity in the event itself. */
function quantitiesOf(event: XmlElement): EpcisQuantity[] {
  const lists = ['quantityList', 'childQuantityList', 'inputQuantityList', 'outputQuantityList'];
  const lines = lists.flatMap((name) => listChildren(findChild(event, name), 'quantityElement'));
  return (event.name === 'QuantityEvent' ? [event] : lines).map((line) => ({
    epcClass: findText(line, 'epcClass'),
    quantity: numberOf({ quantity: findText(line, 'quantity') }, 'quantity'),
    uom: findText(line, 'uom'),
  }));
}

function reportOf({ attributes }: XmlElement): SensorReport {
  return {
    type: asText(attributes?.['type']),
    component: asText(attributes?.['component']),
    value: numberOf(attributes, 'value'),
    mean: numberOf(attributes, 'meanValue'),
    min: numberOf(attributes, 'minValue'),
    max: numberOf(attributes, 'maxValue'),
    uom: asText(attributes?.['uom']),
    exception: asText(attributes?.['exception']),
  };
}
