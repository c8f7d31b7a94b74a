/**
 * Every number that anyone uses for anything, normalised to `scheme:value`: the key of an `Identifier` node.
 * The value is upper case without blanks, dashes and dots, except where a scheme says otherwise.
 */
export const IDENTIFIER_SCHEMES = [
  /** Freight container, ISO 6346: 4 letters + 7 digits. */ 'CONTAINER',
  /** Master or ocean bill of lading, *with* its SCAC where the carrier writes one (`COSU6412345678`). */ 'MASTER_BILL',
  /** House bill of lading; unique only with its issuer, so it never links without another shared number. */ 'HOUSE_BILL',
  /** Air waybill, `PPP-NNNNNNNN` kept with the dash. */ 'AWB',
  /** House air waybill. */ 'HAWB',
  /** Rail consignment note: 95306 运单号, SMGS or CIM number. */ 'RAIL_NOTE',
  /** Carrier's booking reference. */ 'BOOKING',
  /** China customs declaration 报关单号, 18 digits. */ 'DECLARATION',
  /** China customs transit 转关单号 (16 digits) or 载货清单 (13). */ 'TRANSIT',
  /** China customs manifest: 舱单 message number. */ 'MANIFEST',
  /** EU movement reference number. */ 'MRN',
  /** Permit or certificate: licence, quarantine certificate, certificate of origin. */ 'CERTIFICATE',
  /** Gate pass 核放单, and the list behind it. */ 'GATE_PASS',
  /** Road note: CMR, waybill or pro number of a road carrier. */ 'ROAD_NOTE',
  /** Delivery order 提货单. */ 'DELIVERY_ORDER',
  /** Equipment interchange receipt 设备交接单. */ 'EIR',
  /** Purchase order or another free reference of a trader. */ 'REFERENCE',
  /** Seal number. */ 'SEAL',
  /** GS1 serial shipping container code. */ 'SSCC',
  /** Unit load device. */ 'ULD',
  /** Rail wagon: UIC 12 digits, 1520 mm 8 digits, China 7 digits. */ 'WAGON',
  /** Ship by IMO number, 7 digits. */ 'VESSEL',
  /** Ship station by MMSI, 9 digits. */ 'MMSI',
  /** One sailing: `<IMO>/<voyage>`. */ 'VOYAGE',
  /** One run of a train: `<number>@<start date YYYY-MM-DD>`. */ 'TRAIN_RUN',
  /** One flight: `<carrier+number>@<local departure date YYYY-MM-DD>`. */ 'FLIGHT',
  /** Truck by its plate. */ 'TRUCK',
  /** Trailer or chassis, by its number or plate. */ 'TRAILER',
  /** Aircraft by its registration. */ 'AIRCRAFT',
  /** One thing with a key of its own that is none of the above: an EPC URI, a device; kept as written. */ 'ITEM',
] as const; // prettier-ignore

export type IdentifierScheme = (typeof IDENTIFIER_SCHEMES)[number];

/** `scheme:value`, for example `CONTAINER:CSQU3054383`. */
export type IdentifierKey = `${IdentifierScheme}:${string}`;

export interface Identifier {
  readonly scheme: IdentifierScheme;
  readonly value: string;
}

export function identifierKey(scheme: IdentifierScheme, value: string): IdentifierKey {
  return `${scheme}:${value}`;
}

/** The parts of a key; the value may itself hold a colon. */
export function splitKey(key: IdentifierKey): Identifier {
  const at = key.indexOf(':');
  return { scheme: key.slice(0, at) as IdentifierScheme, value: key.slice(at + 1) };
}

/** Documents that a shipment hangs on; two of them in one claim belong to one consignment. */
export const CARGO_DOCUMENT_SCHEMES = [
  'MASTER_BILL', 'HOUSE_BILL', 'AWB', 'HAWB', 'RAIL_NOTE', 'BOOKING', 'DECLARATION', 'TRANSIT',
  'MRN', 'CERTIFICATE', 'GATE_PASS', 'ROAD_NOTE', 'DELIVERY_ORDER', 'EIR', 'REFERENCE',
] as const satisfies readonly IdentifierScheme[]; // prettier-ignore
export type CargoDocumentScheme = (typeof CARGO_DOCUMENT_SCHEMES)[number];

/**
 * Whether a paper says what belongs together. A trader's reference does not: two consignments of one order, and two trips
 * of one box under it, stay two. It is found, never followed.
 */
export function tiesTogether(paper: string): boolean {
  return !paper.startsWith('REFERENCE:');
}

/** What carries cargo on a dated run: its own events are inherited by what is aboard. */
export const TRANSPORT_RUN_SCHEMES = [
  'VOYAGE',
  'TRAIN_RUN',
  'FLIGHT',
] as const satisfies readonly IdentifierScheme[];
export type TransportRunScheme = (typeof TRANSPORT_RUN_SCHEMES)[number];
