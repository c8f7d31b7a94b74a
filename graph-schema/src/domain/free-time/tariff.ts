import type { PlaceRef } from '../tracking-event.ts';
import type { FreeTimeKind } from './free-time-clock.ts';

/** What one day costs from some day after the free time on; in force until the next begins. */
export interface Rate {
  /** 1 is the first day that costs. */
  readonly fromDay: number;
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
}

/** Nominal length of a box, which tariffs go by. */
export type BoxSize = '20' | '40' | '45';

/** The free time that a carrier or terminal publishes, or that a contract gives: data. */
export interface Tariff {
  readonly id: string;
  readonly kind: FreeTimeKind;
  /** SCAC; null: any carrier. */
  readonly carrier: string | null;
  /** UN/LOCODE, or a country; null: anywhere. */
  readonly place: string | null;
  /** Null: boxes of any size. */
  readonly sizes: readonly BoxSize[] | null;
  readonly freeDays: number;
  readonly days: 'CALENDAR' | 'WORKING';
  /** The day on which counting begins: that of the discharge (or gate-out) itself, or the day after. */
  readonly countsFrom: 'SAME_DAY' | 'NEXT_DAY';
  /** A contract binds beside what is told; a general tariff counts only while nothing is told. */
  readonly binds: 'ALWAYS' | 'IF_NOT_TOLD';
  readonly rates: readonly Rate[];
  /** `YYYY-MM-DD` at the place: for free time that begins on this day and later; null: at any time. */
  readonly validFrom: string | null;
  /** Before this day; null: no end is known. */
  readonly validTo: string | null;
  /** False: a sample of common practice, which no carrier, terminal or contract confirms. */
  readonly isConfirmed: boolean;
}

interface TariffAsked {
  readonly carrier: string | null;
  readonly place: PlaceRef | null;
  readonly size: BoxSize | null;
  /** `YYYY-MM-DD` at the place: when its free time begins; null: not known, so that only what holds at any time fits. */
  readonly on: string | null;
}

/** The tariff that fits best: of the carrier, then of the port, then of the size; null: none fits. */
export function findTariff(
  tariffs: readonly Tariff[],
  kind: FreeTimeKind | null,
  of: TariffAsked,
): Tariff | null {
  const locode = of.place?.unLocode ?? null;
  const fitting = tariffs.filter(
    (tariff) =>
      tariff.kind === kind &&
      (tariff.validFrom === null || (of.on !== null && of.on >= tariff.validFrom)) &&
      (tariff.validTo === null || (of.on !== null && of.on < tariff.validTo)) &&
      (tariff.carrier === null || tariff.carrier === of.carrier) &&
      (tariff.place === null || (locode !== null && locode.startsWith(tariff.place))) &&
      (tariff.sizes === null || (of.size !== null && tariff.sizes.includes(of.size))),
  );
  const weight = ({ carrier, place, sizes }: Tariff) =>
    (carrier === null ? 0 : 100) + (place?.length ?? 0) * 10 + (sizes === null ? 0 : 1);
  return fitting.sort((a, b) => weight(b) - weight(a) || (a.id < b.id ? -1 : 1))[0] ?? null;
}

/** By the first character of an ISO 6346 size-type: 2 is 20 feet, 4 is 40, L is 45. */
export function boxSize(sizeType: string | null): BoxSize | null {
  const first = sizeType?.charAt(0);
  return first === '2' ? '20' : first === '4' ? '40' : first === 'L' || first === '9' ? '45' : null;
}
