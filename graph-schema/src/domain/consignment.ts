import type { IdentifierKey, IdentifierScheme } from './identifier.ts';
import { splitKey } from './identifier.ts';
import { onwardBills, type OnwardBills } from './onward-bills.ts';

/** What one standing claim says of documents and boxes: enough to see which of them belong together. */
export interface LinkClaim {
  readonly id: string;
  readonly documents: readonly IdentifierKey[];
  /** Boxes named with them: the box it is about, or those that the document lists. */
  readonly containers: readonly IdentifierKey[];
}

/** The cargo of one bill: what becomes a `Shipment`. */
export interface Consignment {
  /** The document that it hangs on: a house bill, a master, an AWB, a rail note; before any bill, the booking or the declaration. */
  readonly anchor: IdentifierKey;
  /** The master of a house, else null; where it goes by sea and flies on, the air waybill. */
  readonly master: IdentifierKey | null;
  /** The consignments in whose boxes a house travels that names none: that of its master, and of the other where it has two. */
  readonly masters: readonly IdentifierKey[];
  readonly houses: readonly IdentifierKey[];
  /** All documents whose events show on it, the anchor first. */
  readonly documents: readonly IdentifierKey[];
  /** Boxes that a claim names with one of these; empty for a house means: those of its master. */
  readonly containers: readonly IdentifierKey[];
}

const BILLS: readonly IdentifierScheme[] = ['HOUSE_BILL', 'HAWB', 'MASTER_BILL', 'AWB'];
const HOUSES: readonly IdentifierScheme[] = ['HOUSE_BILL', 'HAWB'];
const MASTERS: readonly IdentifierScheme[] = ['MASTER_BILL', 'AWB'];
const HOUSE_PAPERS: readonly IdentifierScheme[] = ['DECLARATION', 'TRANSIT', 'MRN', 'DELIVERY_ORDER', 'EIR'];
/** References of a trader say nothing about what belongs together: they are found, never followed. */
const WEAK: readonly IdentifierScheme[] = ['REFERENCE'];

/**
 * Which consignments a set of claims speaks of. A pure function of the set. Anchors are the bills; without any bill
 * that it is named with, a rail note; without that, a booking, else any other document. A house takes over what hangs
 * on its master (voyage, manifest, boxes), never what hangs on a sister house; a master takes nothing from its houses.
 * An ocean bill and the air waybill with which its cargo flies on are one consignment, that of the air waybill.
 */
export function consignments(claims: readonly LinkClaim[]): Consignment[] {
  const links = new Map<IdentifierKey, Set<IdentifierKey>>();
  const containers = new Map<IdentifierKey, Set<IdentifierKey>>();
  for (const claim of claims) {
    for (const document of claim.documents) {
      const linked = getOrMake(links, document);
      for (const other of claim.documents) {
        if (other !== document && !isWeak(other) && !isWeak(document)) linked.add(other);
      }
    }
    // A box named with a house bill is that house's; the master has it through the house all the same.
    for (const document of claim.documents) {
      for (const container of claim.containers) getOrMake(containers, document).add(container);
    }
  }
  const onward = onwardBills(claims);
  return anchorsOf(links)
    .filter((anchor) => anchor === firstOf(anchor, onward))
    .map((anchor) => consignmentOf(anchor, links, containers, onward))
    .sort((a, b) => (a.anchor < b.anchor ? -1 : 1));
}

/** What a consignment hangs on where there is no bill, the first kind that it has. */
const WITHOUT_BILL = [
  'RAIL_NOTE', 'ROAD_NOTE', 'BOOKING', 'DECLARATION', 'TRANSIT', 'MRN', 'DELIVERY_ORDER', 'EIR', 'GATE_PASS', 'CERTIFICATE',
] as const; // prettier-ignore

function anchorsOf(links: ReadonlyMap<IdentifierKey, ReadonlySet<IdentifierKey>>): IdentifierKey[] {
  const anchors: IdentifierKey[] = [];
  for (const component of components(links)) {
    const bills = component.filter((key) => BILLS.includes(splitKey(key).scheme));
    const fallback = WITHOUT_BILL.map((scheme) =>
      component.filter((key) => splitKey(key).scheme === scheme),
    ).find((keys) => keys.length > 0);
    anchors.push(...(bills.length > 0 ? bills : (fallback ?? [])));
  }
  return anchors;
}

/** The bill that stands for both where a cargo has one by sea and one by air. */
function firstOf(bill: IdentifierKey, { twinOf }: OnwardBills): IdentifierKey {
  const twin = twinOf.get(bill);
  return twin !== undefined && splitKey(twin).scheme === 'AWB' ? twin : bill;
}

function components(links: ReadonlyMap<IdentifierKey, ReadonlySet<IdentifierKey>>): IdentifierKey[][] {
  const seen = new Set<IdentifierKey>();
  const found: IdentifierKey[][] = [];
  for (const start of links.keys()) {
    if (seen.has(start)) continue;
    seen.add(start);
    const component: IdentifierKey[] = [start];
    for (let i = 0; i < component.length; i += 1) {
      const at = component[i];
      for (const next of (at && links.get(at)) ?? []) {
        if (!seen.has(next)) {
          seen.add(next);
          component.push(next);
        }
      }
    }
    found.push(component);
  }
  return found;
}

function consignmentOf(
  anchor: IdentifierKey,
  links: ReadonlyMap<IdentifierKey, ReadonlySet<IdentifierKey>>,
  containers: ReadonlyMap<IdentifierKey, ReadonlySet<IdentifierKey>>,
  onward: OnwardBills,
): Consignment {
  const isHouse = HOUSES.includes(splitKey(anchor).scheme);
  const twin = onward.twinOf.get(anchor);
  const bills = twin === undefined ? [anchor] : [anchor, twin];
  const neighbours = [...new Set(bills.flatMap((bill) => [...(links.get(bill) ?? [])]))];
  const above = isHouse ? onward.mastersOf(anchor) : [];
  const masters = [...new Set(above.map((master) => firstOf(master, onward)))];
  const houses = isHouse ? [] : neighbours.filter((key) => HOUSES.includes(splitKey(key).scheme)).sort();
  const boxes = containersOf([...bills, ...neighbours.filter(isHousePaper)], containers);
  const documents = new Set<IdentifierKey>(bills);
  const frontier: IdentifierKey[] = [...bills];
  for (let at = frontier.pop(); at !== undefined; at = frontier.pop()) {
    for (const next of links.get(at) ?? []) {
      const isBill = BILLS.includes(splitKey(next).scheme);
      if (documents.has(next) || (isBill && !above.includes(next))) continue;
      // A sister's paper is not this house's by whatever way it is reached; a shared booking stays shared.
      const isPaper = isHouse && isHousePaper(next);
      if (isPaper && (hangsOnAnotherHouse(next, anchor, links) || namesOtherBoxes(next, boxes, containers)))
        continue;
      documents.add(next);
      frontier.push(next);
    }
  }
  if (houses.length > 0)
    for (const key of documents) if (key !== anchor && hangsOnHouse(key, links)) documents.delete(key);
  const own = isHouse ? boxes : containersOf([...documents], containers);
  return { anchor, master: masters[0] ?? null, masters, houses, documents: [...documents], containers: own };
}

/** A gate receipt or a transit of a sister's boxes may name the master alone: its boxes tell whose it is. */
function namesOtherBoxes(
  paper: IdentifierKey,
  boxes: readonly IdentifierKey[],
  containers: ReadonlyMap<IdentifierKey, ReadonlySet<IdentifierKey>>,
): boolean {
  const named = [...(containers.get(paper) ?? [])];
  return boxes.length > 0 && named.length > 0 && !named.some((box) => boxes.includes(box));
}

/** A paper that names a house is that house's paper: the master's other houses do not get it. */
function hangsOnAnotherHouse(
  key: IdentifierKey,
  house: IdentifierKey,
  links: ReadonlyMap<IdentifierKey, ReadonlySet<IdentifierKey>>,
): boolean {
  const houses = [...(links.get(key) ?? [])].filter((other) => HOUSES.includes(splitKey(other).scheme));
  return houses.length > 0 && !houses.includes(house);
}

/** Papers that speak of one house's own boxes, unlike its master and its booking. */
export function isHousePaper(key: IdentifierKey): boolean {
  return HOUSE_PAPERS.includes(splitKey(key).scheme);
}

/** Whether a paper of a consignment is a master that it hangs on, with others: a house that flies on has one by sea and one by air. */
export function isMasterOf(
  { anchor, master }: Pick<Consignment, 'anchor' | 'master'>,
  paper: IdentifierKey,
): boolean {
  return master !== null && paper !== anchor && MASTERS.includes(splitKey(paper).scheme);
}

export function isHouseBill(scheme: IdentifierScheme): boolean {
  return HOUSES.includes(scheme);
}

function hangsOnHouse(
  key: IdentifierKey,
  links: ReadonlyMap<IdentifierKey, ReadonlySet<IdentifierKey>>,
): boolean {
  return (
    isHousePaper(key) && [...(links.get(key) ?? [])].some((other) => HOUSES.includes(splitKey(other).scheme))
  );
}

function containersOf(
  documents: readonly IdentifierKey[],
  containers: ReadonlyMap<IdentifierKey, ReadonlySet<IdentifierKey>>,
): IdentifierKey[] {
  const found = new Set<IdentifierKey>();
  for (const document of documents)
    for (const container of containers.get(document) ?? []) found.add(container);
  return [...found].sort();
}

function isWeak(key: IdentifierKey): boolean {
  return WEAK.includes(splitKey(key).scheme);
}

function getOrMake<K, V>(map: Map<K, Set<V>>, key: K): Set<V> {
  let set = map.get(key);
  if (!set) map.set(key, (set = new Set()));
  return set;
}
