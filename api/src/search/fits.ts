import type { AnyOf, Term } from 'graph-schema/cypher/search/term-query';
import type { Gazetteer } from 'graph-schema/domain/place';
import { townsOf } from 'graph-schema/domain/journey/towns';
import { judgedFacet, ownFacet, type OwnKind } from 'graph-schema/domain/summary/facet';
import { facetsOf } from 'graph-schema/domain/summary/facets';
import type { ShipmentView } from '../journey/shipment-view.ts';
import type { ListedShipment } from './listed-shipment.ts';
import type { Ranges } from './shipment-filter.ts';

/** What somebody sees of a shipment, or saw at an instant, may read differently from what is stored of it: these are asked of the view. */
const DERIVED = /^(?:PHASE|EXCEPTION|ATTENTION):/;

/** Groups that what is stored of a shipment decides as well as what is seen of it. */
export function storedGroups(groups: readonly AnyOf[]): readonly AnyOf[] {
  return groups.filter((group) => !group.some(({ text }) => DERIVED.test(text)));
}

const JUDGED = /^(EXCEPTION|ATTENTION):(.*)$/;

/** Groups as they are asked of what is stored by the limits of a key; of what was not judged by them yet, by those for everybody, as its row says it. */
export function ownGroups(groups: readonly AnyOf[], key: string): AnyOf[] {
  const asOwn = (term: Term): Term[] => {
    const [, kind, said = ''] = JUDGED.exec(term.text) ?? [];
    if (kind === undefined) return [term];
    return [
      { ...term, text: ownFacet(kind as OwnKind, key, said) },
      { ...term, unless: judgedFacet(key) },
    ];
  };
  return groups.map((group) => group.flatMap(asOwn));
}

/** Who sees the whole of what a key opens; a port or a facility sees its own moves. */
const WHOLE = /^(?:PARTY|OFFICE|SHIPMENT):/;

export function wholeKeys(sight: readonly string[]): string[] {
  return sight.filter((key) => WHOLE.test(key));
}

export function hasFacets({ facts, journey }: ShipmentView, groups: readonly AnyOf[], places: Gazetteer): boolean {
  if (groups.length === 0) return true;
  const own = facetsOf(facts, journey, townsOf(places));
  const isMet = ({ text, isBeginning }: Term) => own.some((one) => (isBeginning ? one.startsWith(text) : one === text));
  return groups.every((group) => group.some(isMet));
} // prettier-ignore

export function isWithin({ order, summary }: ListedShipment, ranges: Ranges): boolean {
  return Object.entries(ranges).every(([name, { from, until }]) => {
    const eta = summary.eta ? Date.parse(summary.eta.time.instant) : null;
    const at = name === 'etaAt' ? eta : order[name as keyof ListedShipment['order']];
    return at !== null && at >= from && at < until;
  });
}
