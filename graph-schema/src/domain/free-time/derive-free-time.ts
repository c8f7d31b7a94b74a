import { cargoOf, type Cargo } from '../exceptions/cargo.ts';
import type { ExceptionInput } from '../exceptions/exception.ts';
import { localDate } from './calendar.ts';
import type { FreeTimeClock } from './free-time-clock.ts';
import { carrierOf, tariffClocks, type CountedClock } from './tariff-clocks.ts';
import { boxSize, findTariff } from './tariff.ts';
import type { FreeTimeTerms } from './terms.ts';
import { toldClocks, type UnboundClock } from './told-clocks.ts';

/**
 * All free times of a cargo side by side: what carriers and terminals tell, and what is counted by tariffs. For each box
 * and charge the earliest that may bind does, since nobody is helped by hoping for a later one. A pure function of the
 * set of claims: it knows no present, which `chargesAhead` and exceptions bring.
 */
export function deriveFreeTime(
  input: Omit<ExceptionInput, 'now' | 'freeTime'>,
  terms: FreeTimeTerms,
): FreeTimeClock[] {
  return clocksOf(cargoOf({ ...input, now: 0 }), terms);
}

/** The same, of a cargo as detectors look at it. */
export function clocksOf(cargo: Cargo, terms: FreeTimeTerms): FreeTimeClock[] {
  const told = toldClocks(cargo, terms).map((clock) => withRates(clock, cargo, terms));
  const counted = tariffClocks(cargo, terms);
  const binding = new Set<UnboundClock>();
  for (const group of grouped([...told, ...counted])) {
    const able = group.filter((clock) => mayBind(clock, told));
    const [first] = able.sort(byEnd);
    if (first) binding.add(first);
  }
  return [...told, ...counted].sort(byEnd).map((clock) => {
    const { binds: _, ...rest } = { binds: null, ...clock };
    return { ...rest, binding: binding.has(clock) };
  });
}

/** A general tariff is silent as soon as anybody tells a term for that charge, be it for all boxes. */
function mayBind(clock: UnboundClock | CountedClock, told: readonly UnboundClock[]): boolean {
  if (!('binds' in clock) || clock.binds === 'ALWAYS') return true;
  return !told.some(
    ({ kind, container }) => kind === clock.kind && (container === null || container === clock.container),
  );
}

/** What a day costs is seldom told with the term; the tariff for that box and place says it. */
function withRates(clock: UnboundClock, cargo: Cargo, { tariffs }: FreeTimeTerms): UnboundClock {
  const sizes = cargo.containers
    .filter(({ reference }) => clock.container === null || reference === clock.container)
    .map(({ sizeType }) => boxSize(sizeType));
  // A term for boxes of several sizes has no one price.
  const [size = null, ...others] = new Set(sizes);
  if (others.length > 0) return clock;
  const on = clock.startedAt === null ? clock.lastFreeDay : localDate(clock.zone, clock.startedAt);
  const tariff = findTariff(tariffs, clock.kind, { carrier: carrierOf(cargo), place: clock.place, size, on });
  return tariff ? { ...clock, rates: tariff.rates, tariff: tariff.id } : clock;
}

function grouped<T extends UnboundClock>(clocks: readonly T[]): T[][] {
  const groups = new Map<string, T[]>();
  for (const clock of clocks) {
    const key = `${clock.kind}|${clock.container}`;
    const group = groups.get(key);
    if (group) group.push(clock);
    else groups.set(key, [clock]);
  }
  return [...groups.values()];
}

function byEnd(a: UnboundClock, b: UnboundClock): number {
  const key = ({ evidence, basis, kind, container }: UnboundClock) =>
    [basis, kind, container, ...evidence].join('|');
  return a.endsAt - b.endsAt || (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0);
}
