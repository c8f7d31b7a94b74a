import * as fc from 'fast-check';
import { eventually } from '../deadline.ts';
import { startSampleSystem, type SampleSystem } from '../sample-system.ts';
import { askings, KEYS, makeMember, NOBODYS_KEYS, signInOperator, type Member } from './accounts.ts';
import type { Somebody } from './asking.ts';
import { shipmentsOf, type Asking, type Group, type ToldShipment } from './model.ts';
import { BEGINNING, NOW } from './moment.ts';
import { TERMINAL_BEHIND, toldBoxes, type ToldBox } from './told-cargo.ts';
import { deliveriesOf, newsOf } from './told-messages.ts';

export const NOTHING: Asking = { kinds: ['TRADER'], holds: [], sources: [], cap: null, granted: [] };
const GENERATED = 8;

/** A generated world of cargo, told to a running system, and generated organisations that ask for it. */
export interface AccessWorld {
  readonly system: SampleSystem;
  readonly operator: Somebody;
  readonly shipments: readonly ToldShipment[];
  readonly members: readonly Member[];
  /** Of these who hold one key one of each kind, and half of those who hold more: for what takes long to ask. */
  readonly some: readonly Member[];
  readonly idOf: (shipment: ToldShipment) => string;
  /** An organisation like the others. */
  join(name: string, asking: Partial<Asking>): Promise<Member>;
  /** Everybody who says something of it says more, and waits until all is read and derived. */
  tellNews(): Promise<void>;
  stop(): Promise<void>;
}

interface Settings {
  /** Whether anybody may look numbers up. */
  readonly publicLookup?: 'on' | 'off';
  /** Whether boxes are off their ship by now. */
  readonly isLanded?: boolean;
  /** The wall clock of the API, epoch milliseconds. */
  readonly wall?: () => number;
  /** Where letters are sent. */
  readonly smtpUrl?: string;
}

export async function startAccessWorld(
  seed: number,
  { publicLookup = 'off', isLanded = false, wall = Date.now, smtpUrl = '' }: Settings = {},
): Promise<AccessWorld> {
  process.env['ACCESS'] = 'required';
  process.env['PUBLIC_LOOKUP'] = publicLookup;
  const system = await startSampleSystem(undefined, undefined, BEGINNING, 'off', wall, smtpUrl);
  const operator = await signInOperator(system);
  const land = (box: ToldBox): ToldBox =>
    isLanded && box.way === 'SEA' && !box.isLongAgo ? { ...box, landed: TERMINAL_BEHIND } : box;
  const boxes = fc.sample(toldBoxes, { seed, numRuns: 1 }).flat().map(land);
  const shipments = shipmentsOf(boxes);
  const told = boxes.flatMap(deliveriesOf);
  for (const { source, text, receivedAt } of told) await system.deliver(source, text, receivedAt);
  const heard = () => claimsHeard(operator);
  await eventually('all is read', async () => (saysAll(await heard(), boxes, ['L']) ? true : null), 180_000);
  await system.untilDerived();
  const ids = await eventually('all is derived', () => listAll(operator, shipments));
  const join = (name: string, asking: Partial<Asking>) =>
    makeMember(operator, system.url, name, { ...NOTHING, ...asking }, ids);
  const numbers = shipments.map(({ number }) => number);
  const generated = fc.sample(askings(numbers, NOW), { seed, numRuns: GENERATED });
  const single = [...KEYS, ...NOBODYS_KEYS].map((key): Partial<Asking> => ({ holds: [key] }));
  const members: Member[] = [];
  for (const [index, asking] of [...single, ...generated].entries())
    members.push(await join(`${index} ${asking.holds?.join(' ')}`, asking));
  return {
    system,
    operator,
    shipments,
    members,
    some: someOf(members),
    idOf: ({ number }) => ids.get(number) ?? '',
    join,
    async tellNews() {
      for (const { source, text, receivedAt } of boxes.flatMap(newsOf))
        await system.deliver(source, text, receivedAt);
      await eventually('the news are read', async () => (saysAll(await heard(), boxes, ['L', 'P']) ? true : null));
      await system.untilDerived();
    },
    async stop() {
      delete process.env['ACCESS'];
      delete process.env['PUBLIC_LOOKUP'];
      await system.stop();
    },
  };
} // prettier-ignore

/** Programs whose keys show less than their organisation sees, which is all cargo of these companies. */
export const CAPS: readonly (readonly Group[])[] = [
  ['MILESTONES'],
  ['PAPERS'],
  ['ETA'],
  ['PAPERS', 'GOODS', 'RELEASE'],
  ['ETA', 'PAPERS', 'GOODS'],
  ['ETA', 'PAPERS', 'GOODS', 'EXCEPTIONS'],
];

export async function joinCapped({ join }: AccessWorld): Promise<Member[]> {
  const holds = KEYS.filter((key) => key.startsWith('PARTY:'));
  const capped: Member[] = [];
  for (const cap of CAPS) capped.push(await join(`capped to ${cap.join(' ')}`, { holds, cap }));
  return capped;
}

const KIND = /^(?:PARTY:[A-Z]+|FACILITY:[A-Z]+|OFFICE|PORT)/;

function someOf(members: readonly Member[]): Member[] {
  const kinds = new Map<string, Member>();
  const several: Member[] = [];
  const single: Member[] = [];
  for (const member of members) (member.asking.holds.length === 1 && !NOBODYS_KEYS.some((key) => key === member.asking.holds[0]) ? single : several).push(member);
  for (const member of single.reverse()) kinds.set(KIND.exec(member.asking.holds[0] ?? '')?.[0] ?? '', member);
  return [...kinds.values(), ...several.filter((_, index) => index % 2 === 1)];
} // prettier-ignore

interface Listed {
  readonly shipments: { readonly edges: readonly { readonly node: { readonly id: string; readonly title: { readonly value: string } } }[] };
} // prettier-ignore

/** Ids of shipments by number, once all are there; null: not yet. */
async function listAll(operator: Somebody, shipments: readonly ToldShipment[]): Promise<ReadonlyMap<string, string> | null> {
  const listed = await operator.need<Listed>('{ shipments(first: 100) { edges { node { id title { value } } } } }');
  const found = new Map(listed.shipments.edges.map(({ node }) => [node.title.value, node.id]));
  return shipments.every(({ number }) => found.has(number)) ? found : null;
} // prettier-ignore

interface Heard {
  readonly changes: { readonly entries: readonly { readonly claims: readonly HeardClaim[] }[]; readonly cursor: string; readonly behind: number };
} // prettier-ignore
interface HeardClaim {
  readonly code: string;
  readonly equipmentReference: string | null;
  readonly documents: readonly { readonly value: string }[];
}

async function claimsHeard(operator: Somebody): Promise<HeardClaim[]> {
  const claims: HeardClaim[] = [];
  let { feedCursor: after } = await operator.need<{ feedCursor: string }>(`{ feedCursor(at: "${BEGINNING}") }`);
  for (let behind = 1; behind > 0;) {
    const { changes } = await operator.need<Heard>('query ($after: String) { changes(after: $after, first: 500) { ... on FeedPage { cursor behind entries { claims { code equipmentReference documents { value } } } } } }', { after });
    claims.push(...changes.entries.flatMap((entry) => entry.claims));
    [after, behind] = [changes.cursor, changes.behind];
  }
  return claims;
} // prettier-ignore

const DECLARED = { L: 'DECL_RECEIVED', P: 'DECL_RELEASED' } as const;

/** Whether the last that is said of each box, and of each of its papers, has come in. */
function saysAll(claims: readonly HeardClaim[], boxes: readonly ToldBox[], channels: readonly ('L' | 'P')[]): boolean {
  const says = (code: string, number: string) =>
    claims.some((claim) => claim.code === code && (claim.equipmentReference === number || claim.documents.some(({ value }) => value === number)));
  const isNew = channels.includes('P');
  return boxes.every(({ way, bill, box, terminal, landed, cargos }) => {
    const papers = cargos.flatMap(({ declared }) => declared ?? []);
    const moves = [...(terminal ? ['LOADED'] : []), ...(landed ? ['DISCHARGED'] : []), ...(isNew && terminal ? ['GATED_IN'] : [])];
    return papers.every(({ number }) => channels.every((one) => says(DECLARED[one], number)))
      && cargos.every(({ number, transit }) => claims.some(({ documents }) => documents.some(({ value }) => value === number)) && (!transit || claims.some(({ documents }) => documents.some(({ value }) => value === transit.number))))
      && moves.every((code) => says(code, box ?? ''))
      && (way !== 'AIR' || !isNew || says('RECEIVED', bill));
  });
} // prettier-ignore
