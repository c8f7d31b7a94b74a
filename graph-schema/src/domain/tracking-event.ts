import type { EventClassifier, EventCode } from './event-code.ts';
import type { CargoDocumentScheme } from './identifier.ts';

/** How the time zone of a reported wall clock was known (design: "Time"). */
export type ZoneSource = 'EXPLICIT' | 'FACILITY' | 'PLACE' | 'SENDER_DEFAULT';

/** When it happened. An instant is always UTC; the reported wall clock is kept beside it. */
export interface EventTime {
  /** ISO 8601 UTC to the second, `2026-11-21T01:28:00Z`. For `DAY` precision: local midnight, in UTC. */
  readonly instant: string;
  /** Wall clock as reported, `2026-11-21T09:28:00`, without offset. */
  readonly local: string;
  /** IANA zone (`Asia/Shanghai`) or fixed offset (`+08:00`) that `local` is read in. */
  readonly zone: string;
  readonly zoneSource: ZoneSource;
  readonly precision: 'MINUTE' | 'DAY';
}

/**
 * Scheme of a facility code: who issued the code. GLN: GS1, for warehouses and plants of traders. EU_CUSTOMS: customs office
 * reference number, two letters of the country and six characters.
 */
export type FacilityScheme =
  'SMDG' | 'BIC' | 'LOCAL' | 'CN_CUSTOMS_SITE' | 'EU_CUSTOMS' | 'RAIL_STATION' | 'IATA' | 'GLN';

/** Where it happened. All fields may be null at once only when `raw` says what was received. */
export interface PlaceRef {
  /** UN/LOCODE, five characters, or null when the place could not be resolved. */
  readonly unLocode: string | null;
  readonly facility: { readonly scheme: FacilityScheme; readonly code: string } | null;
  /** Four-digit customs office 关区 code. */
  readonly customsOffice: string | null;
  /** Rail station code of `graph-schema/data/rail-stations.tsv`. */
  readonly railStation: string | null;
  /** Text as received, for what no table knows. */
  readonly raw: string | null;
  /** Berth at the terminal, as people there call it (`codes/berth.ts`): `4`, `N2`. */
  readonly berth: string | null;
}

export type TransportMode = 'VESSEL' | 'BARGE' | 'RAIL' | 'AIR' | 'TRUCK';
export type LoadState = 'EMPTY' | 'FULL' | 'LCL';

/** A container, wagon, ULD or another unit that the event happened to. */
export interface EquipmentRef {
  /** `SSCC`: a logistic unit (pallet, parcel); `ITEM`: anything else with a key of its own. */
  readonly kind: 'CONTAINER' | 'WAGON' | 'ULD' | 'TRAILER' | 'TRUCK' | 'SSCC' | 'ITEM';
  /** Normalised number; a container whose check digit fails is kept as written and raised as an issue. */
  readonly reference: string;
  /** ISO 6346 size-type, four characters, or null. */
  readonly sizeType: string | null;
  readonly seals: readonly string[];
}

/** What carried it, as far as the message says. Unknown is null. */
export interface TransportRef {
  readonly mode: TransportMode;
  readonly vesselImo: string | null;
  readonly vesselName: string | null;
  readonly callSign: string | null;
  readonly voyage: string | null;
  /** Carrier + number without blanks: `CA981`. */
  readonly flight: string | null;
  readonly train: string | null;
  /** Local departure date of flight or train run, `YYYY-MM-DD`. */
  readonly departureDate: string | null;
  readonly wagon: string | null;
  readonly plate: string | null;
  /** Of the aircraft, without the dash: `LXVCK`. */
  readonly registration: string | null;
}

/** A document that the claim names. */
export interface DocumentRef {
  readonly scheme: CargoDocumentScheme;
  /** Normalised number (see `identifier.ts`). */
  readonly number: string;
  /** SCAC, airline prefix, customs office or sender that issued it, when known. */
  readonly issuer: string | null;
  /** The field it stood in as the sender calls it: `BM`, `BN`, `提运单号`. */
  readonly declaredAs: string | null;
}

export interface Quantity {
  readonly pieces: number | null;
  readonly grossKg: number | null;
  /** Pieces of the whole consignment where this is a part of it (air split shipments), else null. */
  readonly ofPieces: number | null;
}

/** What somebody is to the cargo, as the document that names them has it; who sends and receives it first. */
export const PARTY_ROLES = [
  'CONSIGNOR',
  'CONSIGNEE',
  'NOTIFY',
  'BUYER',
  'SELLER',
  'CARRIER',
  'FORWARDER',
  'DECLARANT',
  'AGENT',
  'TERMINAL',
  'WAREHOUSE',
  'AUTHORITY',
  'OTHER',
] as const;
export type PartyRole = (typeof PARTY_ROLES)[number];

/** A party that a document names. A name alone identifies nobody: only `id` does, and only as far as its source is trusted. */
export interface PartyRef {
  readonly role: PartyRole;
  readonly name: string | null;
  /** `scheme`: USCC, EORI, SCAC, DUNS, GLN, CN_CUSTOMS (ten-digit 海关编码), IATA_AGENT …, or LOCAL for the sender's own code. */
  readonly id: { readonly scheme: string; readonly code: string } | null;
}

/** A line of goods as a document describes it. Unknown is null. */
export interface GoodsRef {
  readonly description: string | null;
  /** Harmonised System or national tariff code, digits only. */
  readonly hsCode: string | null;
  readonly pieces: number | null;
  /** Kind of package as the sender codes it (UN Rec 21 where it is that). */
  readonly packageType: string | null;
  readonly grossKg: number | null;
  /** UN number of dangerous goods, four digits. */
  readonly unNumber: string | null;
}

/** What a device measured or was set to. `unit`: UCUM (`Cel`, `%`, `V`, `g`, `lx`, `Pa`). */
export interface Measurement {
  readonly kind:
    | 'TEMPERATURE'
    | 'HUMIDITY'
    | 'SET_POINT'
    | 'BATTERY'
    | 'SHOCK'
    | 'LIGHT'
    | 'PRESSURE'
    | 'CO2'
    | 'O2'
    | 'OTHER';
  /** What the sender calls it, where `kind` is OTHER or there are several (supply air, return air). */
  readonly name: string | null;
  readonly value: number;
  readonly unit: string | null;
}

/** Free remark or coded reason, as received. */
export interface Reason {
  readonly scheme: string | null;
  readonly code: string | null;
  readonly text: string | null;
}

/**
 * One claim that something happened, will happen or is asked to happen: immutable, about one thing, by nobody in
 * particular; who says so is the `Attestation`. Formats end here; nothing downstream knows a format.
 *
 * - `equipment` is the box (wagon, ULD) it happened to; null for a claim about a document or a transport run.
 * - `documents` are the numbers named with it; numbers in one claim are understood to belong to one consignment
 *   (so a house bill stands beside *its* master, never beside its sister).
 * - `contents` are boxes that a document claim lists (a bill's or a manifest line's containers).
 * - A claim with `transport` but without equipment and documents is about the run itself (a train passing a
 *   station, a ship leaving a berth) and is inherited by what is aboard.
 */
export interface TrackingEvent {
  readonly code: EventCode;
  readonly classifier: EventClassifier;
  readonly time: EventTime;
  readonly place: PlaceRef | null;
  readonly equipment: EquipmentRef | null;
  readonly loadState: LoadState | null;
  readonly transport: TransportRef | null;
  readonly documents: readonly DocumentRef[];
  readonly contents: readonly EquipmentRef[];
  readonly quantity: Quantity | null;
  /** Route said with the claim (port of loading and discharge, origin and destination station), UN/LOCODE or raw. */
  readonly from: PlaceRef | null;
  readonly to: PlaceRef | null;
  readonly reason: Reason | null;
  /** Place on board: bay, row and tier of a ship as `BBBRRTT`, position of a ULD, wagon in the train. */
  readonly stowage: string | null;
  readonly parties: readonly PartyRef[];
  readonly goods: readonly GoodsRef[];
  readonly measurements: readonly Measurement[];
  /** The sender's own code before mapping (`34+4`, `GTIN`, `P`), shown with the evidence. */
  readonly rawCode: string | null;
}

/** Byte range in the raw message that speaks of an event: `[start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What stands behind one claim in one message. */
export interface Attested {
  readonly event: TrackingEvent;
  /** The sender's reference of the message or event (BGM 1004, DCSA eventID); null when it has none. */
  readonly messageRef: string | null;
  readonly span: Span;
  /** When the sender says it made the record, UTC, or null. */
  readonly recordedAt: string | null;
}
