import { z } from '@hono/zod-openapi';
import {
  CLASSIFIERS,
  DOCUMENT_REFERENCE_TYPES,
  DOCUMENT_TYPES,
  EQUIPMENT_CODES,
  FACILITY_LISTS,
  MODES,
  REFERENCE_TYPES,
  SHIPMENT_CODES,
  TRANSPORT_CODES,
} from './vocabulary.ts';

// The events of DCSA Track and Trace 2.2.0 as far as the graph fills them. Strict: a test holds every event against them, so
// that nothing is told under a name that the standard does not have.

const dateTime = z.iso.datetime({ offset: true });
const voyage = z.string().max(50);
const unLocode = z.string().length(5);
const facility = {
  facilityCode: z.string().min(1).max(6).optional().openapi({ description: 'Without the UN/LOCODE.' }),
  facilityCodeListProvider: z.enum(FACILITY_LISTS).optional(),
};

const location = z
  .strictObject({
    locationName: z.string().max(100).optional(),
    latitude: z.string().max(10).optional(),
    longitude: z.string().max(11).optional(),
    UNLocationCode: unLocode.optional(),
    ...facility,
  })
  .openapi('DcsaLocation');

const transportCall = z
  .strictObject({
    transportCallID: z.string().max(100).openapi({ description: 'One ship, voyage and place have one.' }),
    exportVoyageNumber: voyage.optional().openapi({ description: 'Voyage or train on which it leaves.' }),
    importVoyageNumber: voyage.optional().openapi({ description: 'Voyage or train on which it came.' }),
    UNLocationCode: unLocode.optional(),
    ...facility,
    otherFacility: z.string().max(50).optional(),
    modeOfTransport: z.enum(MODES),
    location: location.optional(),
    vessel: z
      .strictObject({
        vesselIMONumber: z.string().regex(/^\d{7}$/),
        vesselName: z.string().max(35).optional(),
        vesselCallSignNumber: z.string().max(10).optional(),
      })
      .optional(),
  })
  .openapi('DcsaTransportCall');

const base = {
  eventID: z.uuid().openapi({ description: 'One claim on one shipment has one, at any time.' }),
  eventCreatedDateTime: dateTime.openapi({ description: 'When this service first received it. UTC.' }),
  eventDateTime: dateTime.openapi({
    description: 'When it happened or is to happen, by the clock of the place.',
  }),
  eventClassifierCode: z.enum(CLASSIFIERS),
  documentReferences: z
    .array(
      z.strictObject({
        documentReferenceType: z.enum(DOCUMENT_REFERENCE_TYPES),
        documentReferenceValue: z.string(),
      }),
    )
    .optional()
    .openapi({ description: 'Booking and transport document of the shipment on which it shows.' }),
  references: z
    .array(z.strictObject({ referenceType: z.enum(REFERENCE_TYPES), referenceValue: z.string().max(100) }))
    .optional(),
};

const shipmentEvent = z
  .strictObject({
    ...base,
    eventType: z.literal('SHIPMENT'),
    shipmentEventTypeCode: z.enum(SHIPMENT_CODES),
    documentTypeCode: z.enum(DOCUMENT_TYPES),
    documentID: z.string().min(1),
    reason: z.string().optional(),
  })
  .openapi('DcsaShipmentEvent');

const transportEvent = z
  .strictObject({
    ...base,
    eventType: z.literal('TRANSPORT'),
    transportEventTypeCode: z.enum(TRANSPORT_CODES),
    delayReasonCode: z.string().max(3).optional(),
    changeRemark: z.string().max(250).optional(),
    transportCall,
  })
  .openapi('DcsaTransportEvent');

const equipmentEvent = z
  .strictObject({
    ...base,
    eventType: z.literal('EQUIPMENT'),
    equipmentEventTypeCode: z.enum(EQUIPMENT_CODES),
    equipmentReference: z.string().max(15),
    ISOEquipmentCode: z.string().max(4).optional(),
    emptyIndicatorCode: z.enum(['EMPTY', 'LADEN']),
    eventLocation: location.optional(),
    transportCall: transportCall.optional(),
  })
  .openapi('DcsaEquipmentEvent');

export const dcsaEvent = z
  .discriminatedUnion('eventType', [shipmentEvent, transportEvent, equipmentEvent])
  .openapi('DcsaEvent');

export type DcsaLocation = z.infer<typeof location>;
export type DcsaTransportCall = z.infer<typeof transportCall>;
export type DcsaShipmentEvent = z.infer<typeof shipmentEvent>;
export type DcsaTransportEvent = z.infer<typeof transportEvent>;
export type DcsaEquipmentEvent = z.infer<typeof equipmentEvent>;
export type DcsaEvent = DcsaShipmentEvent | DcsaTransportEvent | DcsaEquipmentEvent;
