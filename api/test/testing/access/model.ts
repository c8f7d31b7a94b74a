import {
  AIR_PREFIX,
  AIRLINE,
  CARRIER,
  COMPANIES,
  companyName,
  PORT,
  PORT_BEHIND,
  QUAY_BEHIND,
  RAILWAY,
  STATION,
  type Role,
  type Teller,
  type ToldBox,
  type ToldCargo,
} from './told-cargo.ts';

/**
 * Who sees what, in the plainest words: from what was told, without the code and the tables of the service. What stands in
 * `data/access-rules.json` stands here again, so that a slip in either shows.
 */
export const ALL_GROUPS = ['MILESTONES', 'ETA', 'POSITIONS', 'PAPERS', 'PARTIES', 'GOODS', 'EVIDENCE', 'MONEY', 'RELEASE', 'EXCEPTIONS'] as const; // prettier-ignore
export type Group = (typeof ALL_GROUPS)[number];

type Relation = 'OWNER' | 'NOTIFIED' | 'FORWARDER' | 'CARRIER' | 'AUTHORITY' | 'PORT' | 'FACILITY' | 'PUBLIC';

const but = (...left: Group[]): readonly Group[] => ALL_GROUPS.filter((group) => !left.includes(group));
const SHOWS: Readonly<Record<Relation, readonly Group[]>> = {
  OWNER: ALL_GROUPS,
  FORWARDER: ALL_GROUPS,
  NOTIFIED: but('PARTIES', 'EVIDENCE', 'MONEY'),
  CARRIER: but('EVIDENCE'),
  AUTHORITY: but('MONEY'),
  PORT: ['MILESTONES', 'ETA', 'POSITIONS'],
  FACILITY: ['MILESTONES'],
  PUBLIC: ['MILESTONES'],
};
export const OF_ROLE: Readonly<Record<Role, Relation>> = { CONSIGNOR: 'OWNER', CONSIGNEE: 'OWNER', NOTIFY: 'NOTIFIED', FORWARDER: 'FORWARDER', DECLARANT: 'FORWARDER' }; // prettier-ignore
/** Whether a terminal is believed in it, and whether one's own word counts. */
const BELIEVES_TERMINAL: ReadonlySet<Relation> = new Set(['CARRIER', 'AUTHORITY', 'PORT', 'FACILITY']);
const QUAYS: ReadonlySet<Teller> = new Set(['ningbo-terminal', QUAY_BEHIND]);
const BY_ITSELF: ReadonlySet<Relation> = new Set(['AUTHORITY', 'FACILITY']);
const NEEDS: Readonly<Partial<Record<Group, readonly Group[]>>> = {
  EVIDENCE: ['PAPERS', 'PARTIES', 'GOODS'],
  PARTIES: ['PAPERS'],
  MONEY: ['PAPERS'],
  RELEASE: ['PAPERS'],
  EXCEPTIONS: ['ETA', 'PAPERS', 'GOODS'],
};

/** A shipment as it follows from what was told: a consignment, or the master of two. */
export interface ToldShipment {
  readonly number: string;
  readonly box: ToldBox;
  /** Null: a master, of which nobody says whose it is. */
  readonly cargo: ToldCargo | null;
}

export function shipmentsOf(boxes: readonly ToldBox[]): ToldShipment[] {
  return boxes.flatMap((box) => [
    ...box.cargos.map((cargo) => ({ number: cargo.number, box, cargo })),
    // Of a master there is something where somebody speaks of it alone.
    ...(box.cargos.length > 1 && (box.terminal ?? box.landed)
      ? [{ number: box.bill, box, cargo: null }]
      : []),
  ]);
}

/** What organisations are. It opens nothing by itself, but for whoever runs the service: he sees everything. */
export const ORGANISATION_KINDS = [
  'TRADER',
  'FORWARDER',
  'CARRIER',
  'TERMINAL',
  'PORT_AUTHORITY',
  'CUSTOMS',
  'OPERATOR',
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** Somebody who asks, and what he has. */
export interface Asking {
  readonly kinds: readonly OrganisationKind[];
  readonly holds: readonly string[];
  /** Senders that are his own. */
  readonly sources: readonly Teller[];
  /** The most that his key shows; null: no limit. */
  readonly cap: readonly Group[] | null;
  readonly granted: readonly { readonly number: string; readonly groups: readonly Group[]; readonly until: number | null }[];
  /** Whether numbers can be looked up by anybody. */
  readonly isPublic?: boolean;
} // prettier-ignore

export interface Seen {
  readonly groups: ReadonlySet<Group>;
  /** The moves at his own place alone. */
  readonly isHereOnly: boolean;
}

interface Opening {
  readonly relation: Relation;
  readonly key: string;
  readonly by: readonly Teller[];
}

/** Null: nothing, as if there were none. */
export function seenBy(asking: Asking, shipment: ToldShipment, now: number): Seen | null {
  if (asking.kinds.includes('OPERATOR')) return { groups: new Set(ALL_GROUPS), isHereOnly: false };
  const relations = new Set<Relation>(asking.isPublic ? ['PUBLIC'] : []);
  for (const { relation, key, by } of openingsOf(shipment)) {
    const isOver = relation === 'FACILITY' && shipment.box.isLongAgo;
    const isTold = believed(relation, by).some((teller) => BY_ITSELF.has(relation) || !asking.sources.includes(teller));
    if (!isOver && isTold && asking.holds.includes(key)) relations.add(relation);
  }
  const grants = asking.granted.filter(({ number, until }) => number === shipment.number && (until === null || now < until));
  if (relations.size + grants.length === 0) return null;
  const all = [...[...relations].flatMap((relation) => SHOWS[relation]), ...grants.flatMap(({ groups }) => [...closed(groups)]), 'MILESTONES' as const];
  return {
    groups: closed(all.filter((group) => asking.cap?.includes(group) ?? true)),
    isHereOnly: grants.length === 0 && [...relations].every((relation) => relation === 'FACILITY'),
  };
} // prettier-ignore

/** Whom the instructions of a consignment name, `CONSIGNEE name USCC:number`; of a master nobody says whose it is. */
export function partiesTold({ cargo }: ToldShipment): string[] {
  return (cargo?.instructions ?? []).flatMap(({ parties }) =>
    Object.entries(parties).map(([role, who]) => `${role} ${companyName(who)} ${who === null ? '' : `USCC:${COMPANIES[who]}`}`),
  );
} // prettier-ignore

/** Whether a list may have it: by a key that shows the whole of it, or given by name; ports and terminals have no lists. */
export function listedFor(asking: Asking, shipment: ToldShipment, now: number): boolean {
  if (seenBy(asking, shipment, now) === null) return false;
  if (asking.kinds.includes('OPERATOR')) return true;
  const isGiven = asking.granted.some(({ number }) => number === shipment.number);
  return isGiven || openingsOf(shipment).some(({ relation, key, by }) => /^(PARTY|OFFICE):/.test(key) && asking.holds.includes(key) && believed(relation, by).length > 0);
} // prettier-ignore

function believed(relation: Relation, by: readonly Teller[]): Teller[] {
  return by.filter((teller) => !QUAYS.has(teller) || BELIEVES_TERMINAL.has(relation));
}

/** Milestones always; what would say something false without another group, with that group alone. */
function closed(groups: readonly Group[]): ReadonlySet<Group> {
  const asked = new Set<Group>(['MILESTONES', ...groups]);
  return new Set([...asked].filter((group) => (NEEDS[group] ?? []).every((need) => asked.has(need))));
}

function openingsOf(shipment: ToldShipment): Opening[] {
  const { box, cargo } = shipment;
  const customs = [cargo?.declared, cargo?.transit].flatMap((paper): Opening[] =>
    paper ? [{ relation: 'AUTHORITY', key: `OFFICE:${paper.office}`, by: ['customs-single-window'] }] : [],
  );
  const named = (cargo?.instructions ?? []).flatMap(({ by, parties }) =>
    Object.entries(parties).flatMap(([role, who]): Opening[] =>
      who === null || who === undefined ? [] : [{ relation: OF_ROLE[role as Role], key: `PARTY:USCC:${COMPANIES[who]}`, by: [by] }],
    ),
  );
  if (box.way === 'AIR') return [...named, ...customs, { relation: 'CARRIER', key: `PARTY:AIRLINE:${AIR_PREFIX}`, by: [AIRLINE] }];
  if (box.way === 'RAIL') return [...customs, { relation: 'FACILITY', key: `FACILITY:RAIL/${STATION}`, by: [RAILWAY] }];
  return [...named, ...customs, ...openedAtSea(shipment)];
} // prettier-ignore

function openedAtSea({ box, cargo }: ToldShipment): Opening[] {
  const of: Opening[] = [];
  // A ship takes it from one port to another: whoever says so of its own number.
  const instructions = cargo?.instructions ?? [];
  for (const key of [`PORT:${PORT}`, `PORT:${PORT_BEHIND}`])
    of.push({ relation: 'PORT', key, by: instructions.map(({ by }) => by) });
  if (box.terminal) {
    of.push({ relation: 'FACILITY', key: `FACILITY:${PORT}/${box.terminal}`, by: ['ningbo-terminal'] });
    of.push({ relation: 'PORT', key: `PORT:${PORT}`, by: ['ningbo-terminal'] });
  }
  if (box.landed) {
    of.push({ relation: 'FACILITY', key: `FACILITY:${PORT_BEHIND}/${box.landed}`, by: [QUAY_BEHIND] });
    of.push({ relation: 'PORT', key: `PORT:${PORT_BEHIND}`, by: [QUAY_BEHIND] });
  }
  const carrier = (by: readonly Teller[]) =>
    of.push({ relation: 'CARRIER', key: `PARTY:SCAC:${CARRIER}`, by });
  for (const { by, isCarrierNamed } of instructions)
    if (isCarrierNamed || cargo?.master === null) carrier([by]);
  // The houses of a master are told of, not it: by what the terminal says of its own number it has a carrier.
  const quays: Teller[] = [];
  if (box.terminal) quays.push('ningbo-terminal');
  if (box.landed) quays.push(QUAY_BEHIND);
  if (cargo === null || cargo.master === null) carrier(quays);
  return of;
}
