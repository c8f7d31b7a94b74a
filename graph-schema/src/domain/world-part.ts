/**
 * Parts of the world between which no box travels on its own wheels: islands without a road or a ferry for lorries, and
 * continents too far apart for one. Countries of one part reach each other by road.
 */
const PARTS = {
  EUROPE:
    'AD AL AT BA BE BG BY CH CZ DE DK EE ES FI FR GI GR HR HU IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS SE SI SK SM UA VA XK',
  BRITISH_ISLES: 'GB IE',
  EAST_ASIA: 'CN HK KP MN MO',
  JAPAN: 'JP',
  KOREA: 'KR',
  TAIWAN: 'TW',
  SOUTH_EAST_ASIA: 'KH LA MM MY SG TH VN',
  PHILIPPINES: 'PH',
  INDONESIA: 'ID TL',
  SOUTH_ASIA: 'BD BT IN NP PK',
  SRI_LANKA: 'LK',
  NORTH_AMERICA: 'CA MX US',
  CENTRAL_AMERICA: 'BZ CR GT HN NI PA SV',
  SOUTH_AMERICA: 'AR BO BR CL CO EC GF GY PE PY SR UY VE',
  AUSTRALIA: 'AU',
  NEW_ZEALAND: 'NZ',
} as const;

const partOf: ReadonlyMap<string, string> = new Map(
  Object.entries(PARTS).flatMap(([part, countries]) =>
    countries.split(' ').map((country): [string, string] => [country, part]),
  ),
);

/** Whether both places, given by UN/LOCODE, lie in parts of the world that no road joins; false where that is not known. */
export function areFarApart(a: string, b: string): boolean {
  const [one, other] = [partOf.get(a.slice(0, 2)), partOf.get(b.slice(0, 2))];
  return one !== undefined && other !== undefined && one !== other;
}

const CONTINENTS = {
  EUROPE: ['EUROPE', 'BRITISH_ISLES'],
  ASIA: [
    'EAST_ASIA', 'JAPAN', 'KOREA', 'TAIWAN', 'SOUTH_EAST_ASIA', 'PHILIPPINES', 'INDONESIA', 'SOUTH_ASIA', 'SRI_LANKA',
  ],
  AMERICA: ['NORTH_AMERICA', 'CENTRAL_AMERICA', 'SOUTH_AMERICA'],
  OCEANIA: ['AUSTRALIA', 'NEW_ZEALAND'],
} as const satisfies Record<string, readonly (keyof typeof PARTS)[]>; // prettier-ignore

const continentOf: ReadonlyMap<string, string> = new Map(
  Object.entries(CONTINENTS).flatMap(([continent, parts]) =>
    parts.map((part): [string, string] => [part, continent]),
  ),
);

/** No ship crosses the Atlantic sooner, or comes from Asia to Australia; nor a ship or train from Asia to the others. */
const SOONEST_DAYS = 5;
const SOONEST_DAYS_TO_ASIA = 8;

/** The least days that a box takes from one continent to the other; 0 within one, or where that is not known. */
export function leastDaysBetween(a: string, b: string): number {
  const [one, other] = [a, b].map((place) => continentOf.get(partOf.get(place.slice(0, 2)) ?? ''));
  if (one === undefined || other === undefined || one === other) return 0;
  if (one === 'OCEANIA' || other === 'OCEANIA') return SOONEST_DAYS;
  return one === 'ASIA' || other === 'ASIA' ? SOONEST_DAYS_TO_ASIA : SOONEST_DAYS;
}
