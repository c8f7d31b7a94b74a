/**
 * Fields between the slants of a status line. The kinds are told apart by shape where the order of a status allows it:
 *
 *     FLIGHT      CA981, CA0981A      MOMENT    21NOV, 21NOV1502, 21NOV1502-N
 *     CARRIER     LH                  ROUTE     PEKJFK
 *     AIRPORT     JFK                 QUANTITY  T10K250.0, P5K125.0T10, T10L551MC1.2
 *     DISCREPANCY MSCA                TIME      A1305, S1420-N (A actual, E estimated, S scheduled)
 */
export type FieldKind = 'FLIGHT' | 'CARRIER' | 'MOMENT' | 'ROUTE' | 'AIRPORT' | 'QUANTITY' | 'DISCREPANCY';

const FLIGHT_STATUS: readonly FieldKind[] = ['FLIGHT', 'MOMENT', 'ROUTE', 'QUANTITY'];
const FROM_FLIGHT: readonly FieldKind[] = ['FLIGHT', 'MOMENT', 'AIRPORT', 'QUANTITY'];
const AT_AIRPORT: readonly FieldKind[] = ['MOMENT', 'AIRPORT', 'QUANTITY'];
const BETWEEN_CARRIERS: readonly FieldKind[] = ['CARRIER', 'MOMENT', 'AIRPORT', 'QUANTITY'];

const SHAPES: ReadonlyMap<string, readonly FieldKind[]> = new Map([
  ...['BKD', 'MAN', 'DEP', 'PRE'].map((code) => [code, FLIGHT_STATUS] as const),
  ...['ARR', 'RCF', 'AWR'].map((code) => [code, FROM_FLIGHT] as const),
  ...['RCT', 'TFD', 'TRM'].map((code) => [code, BETWEEN_CARRIERS] as const),
  ...['RCS', 'FOH', 'DPU', 'NFD', 'AWD', 'DLV', 'CCD', 'DDL', 'TGC', 'DOC'].map(
    (code) => [code, AT_AIRPORT] as const,
  ),
  ...['FIW', 'FOW'].map((code) => [code, FROM_FLIGHT] as const),
  ['DIS', ['FLIGHT', 'MOMENT', 'AIRPORT', 'DISCREPANCY', 'QUANTITY']],
  ['CRC', ['MOMENT', 'AIRPORT', 'QUANTITY', 'FLIGHT', 'MOMENT', 'ROUTE']],
]);
/** Into and out of the warehouse: versions 14 and 15 name the flight in front, earlier ones do not. */
const FLIGHT_OPTIONAL: ReadonlySet<string> = new Set(['FIW', 'FOW']);
/** For a status that no table knows: whatever the fields look like. */
const ANY: readonly FieldKind[] = ['FLIGHT', 'MOMENT', 'ROUTE', 'AIRPORT', 'QUANTITY'];

const PATTERNS: Readonly<Record<FieldKind, RegExp>> = {
  FLIGHT: /^(?:[A-Z]{2}|[A-Z]\d|\d[A-Z])\d{1,4}[A-Z]?$/,
  CARRIER: /^(?:[A-Z]{2}|[A-Z]\d|\d[A-Z])$/,
  MOMENT: /^\d{2}(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)(?:\d{4})?(?:-[A-Z])?$/,
  ROUTE: /^[A-Z]{6}$/,
  AIRPORT: /^[A-Z]{3}$/,
  QUANTITY:
    /^[TPSDM]\d{1,5}(?:[KL]\d{1,7}(?:\.\d{0,3})?)?(?:(?:MC|CC|CF|CI)[\d.]+)?(?:DG[\d.]+)?(?:T\d{1,5})?$/,
  DISCREPANCY: /^[A-Z]{4}$/,
};
const TIME = /^([ASE])(\d{4})(?:-([A-Z]))?$/;

export interface FlightTime {
  readonly kind: 'A' | 'S' | 'E';
  /** `1305` */
  readonly clock: string;
  /** Day change indicator, or null for the day of the flight. */
  readonly change: string | null;
}

export interface StatusFields {
  readonly found: Readonly<Partial<Record<FieldKind, string>>>;
  /** Second date of a status that has two (CRC: the flight's). */
  readonly secondMoment: string | null;
  /** In the order of the line: departure, then arrival. */
  readonly times: readonly FlightTime[];
  /** Kinds that this status must have and this line lacks. */
  readonly missing: readonly FieldKind[];
}

/** Ten pieces (`T10`) look like a flight of an airline T1, and flight S7123 like pieces: only a flight has its day behind it. */
function looksLikeQuantity(field: string, next: string | undefined): boolean {
  return PATTERNS.QUANTITY.test(field) && !PATTERNS.MOMENT.test(next ?? '');
}

/** Reads the fields behind the status code. What is left over (names of parties, volumes) is nobody's business here. */
export function readStatusFields(code: string, fields: readonly string[]): StatusFields {
  const shape = SHAPES.get(code);
  const open: (FieldKind | null)[] = [...(shape ?? ANY)];
  const found: Partial<Record<FieldKind, string>> = {};
  let secondMoment: string | null = null;
  const times: FlightTime[] = [];
  let from = 0;
  for (const [index, field] of fields.entries()) {
    const isQuantity = !shape && looksLikeQuantity(field, fields[index + 1]);
    const at = open.findIndex(
      (kind, i) =>
        i >= from && kind !== null && PATTERNS[kind].test(field) && !(isQuantity && kind === 'FLIGHT'),
    );
    const kind = open[at];
    if (kind) {
      if (kind === 'MOMENT' && found.MOMENT !== undefined) secondMoment = field;
      else found[kind] = field;
      open[at] = null;
      // A known status keeps its order, so that a party called MILLER is no route.
      if (shape) from = at + 1;
      continue;
    }
    const [, letter, clock, change] = TIME.exec(field) ?? [];
    if (letter && clock) times.push({ kind: letter as FlightTime['kind'], clock, change: change ?? null });
  }
  const isOptional = (kind: FieldKind): boolean =>
    kind === 'QUANTITY' || (kind === 'FLIGHT' && FLIGHT_OPTIONAL.has(code));
  const missing = (shape ?? []).filter((kind) => !isOptional(kind) && found[kind] === undefined);
  return { found, secondMoment, times, missing };
}
