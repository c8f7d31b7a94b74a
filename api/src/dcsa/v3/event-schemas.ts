import { z } from '@hono/zod-openapi';
import { FACILITY_LISTS, MODES } from '../vocabulary.ts';
import {
  CLASSIFIERS,
  DOCUMENT_TYPES,
  EQUIPMENT_TYPES,
  IOT_TYPES,
  REFERENCE_TYPES,
  SHIPMENT_TYPES,
  TRANSPORT_TYPES,
} from './vocabulary.ts';

// The events of DCSA Track and Trace 3.0.0 as far as the graph fills them. Strict, as those of version 2 are.

const dateTime = z.iso.datetime({ offset: true }).max(30);

const location = z
  .strictObject({
    locationName: z.string().max(100).optional(),
    UNLocationCode: z.string().length(5).optional(),
    facility: z
      .strictObject({ facilityCode: z.string().max(6), facilityCodeListProvider: z.enum(FACILITY_LISTS) })
      .optional()
      .openapi({ description: 'Without the UN/LOCODE.' }),
    geoCoordinate: z.strictObject({ latitude: z.string().max(20), longitude: z.string().max(20) }).optional(),
  })
  .openapi('Dcsa3Location');

const documentReference = z
  .strictObject({ type: z.enum(DOCUMENT_TYPES), reference: z.string().max(100) })
  .openapi('Dcsa3DocumentReference');

const shipmentDetails = z
  .strictObject({
    documentReference: documentReference
      .optional()
      .openapi({ description: 'Of a shipment event the paper that it is about.' }),
    additionalDocumentReferences: z.array(documentReference).min(1).optional(),
    shipmentReferences: z
      .array(z.strictObject({ type: z.enum(REFERENCE_TYPES), reference: z.string().max(100) }))
      .min(1)
      .optional(),
  })
  .openapi('Dcsa3ShipmentDetails');

const voyage = z.strictObject({ carrierVoyageNumber: z.string() });
const transportCall = z
  .strictObject({
    transportCallReference: z.string().openapi({ description: 'One ship, voyage and place have one.' }),
    modeOfTransport: z.enum(MODES),
    exportVoyageNumberOrReference: voyage.optional(),
    importVoyageNumberOrReference: voyage.optional(),
    vesselTransport: z
      .strictObject({
        vesselIMONumber: z
          .string()
          .regex(/^\d{7}$/)
          .optional(),
        vesselName: z.string().max(50).optional(),
        vesselCallSign: z.string().max(10).optional(),
      })
      .optional(),
    railTransport: z
      .strictObject({
        railCarReference: z.string().max(50).optional(),
        railServiceReference: z.string().max(50).optional(),
      })
      .optional(),
    truckTransport: z
      .strictObject({ tractorDetails: z.strictObject({ licensePlate: z.string().max(15) }) })
      .optional(),
  })
  .openapi('Dcsa3TransportCall');

const equipmentDetails = z
  .strictObject({
    equipmentReference: z.string().max(11),
    ISOEquipmentCode: z.string().length(4).optional(),
    emptyIndicator: z.enum(['EMPTY', 'LADEN']).optional(),
  })
  .openapi('Dcsa3EquipmentDetails');

const classifier = { eventClassifier: z.enum(CLASSIFIERS) };
const eventClassification = z
  .discriminatedUnion('eventType', [
    z.strictObject({
      eventType: z.literal('SHIPMENT'),
      ...classifier,
      shipmentEventType: z.enum(SHIPMENT_TYPES),
    }),
    z.strictObject({
      eventType: z.literal('TRANSPORT'),
      ...classifier,
      transportEventType: z.enum(TRANSPORT_TYPES),
    }),
    z.strictObject({
      eventType: z.literal('EQUIPMENT'),
      ...classifier,
      equipmentEventType: z.enum(EQUIPMENT_TYPES),
    }),
    z.strictObject({ eventType: z.literal('IOT'), ...classifier, iotEventType: z.enum(IOT_TYPES) }),
  ])
  .openapi('Dcsa3EventClassification');

export const dcsa3Event = z
  .strictObject({
    eventID: z.uuid().openapi({ description: 'The same as in version 2.' }),
    isRetracted: z.literal(true).optional().openapi({
      description:
        'It does not hold any more: discard all that was published under this id. Left out of what holds.',
    }),
    eventDateTime: dateTime.openapi({
      description: 'When it happened or is to happen, by the clock of the place.',
    }),
    eventUpdatedDateTime: dateTime.openapi({
      description: 'When this service first received it; of what is retracted, when it went. UTC.',
    }),
    eventLocation: location.optional(),
    reason: z.string().max(250).optional(),
    eventClassification,
    shipmentDetails: shipmentDetails.optional(),
    transportDetails: z
      .strictObject({ delayReasonCodes: z.array(z.string().max(3)).optional(), transportCall })
      .optional(),
    equipmentDetails: equipmentDetails.optional(),
  })
  .openapi('Dcsa3Event');

export type Dcsa3Event = z.infer<typeof dcsa3Event>;
export type Dcsa3Location = z.infer<typeof location>;
export type Dcsa3TransportCall = z.infer<typeof transportCall>;
export type Dcsa3Classification = z.infer<typeof eventClassification>;
export type Dcsa3DocumentReference = z.infer<typeof documentReference>;
export type Dcsa3ShipmentDetails = z.infer<typeof shipmentDetails>;
