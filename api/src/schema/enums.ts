import type { EventClassifier } from 'graph-schema/domain/event-code';
import type { IdentifierScheme } from 'graph-schema/domain/identifier';
import { builder } from '../builder.ts';

/** An enumeration with what each value means, for whoever reads the schema. */
function named<K extends string>(name: string, description: string, meanings: Readonly<Record<K, string>>) {
  const values = Object.fromEntries(
    Object.entries<string>(meanings).map(([value, meaning]) => [value, { value, description: meaning }]),
  ) as { [P in K]: { value: P; description: string } };
  return builder.enumType(name, { description, values });
}

export const IdentifierSchemeEnum = named('IdentifierScheme', 'What kind of number it is.', {
  CONTAINER: 'Freight container 箱号, ISO 6346.',
  MASTER_BILL: 'Master or ocean bill of lading 主提单, with its SCAC where the carrier writes one.',
  HOUSE_BILL: 'House bill of lading 分提单.',
  AWB: 'Air waybill 航空主运单, with its dash.',
  HAWB: 'House air waybill 航空分运单.',
  RAIL_NOTE: 'Rail consignment note 铁路运单: China Railway, SMGS or CIM.',
  BOOKING: 'Booking reference of a carrier 订舱号.',
  DECLARATION: 'China customs declaration 报关单号, 18 digits.',
  TRANSIT: 'China customs transit 转关单号.',
  MANIFEST: 'China customs manifest message 舱单.',
  MRN: 'EU movement reference number.',
  CERTIFICATE: 'Permit or certificate 许可证、证书.',
  GATE_PASS: 'Gate pass 核放单.',
  ROAD_NOTE: 'Road waybill: CMR, waybill or pro number.',
  DELIVERY_ORDER: 'Delivery order 提货单.',
  EIR: 'Equipment interchange receipt 设备交接单.',
  REFERENCE: 'Purchase order or another free reference of a trader.',
  SEAL: 'Seal number 封号.',
  SSCC: 'GS1 serial shipping container code.',
  ULD: 'Unit load device of an aircraft.',
  WAGON: 'Rail wagon 车号.',
  VESSEL: 'Ship, by its IMO number.',
  MMSI: 'Ship station, by its MMSI.',
  VOYAGE: 'One sailing: ship and voyage number.',
  TRAIN_RUN: 'One run of a train: number and departure date.',
  FLIGHT: 'One flight: number and local departure date.',
  TRUCK: 'Truck, by its plate.',
  TRAILER: 'Trailer or chassis.',
  AIRCRAFT: 'Aircraft, by its registration.',
  ITEM: 'One thing with a key of its own: an EPC URI, a device.',
} satisfies Record<IdentifierScheme, string>);

export const DimensionEnum = named('Dimension', 'The line that a milestone is drawn on.', {
  LOGISTICS: 'The cargo.',
  DOCUMENT: 'Its papers.',
  SENSOR: 'What a device on or around it noticed; drawn on neither line.',
});

export const ClassifierEnum = named('EventClassifier', 'DCSA event classifier. Only ACTUAL has happened.', {
  PLANNED: 'In the schedule.',
  ESTIMATED: 'Expected by somebody, as of now.',
  ACTUAL: 'Has happened.',
  REQUESTED: 'Asked for.',
} satisfies Record<EventClassifier, string>);

export const LoadStateEnum = named('LoadState', 'What is in the box.', {
  EMPTY: 'Nothing 空.',
  FULL: 'Cargo 重.',
  LCL: 'Cargo of several consignments 拼箱.',
});

export const ZoneSourceEnum = named('ZoneSource', 'How the time zone of a reported wall clock was known.', {
  EXPLICIT: 'The message says it.',
  FACILITY: 'It is the zone of the terminal or yard.',
  PLACE: 'It is the zone of the place.',
  SENDER_DEFAULT: 'It is the sender’s: the place gives none.',
});

export const TimePrecisionEnum = named('TimePrecision', 'How exactly the time was reported.', {
  MINUTE: 'To the minute.',
  DAY: 'The day alone: the time of day is unknown.',
});

export const TransportModeEnum = named('TransportMode', 'Mode of transport.', {
  VESSEL: 'Sea-going ship.',
  BARGE: 'Inland or feeder barge.',
  RAIL: 'Train.',
  AIR: 'Aircraft.',
  TRUCK: 'Truck.',
});

export const LegStateEnum = named('LegState', 'How far a leg is, by actual milestones.', {
  PLANNED: 'Not begun.',
  UNDERWAY: 'Left, not yet arrived.',
  DONE: 'Arrived.',
});

export const PhaseEnum = named('Phase', 'Where in its life the cargo is, by actual milestones only.', {
  BOOKED: 'Announced; nothing has moved.',
  PRE_CARRIAGE: 'On its way to where the main carriage begins.',
  AT_ORIGIN: 'Where the main carriage begins.',
  IN_TRANSIT: 'On the main carriage, or at least a part of it.',
  AT_TRANSSHIPMENT: 'Between two carriages.',
  AT_DESTINATION: 'Where the carriage ends, as far as anyone has said.',
  ON_CARRIAGE: 'On its way from where the main carriage ended.',
  DELIVERED: 'Handed over or unpacked.',
  COMPLETED: 'The empty box is back.',
  UNKNOWN: 'Nothing is known but the number.',
});

export const StepBasisEnum = named('StepBasis', 'On what an expectation rests.', {
  PLANNED: 'A schedule.',
  ESTIMATED: 'An estimate.',
  USUAL_ORDER: 'The usual order of things: nobody announced it.',
});

export const CheckDigitEnum = named('CheckDigit', 'Whether the number passes its check digit.', {
  PASS: 'It does.',
  FAIL: 'It does not: probably a typing error.',
  NONE: 'This kind of number has none.',
});

export const RelationEnum = named('Relation', 'How another shipment is related.', {
  MASTER: 'It is the master of this house.',
  HOUSE: 'It is a house of this master.',
});

export const PathStateEnum = named('PathState', 'Which side of the cargo a stretch lies on.', {
  TRAVELLED: 'Behind it.',
  PLANNED: 'Ahead of it.',
});

export const PathBasisEnum = named('PathBasis', 'What a line on the map follows.', {
  TRACK: 'Reported positions.',
  NETWORK: 'Sea lanes, or the chain of stations.',
  GREAT_CIRCLE: 'The great circle.',
  STRAIGHT: 'Nothing: a straight and approximate line.',
});

export const StopKindEnum = named('StopKind', 'What a stop on the map is.', {
  ORIGIN: 'Where the carriage begins.',
  TRANSSHIPMENT: 'From ship to ship, or flight to flight.',
  STOP: 'Another change on the way.',
  DESTINATION: 'Where it ends, as far as anyone has said.',
});

export const PositionBasisEnum = named('PositionBasis', 'How a position is known.', {
  REPORTED: 'Reported by the means of transport.',
  INTERPOLATED: 'Reckoned between told places, by time.',
});
