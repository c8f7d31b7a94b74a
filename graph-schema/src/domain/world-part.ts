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
