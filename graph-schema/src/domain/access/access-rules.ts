import type { SourceKind } from '../source.ts';
import type { PartyRole } from '../tracking-event.ts';

/** Fields that are shown or withheld together. */
export const FIELD_GROUPS = [
  'MILESTONES',
  'ETA',
  'POSITIONS',
  'PAPERS',
  'PARTIES',
  'GOODS',
  'EVIDENCE',
  'MONEY',
  'RELEASE',
  'EXCEPTIONS',
] as const;
export type FieldGroup = (typeof FIELD_GROUPS)[number];

/** Why somebody may see a shipment without being given it by name. */
export const RELATIONS = [
  'OWNER',
  'NOTIFIED',
  'FORWARDER',
  'CARRIER',
  'AUTHORITY',
  'PORT',
  'FACILITY',
  'PUBLIC',
] as const;
export type Relation = (typeof RELATIONS)[number];

export interface RelationRule {
  readonly groups: readonly FieldGroup[];
  /** Of these it is told how many there are at its place, and nothing of one shipment. */
  readonly summed: readonly FieldGroup[];
  /** Kinds of sources whose word makes it. */
  readonly toldBy: ReadonlySet<SourceKind>;
  /** Whether the word of a source of its own makes it. */
  readonly bySelf: boolean;
  /** Days after the last move there; null: as long as the facts stand. */
  readonly days: number | null;
}

/** Who sees what: the content of `data/access-rules.json`. */
export interface AccessRules {
  /** Schemes of numbers that identify a party. */
  readonly schemes: ReadonlySet<string>;
  readonly roles: ReadonlyMap<PartyRole, Relation>;
  readonly relations: ReadonlyMap<Relation, RelationRule>;
  /** What a group says follows from these: without them it would say something false. */
  readonly needs: ReadonlyMap<FieldGroup, readonly FieldGroup[]>;
}

/** Of these groups those that can be shown, as what they follow from is shown too. */
export function shownOf(groups: Iterable<FieldGroup>, { needs }: AccessRules): ReadonlySet<FieldGroup> {
  const asked = new Set(groups);
  return new Set([...asked].filter((group) => (needs.get(group) ?? []).every((need) => asked.has(need))));
}
