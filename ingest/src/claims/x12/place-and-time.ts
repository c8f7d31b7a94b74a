import { placeRef } from 'graph-schema/domain/claim';
import type { Place } from 'graph-schema/domain/place';
import type { ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type { EventTime } from 'graph-schema/domain/tracking-event';
import { loadCodeList, type CodeRow } from 'graph-schema/reference/code-list';
import { parseX12DateTime } from '../../syntax/x12/date-time.ts';
import type { X12Segment } from '../../syntax/x12/segment.ts';
import type { ClaimContext, Where } from '../claim-context.ts';
import { PlacesAndTimes } from '../ports/place-and-time.ts';

/** A place as a set names it: a code with its qualifier (309), or city, state and country. */
export interface WrittenPlace {
  readonly qualifier?: string | null;
  readonly code?: string | null;
  readonly name?: string | null;
  readonly state?: string | null;
  readonly country?: string | null;
  /** Terminal or ramp, in the sender's words. */
  readonly terminal?: string | null;
}

const TIME_CODES = loadCodeList('x12/time-623');
const STATE_ZONES = loadCodeList('x12/state-zones');
const OLD_STATES = loadCodeList('x12/state-156-old');
/** What senders write for the two countries whose states these are. */
const COUNTRIES: Readonly<Record<string, string>> = { USA: 'US', CAN: 'CA' };
/** Lists that a location qualifier names: its codes as UN/LOCODE. */
const PORT_LISTS = { D: loadCodeList('x12/schedule-d'), K: loadCodeList('x12/schedule-k') } as const;

/** Places and times of one file; each place is resolved and complained about once. */
export class X12PlacesAndTimes {
  readonly #context: ClaimContext;
  readonly #plain: PlacesAndTimes;
  readonly #resolved = new Map<string, ResolvedPlace>();

  constructor(context: ClaimContext) {
    this.#context = context;
    this.#plain = new PlacesAndTimes(context);
  }

  /** Null when nothing is written. */
  place(written: WrittenPlace, where: Where): ResolvedPlace | null {
    const { qualifier, code, name, state, country, terminal } = written;
    if (!code && !name && !state) return null;
    const key = [qualifier, code, name, state, country, terminal].join('\n');
    const known = this.#resolved.get(key);
    if (known) return known;
    const resolved = this.#resolve(written, where);
    this.#resolved.set(key, resolved);
    return resolved;
  }

  #resolve(written: WrittenPlace, where: Where): ResolvedPlace {
    const { places, findings } = this.#context;
    const terminal = written.terminal?.toUpperCase() ?? null;
    const facility = terminal === null ? null : ({ scheme: 'LOCAL', code: terminal } as const);
    const locode = this.#locodeOf(written);
    if (locode !== null && places.findLocode(locode)) return this.#plain.place(locode, facility, where);
    const named = { ...written, ...portName(written) };
    const town = this.#townOf(named);
    if (town?.unLocode) return this.#plain.place(town.unLocode, facility, where);
    const text = textOf(named);
    const zoned = zoneOfState(named);
    const isCensus = written.qualifier === 'D' || written.qualifier === 'K';
    const raw = text || `${isCensus ? `${written.qualifier} ` : ''}${written.code ?? ''}`;
    findings.addOnce('UNKNOWN_PLACE', zoned ? 'INFO' : 'WARNING', where.at, written.code ?? raw, where.span);
    return { ref: placeRef({ facility, raw }), place: zoned };
  }

  /** By the sender's own aliases before anything else. */
  #locodeOf({ qualifier, code, ...rest }: WrittenPlace): string | null {
    const { placeAliases } = this.#context.source;
    const text = textOf(rest);
    for (const name of [`${qualifier ?? ''} ${code ?? ''}`.trim(), code, text]) {
      const alias = name ? placeAliases[name.toUpperCase()] : undefined;
      if (alias) return alias;
    }
    if (!code) return null;
    if (qualifier === 'D' || qualifier === 'K') return portRow({ qualifier, code })?.canonical ?? null;
    return /^[A-Z]{2}[A-Z0-9]{3}$/i.test(code) ? code : null;
  }

  /** A city and its state are a town where the state has only one of that name. */
  #townOf({ name, state, country }: WrittenPlace): Place | null {
    const inCountry = countryOf(state, country);
    if (!name || !state || inCountry === null) return null;
    const written = state.toUpperCase();
    return this.#context.places.findTown(name, OLD_STATES.find(written)?.canonical ?? written, inCountry);
  }

  /**
   * An instant from date, time and time code (623: LT local, UT and GM universal, ET, CT, PT …); null with a finding when
   * it is no date.
   */
  time(
    written: { readonly date: string | null; readonly time: string | null; readonly zone?: string | null },
    place: ResolvedPlace | null,
    where: Where,
  ): EventTime | null {
    const { zone: code = null } = written;
    const row = code === null ? null : TIME_CODES.find(code);
    if (code !== null && !row) this.#context.findings.unmapped(TIME_CODES, code, where.at, where.span);
    return this.zonedTime(written, row?.canonical ?? null, place, where);
  }

  /** As `time` where the zone is known already; null is the zone of the place. */
  zonedTime(
    written: { readonly date: string | null; readonly time: string | null; readonly zone?: string | null },
    explicitZone: string | null,
    place: ResolvedPlace | null,
    where: Where,
  ): EventTime | null {
    const { date, time, zone = null } = written;
    const clock = parseX12DateTime(date, time, explicitZone);
    return this.#plain.time(clock, [date, time, zone].filter(Boolean).join(' '), place, where);
  }
}

function portRow({ qualifier, code }: WrittenPlace): CodeRow | null {
  if (!code || (qualifier !== 'D' && qualifier !== 'K')) return null;
  return PORT_LISTS[qualifier].find(code.padStart(qualifier === 'K' ? 5 : 4, '0'));
}

/** What the list of ports calls a code that came without a name: `Chicago, IL`. */
function portName(written: WrittenPlace): Pick<WrittenPlace, 'name' | 'state'> {
  const row = written.name ? null : portRow(written);
  if (!row) return {};
  const [name = null, state = null] = row.meaning.split(', ');
  return { name, state };
}

/** `NINGBO`, `RUMFORD, ME, US` */
function textOf({ name, state, country }: WrittenPlace): string {
  return [name, state, country].filter(Boolean).join(', ').toUpperCase();
}

/** The country that is written, else the one that has such a state: senders leave it out, also across the border. */
function countryOf(state: string | null | undefined, country: string | null | undefined): string | null {
  if (country) return COUNTRIES[country.toUpperCase()] ?? country.toUpperCase();
  const letters = state?.toUpperCase() ?? '';
  return ['US', 'CA'].find((one) => STATE_ZONES.find(`${one} ${letters}`)) ?? null;
}

/** Local times of a place that no table knows are those of its state. */
function zoneOfState({ name, state, country }: WrittenPlace): Place | null {
  const inCountry = countryOf(state, country);
  const zone = state ? STATE_ZONES.find(`${inCountry} ${state.toUpperCase()}`)?.canonical : null;
  if (!zone || inCountry === null) return null;
  const id = `STATE:${state}`;
  const rest = { unLocode: null, nameZh: null, latitude: null, longitude: null, kind: 'PLACE' } as const;
  return { id, name: name ?? id, country: inCountry, zone, ...rest };
}

/**
 *   R4 * 115 function * 309 qualifier * 310 code * name * country * terminal * pier * state
 */
export function readR4(segment: X12Segment): WrittenPlace {
  return {
    qualifier: segment.code(2),
    code: segment.code(3),
    name: segment.read(4),
    country: segment.code(5),
    terminal: segment.read(6),
    state: segment.code(8),
  };
}

/**
 *   N4 * city * state * postal code * country * 309 qualifier * 310 code        MS1 * city * state * country
 */
export function readCity(segment: X12Segment): WrittenPlace {
  if (segment.tag === 'MS1')
    return { name: segment.read(1), state: segment.code(2), country: segment.code(3) };
  return {
    name: segment.read(1),
    state: segment.code(2),
    country: segment.code(4),
    qualifier: segment.code(5),
    code: segment.code(6),
  };
}
