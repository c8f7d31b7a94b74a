import type { Cargo } from '../exceptions/cargo.ts';
import { at, idsOf, isSamePlace } from '../exceptions/moves.ts';
import { splitKey } from '../identifier.ts';
import type { Milestone } from '../journey/milestone.ts';
import { addDays, countDays, endOfDay, localDate } from './calendar.ts';
import type { FreeTimeKind } from './free-time-clock.ts';
import { spanOf } from './span.ts';
import { boxSize, findTariff, type Tariff } from './tariff.ts';
import type { FreeTimeTerms } from './terms.ts';
import type { UnboundClock } from './told-clocks.ts';

/** Charges that a tariff counts from a move of the box. General order is a matter of customs, and told. */
const COUNTED: readonly FreeTimeKind[] = ['DEMURRAGE', 'DETENTION', 'STORAGE'];

/** A clock counted by a tariff, and whether it binds beside what is told. */
export interface CountedClock extends UnboundClock {
  readonly binds: Tariff['binds'];
}

/** Free times counted from the discharge, or from the gate, at the end of the carriage by the tariff that fits each box. */
export function tariffClocks(cargo: Cargo, terms: FreeTimeTerms): CountedClock[] {
  return cargo.containers.flatMap(({ reference, sizeType }) => {
    const moves = cargo.movesOf(reference);
    const off = dischargeAtTheEnd(moves, cargo);
    const place = off?.place ?? null;
    if (!off || !place) return [];
    const out = moves
      .slice(moves.indexOf(off) + 1)
      .find((m) => m.code === 'GATED_OUT' && m.loadState !== 'EMPTY');
    return COUNTED.flatMap((kind): CountedClock[] => {
      const from = kind === 'DETENTION' ? out : off;
      if (!from) return [];
      const zone = terms.zoneOf(place) ?? off.time.zone;
      const day = from.time.precision === 'DAY' ? from.time.local.slice(0, 10) : localDate(zone, at(from));
      if (day === null) return [];
      const tariff = findTariff(terms.tariffs, kind, { carrier: carrierOf(cargo), place, size: boxSize(sizeType), on: day }); // prettier-ignore
      if (!tariff) return [];
      const first = tariff.countsFrom === 'SAME_DAY' ? day : addDays(day, 1);
      const calendar = terms.calendars.get(place.unLocode?.slice(0, 2) ?? '');
      const { date, isCertain } = countDays(first, tariff.freeDays, tariff.days, calendar);
      const endsAt = endOfDay(zone, date);
      if (endsAt === null) return [];
      return [
        {
          container: reference,
          kind,
          basis: 'TARIFF',
          lastFreeDay: date,
          endsAt,
          ...spanOf(cargo, kind, reference, place),
          startedAt: at(from),
          place,
          zone,
          isCertain,
          isConfirmed: tariff.isConfirmed,
          rates: tariff.rates,
          tariff: tariff.id,
          evidence: idsOf(from),
          binds: tariff.binds,
        },
      ];
    });
  });
}

/** Off the ship where the cargo goes: at a hub, or where it goes on by rail, nobody asks the consignee for money. */
function dischargeAtTheEnd(moves: readonly Milestone[], { destination }: Cargo): Milestone | null {
  return (
    moves.findLast(
      (m) => m.code === 'DISCHARGED' && m.loadState !== 'EMPTY' && isSamePlace(m.place, destination),
    ) ?? null
  );
}

/** The SCAC that the ocean bill begins with. */
export function carrierOf({ facts }: Cargo): string | null {
  const bills = [facts.master, facts.anchor, ...facts.documents].filter((key) =>
    key?.startsWith('MASTER_BILL:'),
  );
  const [bill] = bills;
  return bill ? (/^[A-Z]{4}(?=\w)/.exec(splitKey(bill).value)?.[0] ?? null) : null;
}
