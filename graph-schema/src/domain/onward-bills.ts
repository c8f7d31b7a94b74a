import type { LinkClaim } from './consignment.ts';
import { splitKey, type IdentifierKey, type IdentifierScheme } from './identifier.ts';

/** Bills by sea and by air that carry one cargo, one after the other. */
export interface OnwardBills {
  /** Of an ocean bill its air waybill, and of that the ocean bill; never one that has several. */
  readonly twinOf: ReadonlyMap<IdentifierKey, IdentifierKey>;
  /** The masters of a house, that by air first. */
  readonly mastersOf: (house: IdentifierKey) => readonly IdentifierKey[];
}

const CUSTOMS: ReadonlySet<IdentifierScheme> = new Set<IdentifierScheme>([
  'DECLARATION', 'TRANSIT', 'MRN', 'MANIFEST', 'CERTIFICATE', 'GATE_PASS',
]); // prettier-ignore

/** The bills that one claim names, by kind. */
interface Bills {
  readonly oceanBills: readonly IdentifierKey[];
  readonly airWaybills: readonly IdentifierKey[];
  readonly houses: readonly IdentifierKey[];
}

/**
 * Which bills by sea and by air carry one cargo after the other, 海空联运 sea-air. A claim says so that names one of each and no
 * house; a house travels by both that is told under one of each. What customs name together is on one list, and what is named with
 * several is shared: neither says so.
 */
export function onwardBills(claims: readonly LinkClaim[]): OnwardBills {
  const named = new Map<IdentifierKey, Set<IdentifierKey>>();
  const above = new Map<IdentifierKey, Set<IdentifierKey>>();
  const told = new Map<IdentifierKey, Set<IdentifierKey>>();
  for (const { documents } of claims) {
    const bills = billsIn(documents);
    const { oceanBills, airWaybills, houses } = bills;
    const masters = [...airWaybills, ...oceanBills];
    for (const house of houses) for (const master of masters) add(above, house, master);
    const isBoth = oceanBills.length > 0 && airWaybills.length > 0;
    if (isList(bills) || (isBoth && isOfCustoms(documents))) continue;
    for (const house of houses) for (const master of masters) add(told, house, master);
    if (houses.length === 0) pair(named, oceanBills, airWaybills);
  }
  const twinOf = new Map([...named].flatMap(([bill, others]) => twinsOf(bill, others, named)));
  for (const masters of above.values()) for (const one of brokenBy(masters, twinOf)) twinOf.delete(one);
  const mastersOf = (house: IdentifierKey) => {
    const masters = [...(above.get(house) ?? [])].sort();
    const [first, other] = masters;
    if (first === undefined) return [];
    const twin = twinOf.get(first);
    if (twin !== undefined) return [first, twin].sort();
    const isOneOfEach = masters.length === 2 && other !== undefined && schemeOf(first) !== schemeOf(other);
    return isOneOfEach && told.get(house)?.size === 2 ? masters : [first];
  };
  return { twinOf, mastersOf };
}

function billsIn(documents: readonly IdentifierKey[]): Bills {
  const of = (...schemes: IdentifierScheme[]) => [...new Set(documents.filter((key) => schemes.includes(schemeOf(key))))];
  return { oceanBills: of('MASTER_BILL'), airWaybills: of('AWB'), houses: of('HOUSE_BILL', 'HAWB') };
} // prettier-ignore

function isList(bills: Bills): boolean {
  return Object.values(bills).some((of: readonly IdentifierKey[]) => of.length > 1);
}

function isOfCustoms(documents: readonly IdentifierKey[]): boolean {
  return documents.some((key) => CUSTOMS.has(schemeOf(key)));
}

function pair(
  named: Map<IdentifierKey, Set<IdentifierKey>>,
  [bySea]: readonly IdentifierKey[],
  [byAir]: readonly IdentifierKey[],
): void {
  if (bySea === undefined || byAir === undefined) return;
  add(named, bySea, byAir);
  add(named, byAir, bySea);
}

/** A bill with its only other, whose only other it is. */
function twinsOf(
  bill: IdentifierKey,
  others: ReadonlySet<IdentifierKey>,
  all: ReadonlyMap<IdentifierKey, ReadonlySet<IdentifierKey>>,
): [IdentifierKey, IdentifierKey][] {
  const [other] = others;
  if (other === undefined || others.size > 1 || all.get(other)?.size !== 1) return [];
  return [[bill, other]];
}

/** Two masters of which the one also carries a house that the other of its kind brought are not one cargo. */
function brokenBy(
  masters: ReadonlySet<IdentifierKey>,
  twinOf: ReadonlyMap<IdentifierKey, IdentifierKey>,
): IdentifierKey[] {
  return [...masters].flatMap((master) => {
    const twin = twinOf.get(master);
    const isOtherwise =
      twin !== undefined &&
      [...masters].some((other) => other !== twin && schemeOf(other) === schemeOf(twin));
    return isOtherwise ? [master, twin] : [];
  });
}

function schemeOf(key: IdentifierKey): IdentifierScheme {
  return splitKey(key).scheme;
}

function add(map: Map<IdentifierKey, Set<IdentifierKey>>, key: IdentifierKey, value: IdentifierKey): void {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
}
