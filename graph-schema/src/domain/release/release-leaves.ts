import { readDeclarationNumber } from '../../codes/china-declaration.ts';
import { countryOf } from '../country-of.ts';
import type { EventCode } from '../event-code.ts';
import { splitKey } from '../identifier.ts';
import type { Milestone } from '../journey/milestone.ts';
import type { PlaceRef, TransportMode } from '../tracking-event.ts';
import type { LeafKind, Regime } from './readiness.ts';

/** Stands for every territory that has no rules of its own for a regime; ISO 3166-1 leaves the code to its users. */
export const ANY_OTHER = 'ZZ';

/** What one customs territory asks for, as data. A leaf without a rule is not needed there. */
export interface LeafRule {
  /** ISO 3166 country, the name of a union of `territories`, or `ANY_OTHER`. */
  readonly territory: string;
  readonly regime: Regime;
  readonly leaf: LeafKind;
  /** `IF_TOLD`: needed once somebody speaks of it. */
  readonly need: 'ALWAYS' | 'IF_TOLD';
  /** Modes by which the cargo comes into the territory, or for an export leaves it; null: any. */
  readonly modes: readonly TransportMode[] | null;
  /** Codes that meet it there; null: those that usually do. */
  readonly met: readonly EventCode[] | null;
}

/** The rules of all territories. */
export interface ReleaseLeaves {
  /** Countries of a customs union, by ISO 3166, to its name. */
  readonly unions: ReadonlyMap<string, string>;
  readonly rules: readonly LeafRule[];
}

/** What a territory asks for: its own rules, else what is usual everywhere. Empty where there are neither. */
export function rulesOf(territory: string, regime: Regime, { rules }: ReleaseLeaves): readonly LeafRule[] {
  const asked = rules.filter((rule) => rule.regime === regime);
  const own = asked.filter((rule) => rule.territory === territory);
  return own.length > 0 ? own : asked.filter((rule) => rule.territory === ANY_OTHER);
}

/** Customs territory of a place; null where the place does not say its country. */
export function territoryOf(place: PlaceRef | null, { unions }: ReleaseLeaves): string | null {
  const country = countryOf(place);
  return country && (unions.get(country) ?? country);
}

/** Territory and direction that a paper is about: Chinese declarations say both in their number. */
export function customsOf(
  milestone: Milestone,
  leaves: ReleaseLeaves,
): { readonly territory: string | null; readonly direction: 'IMPORT' | 'EXPORT' | null } {
  const declared = milestone.document && readDeclarationNumber(splitKey(milestone.document).value);
  return declared
    ? { territory: 'CN', direction: declared.direction }
    : { territory: territoryOf(milestone.place, leaves), direction: null };
}
