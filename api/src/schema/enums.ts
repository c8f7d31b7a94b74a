import type { ParkReason } from 'graph-schema/domain/cycle-parking';
import type { EventClassifier } from 'graph-schema/domain/event-code';
import type { StopKind } from 'graph-schema/domain/eta/predict-way';
import type { EtaReason } from 'graph-schema/domain/eta/change';
import type { EtaPartKind } from 'graph-schema/domain/eta/what-moved';
import type { OddsBasis } from 'graph-schema/domain/exceptions/connection-odds';
import type { Actor, ExceptionKind, Severity } from 'graph-schema/domain/exceptions/exception';
import type { FreeTimeBasis, FreeTimeKind } from 'graph-schema/domain/free-time/free-time-clock';
import type { IdentifierScheme } from 'graph-schema/domain/identifier';
import type { Routing } from 'graph-schema/domain/journey/deviation';
import type { Basis } from 'graph-schema/domain/journey/expectation';
import type { TrackedMeans } from 'graph-schema/domain/whereabouts/tracker';
import type {
  Presence,
  ProofNode,
  ProofState,
  Readiness,
  Regime,
} from 'graph-schema/domain/release/readiness';
import { builder } from '../builder.ts';

/** An enumeration with what each value means, for whoever reads the schema. */
export function named<K extends string>(
  name: string,
  description: string,
  meanings: Readonly<Record<K, string>>,
) {
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
  CANCELLED: 'Its booking was cancelled or refused, or its bill is void, before anything moved.',
  UNKNOWN: 'Nothing is known but the number.',
});

export const StepBasisEnum = named('StepBasis', 'On what an expectation rests.', {
  PLANNED: 'A schedule.',
  ESTIMATED: 'An estimate.',
  COMPUTED: 'Reckoned by this service; nobody told it.',
  USUAL_ORDER: 'The usual order of things: nobody announced it.',
} satisfies Record<Basis, string>);

export const EtaStopKindEnum = named('EtaStopKind', 'Why a ship or train stops.', {
  CALL: 'A port of call, or a station where the train is worked on.',
  CANAL: 'The queue and convoy of a canal.',
  GAUGE_CHANGE: 'Boxes go over to wagons of another gauge 换装.',
  ARRIVAL: 'The end: roads and anchorage until alongside, or the yard of the station.',
} satisfies Record<StopKind, string>);

export const EtaReasonEnum = named('EtaReason', 'Why another ETA took the place of the one before.', {
  FIRST: 'The first that was told.',
  OVER_THRESHOLD: 'Its source moved it by so much that it counts at once.',
  CONFIRMED: 'Moved by little, and said again later or by somebody else.',
  REPLANNED: 'The schedule itself was changed.',
  BETTER_SOURCE: 'A source whose word counts before.',
  BETTER_KIND:
    'An estimate in place of a plan, an arrival in place of a discharge, a time in place of a day.',
  FRESHER_SOURCE: 'The source before has been silent for long.',
  OVERDUE: 'The one before has passed, and it has not arrived.',
  PLACE: 'Another port.',
  RUN: 'Another ship, train or flight.',
} satisfies Record<EtaReason, string>);

export const EtaPartKindEnum = named('EtaPartKind', 'What a computed arrival moved by.', {
  PACE: 'It is reckoned to go slower or faster on what is left.',
  STOP_ADDED: 'It stops where it was not expected to.',
  STOP_LEFT_OUT: 'It no longer stops where it was expected to.',
  STAY: 'It is reckoned to stop longer or shorter.',
  ON_THE_WAY:
    'All else: way made faster or slower than reckoned, stops that are over, a longer or shorter way.',
} satisfies Record<EtaPartKind, string>);

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
  REPORTED: 'Reported lately enough to say where it is now.',
  LAST_SEEN: 'Reported too long ago for that: it was there, and may be elsewhere.',
  INTERPOLATED: 'Reckoned by time, between where it was told or seen last and where it is to arrive.',
});

export const TrackedMeansEnum = named('TrackedMeans', 'Whose position it is.', {
  VESSEL: 'The ship, by AIS.',
  BARGE: 'The barge, by AIS.',
  AIRCRAFT: 'The aircraft of the flight, by ADS-B.',
  TRAIN: 'The train.',
  WAGON: 'The wagon that the box stands on.',
  TRUCK: 'The truck that took the box and did not hand it over.',
  CONTAINER: 'The box itself, by a device on it or with it.',
} satisfies Record<TrackedMeans, string>);

export const ExceptionKindEnum = named('ExceptionKind', 'What can go wrong with a cargo.', {
  ROLLED: 'Left behind for a later ship 甩柜、落装.',
  WRONG_PLACE: 'Discharged where nobody planned it 错卸.',
  DWELL_OVER_LIMIT: 'Lies at one place longer than it should 滞留超期.',
  CUSTOMS_STUCK: 'A hold or a duty of customs lasts 海关未放行.',
  INSPECTION_OVERDUE:
    'Ordered by customs or quarantine, and no result in the working time that it may take 查验、检疫逾期.',
  TRANSIT_OVERDUE: 'Not arrived under customs transit in the time set for it 转关逾期.',
  LAST_FREE_DAY: 'Free time ends, or has ended, and the box is still there 免费期将到.',
  CUT_OFF_AT_RISK: 'A cut-off comes, or has passed, and what it asks for is not done 截港、截单.',
  SEAL_CHANGED: 'Another seal than before, and nobody says that it was opened 封志不符.',
  PORT_OMITTED: 'A ship leaves out a port where the cargo was to be loaded or to come off 甩港.',
  RETURNED_UNSHIPPED: 'Taken back from the terminal and emptied before it sailed 退关.',
  MISSED_CONNECTION:
    'The next carriage leaves before the cargo can be there (of: AT_RISK), or has (MISSED) 中转脱班.',
  STEP_OVERDUE: 'The next step was announced for a time that passed without word of it 节点逾期.',
  DOCUMENT_MISMATCH:
    'Papers of one cargo do not agree 三单不符; of: PIECES, GROSS_WEIGHT, CONTAINERS, SEALS, CONSIGNEE.',
  REEFER_OUT_OF_RANGE: 'Warmer or colder in the box than was ordered 冷藏箱超温.',
  SILENT_SOURCE:
    'A source that would tell of it has not been heard for too long 数据源失联; of: the kind of source.',
  ROUTE_DEVIATION: 'Its ship calls where its schedule knows nothing of 偏离航线.',
} satisfies Record<ExceptionKind, string>);

export const OddsBasisEnum = named('OddsBasis', 'On what the odds of a connection rest.', {
  HOUSE_BAND: 'The told arrival, and how far such words are usually off.',
  PAST_ERRORS: 'The told arrival, and the past errors of who tells it.',
  ARRIVED: 'It has come.',
  PASSED: 'The last moment has passed, and it has not come.',
} satisfies Record<OddsBasis, string>);

export const FreeTimeKindEnum = named('FreeTimeKind', 'What begins to cost when free time is over.', {
  DEMURRAGE: 'Full, within the terminal 滞期费.',
  DETENTION: 'Out of the terminal and not back empty 滞箱费、超期用箱费.',
  STORAGE: 'The terminal’s own charge for the ground 堆存费.',
  GENERAL_ORDER: 'Not entered in time: customs take it into a warehouse (US).',
} satisfies Record<FreeTimeKind, string>);

export const FreeTimeBasisEnum = named('FreeTimeBasis', 'Who set a free time.', {
  ARRIVAL_NOTICE: 'The carrier or its agent told it.',
  TERMINAL: 'The terminal told it.',
  TARIFF: 'Counted by a tariff from a move of the box.',
} satisfies Record<FreeTimeBasis, string>);

export const RoutingEnum = named('Routing', 'Whether the cargo goes as somebody planned it.', {
  ON_ROUTE: 'It does.',
  MISDIRECTED: 'It came off where nobody planned it, and nothing tells how it goes on.',
  NO_PLAN: 'Nobody announced any of its carriage.',
} satisfies Record<Routing, string>);

export const SeverityEnum = named('Severity', 'How grave it is.', {
  INFO: 'To know.',
  WARNING: 'Somebody should act.',
  CRITICAL: 'It costs already, or stops the cargo for good.',
} satisfies Record<Severity, string>);

export const ActorEnum = named('Actor', 'Who has to act.', {
  CARRIER: 'The ocean carrier or its agent 船公司、船代.',
  TERMINAL: 'The terminal or place where it lies 码头、场站.',
  CUSTOMS: 'Customs or quarantine 海关.',
  DECLARANT: 'Who declares for the trader 报关行、申报人.',
  FORWARDER: 'The forwarder 货代.',
  RAILWAY: 'The railway 铁路.',
  AIRLINE: 'The airline or its agent 航空公司、货站.',
  CONSIGNEE: 'The receiver 收货人.',
  CONSIGNOR: 'The sender 发货人.',
  OPERATOR: 'Who runs this service 平台运营.',
} satisfies Record<Actor, string>);

export const RegimeEnum = named('Regime', 'Why customs must let it go.', {
  IMPORT: 'To enter the country 进口.',
  EXPORT: 'To leave it 出口.',
  TRANSIT: 'To travel on within it under customs’ seal 转关、过境.',
  EXPORT_TRANSIT: 'To travel under customs’ seal to the port where it leaves it 出口转关.',
} satisfies Record<Regime, string>);

export const PresenceEnum = named('Presence', 'Whether a cargo is at a place.', {
  NOT_YET: 'It has not come, as far as anybody told.',
  ALONGSIDE: 'What carries it has come, and nobody told that it is off.',
  THERE: 'It is there.',
  LEFT: 'It is gone from there.',
} satisfies Record<Presence, string>);

export const VerdictEnum = named('ReleaseVerdict', 'Whether a box may leave a place.', {
  READY: 'All that is needed is told.',
  NOT_READY: 'Something that is needed is missing, or somebody stops it.',
  UNKNOWN: 'Too little is told, above all nothing of customs.',
  LEFT: 'It is gone from there.',
} satisfies Record<Readiness['verdict'], string>);

export const ProofKindEnum = named('ProofKind', 'A condition of release.', {
  ALL: 'All of them.',
  MANIFEST: 'The manifest 舱单 is accepted.',
  ARRIVAL_REPORT: 'The place told customs that the goods are there 运抵报告.',
  QUARANTINE: 'Quarantine 检疫 is passed.',
  HOLDS: 'Nobody stops it: inspection 布控查验, detention 扣留, holds of terminal or carrier.',
  DUTY: 'Duty and taxes 税费 are paid.',
  DECLARATION: 'Customs released the declaration 报关单放行.',
  FULL_DECLARATION: 'The second step of a two-step declaration 两步申报, owed after the goods may leave.',
  TRANSIT: 'Customs released the transit 转关放行.',
  CARRIER_RELEASE: 'The carrier lets it go 换单、电放.',
  DELIVERY_ORDER: 'The delivery order 提货单、小提单 is issued.',
  FEES: 'Freight, port charges and the interchange receipt 费用、设备交接单 are settled.',
  TERMINAL: 'It is there and can be handed out 码头可提.',
} satisfies Record<ProofNode['kind'], string>);

export const ProofStateEnum = named('ProofState', 'How a condition stands.', {
  MET: 'Somebody told that it is done, or told what cannot be without it.',
  NOT_MET: 'It is needed, and nobody has told that it is done.',
  BLOCKED: 'Somebody refused it or stopped the cargo.',
  UNKNOWN: 'It is needed, and nothing is told from which it could be seen.',
  NOT_NEEDED: 'This country does not have it, or nobody called for it.',
} satisfies Record<ProofState, string>);

export const ParkReasonEnum = named('ParkReason', 'Why a statement about a box shows on no journey.', {
  BETWEEN_CYCLES: 'It lies between an empty return and the next empty pick-up.',
  NO_BOUNDARY: 'It names no document, and no gate move says which trip it belongs to.',
  NO_CYCLE: 'An estimate or a paper that fits no trip.',
  CONTRADICTED: 'What else is told of the box speaks against it: it cannot have happened there and then.',
} satisfies Record<ParkReason, string>);
