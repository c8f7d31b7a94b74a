/**
 * One line of a car location message as railways print it: blanks between the fields, as many as the columns need.
 *
 *   mark number  location   st  mm dd z hhmm  L|E sighting [train] destination st [flat car] road
 *   CN   377001  BROCKVILL  ON  04 14 E 0815  E   P        36914   EDMONTON    AB            CN
 *   CNRU 280001  VANINTTER  BC  04 14 P 1741  L   U                REXDALE     ON CN 640001  CN
 */
export interface Sighting {
  readonly initial: string;
  readonly number: string;
  readonly location: string;
  readonly state: string;
  readonly month: number;
  readonly day: number;
  /** Letter of the time zone; null where the line has none. */
  readonly zone: string | null;
  /** HHMM. */
  readonly time: string;
  /** L loaded, E empty. */
  readonly load: string;
  readonly code: string;
  /** Train; under bad orders and holds the reason. */
  readonly train: string | null;
  readonly destination: string | null;
  readonly destinationState: string | null;
  /** The car that a box or trailer rides on. */
  readonly flatCar: string | null;
  /** Mark of the railway that reports. */
  readonly road: string;
}

const RECORD =
  /^([A-Z]{2,4}) {1,5}(\d{1,6}) {1,9}([A-Z][A-Z0-9.&' -]{1,24}?) {1,9}([A-Z]{2}) {1,5}([01]\d)[ /-]?([0-3]\d)[ /-]?([A-Z])?([0-2]\d[0-5]\d) {1,5}([LE]) {1,5}([A-Z]) {1,30}(\S.{0,58}\S)$/;
/** From the end: destination and its state, the car below, the railway. */
const TAIL = /^(?:(.{1,40}?) {1,20}([A-Z]{2}))? {0,20}(?:([A-Z]{2,4} {1,5}\d{1,6}) {1,20})?([A-Z]{2,4})$/;
const LONGEST_LINE = 160;

export function isSighting(line: string): boolean {
  return readSighting(line) !== null;
}

/** Null for a line that is no record. */
export function readSighting(line: string): Sighting | null {
  if (line.length > LONGEST_LINE) return null;
  const found = RECORD.exec(line.trimEnd().toUpperCase());
  const [, initial, number, location, state, month, day, zone, time, load, code, rest] = found ?? [];
  const tail = rest === undefined ? null : TAIL.exec(rest);
  if (!initial || !number || !location || !state || !time || !load || !code || !tail) return null;
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return null;
  const [, middle = '', destinationState = null, flatCar = null, road = ''] = tail;
  const { train, destination } = splitTrain(middle, code);
  return {
    initial,
    number,
    location,
    state,
    month: Number(month),
    day: Number(day),
    zone: zone ?? null,
    time,
    load,
    code,
    train,
    destination,
    destinationState,
    flatCar,
    road,
  };
}

/** Sightings under which the field holds a reason instead of a train. */
const REASONED: ReadonlySet<string> = new Set(['B', 'F', 'H']);

/** The field is empty or has up to six characters; a train has a digit or is six letters (`QNPSKP`), a reason is short. */
function splitTrain(
  middle: string,
  code: string,
): { readonly train: string | null; readonly destination: string | null } {
  const words = middle.split(/ +/).filter((word) => word !== '');
  const [first = '', ...others] = words;
  const isTrain = first.length <= 6 && (/\d/.test(first) || first.length === 6);
  // A bad order has its code and the hours until repair: `J 099`.
  const hours = REASONED.has(code) && /^\d{1,3}$/.test(others[0] ?? '') ? others[0] : undefined;
  const isReason = REASONED.has(code) && first.length <= 2;
  if (others.length === 0 || !(isTrain || isReason)) return { train: null, destination: middle || null };
  const rest = hours === undefined ? others : others.slice(1);
  const train = hours === undefined ? first : `${first} ${hours}`;
  return { train, destination: rest.join(' ') || null };
}
