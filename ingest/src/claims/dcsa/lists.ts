import { USUAL_LISTS } from '../../syntax/json-records.ts';
import { loadCodeList, type CodeList } from 'graph-schema/reference/code-list';

/** The code lists of one version of the standard; null where it has no such events. */
export interface DcsaLists {
  readonly equipment: CodeList;
  readonly transport: CodeList;
  /** By document type and status: `TRD+ISSU`. */
  readonly shipment: CodeList;
  /** Schemes of the numbers behind document and reference types. */
  readonly references: CodeList;
  readonly iot: CodeList | null;
  readonly reefer: CodeList | null;
}

/** Of 3.0, whose names IoT, Port Call and Arrival Notice share. */
export const LISTS_3: DcsaLists = {
  equipment: loadCodeList('dcsa-tnt-3/equipment-event-types'),
  transport: loadCodeList('dcsa-tnt-3/transport-event-types'),
  shipment: loadCodeList('dcsa-tnt-3/shipment-events'),
  references: loadCodeList('dcsa-tnt-3/reference-types'),
  iot: loadCodeList('dcsa-iot-1/iot-events'),
  reefer: loadCodeList('dcsa-iot-1/reefer-events'),
};

/**
 * How senders pack events. The standard has a list, from 3.0 on `{ "events": [ … ] }`; gateways and clients that page
 * wrap it in names of their own. Nesting of an event is 4 (transportCall.location.address).
 */
export const EVENT_RECORDS = {
  maxDepth: 32,
  lists: [['events'], ...USUAL_LISTS],
} as const;
