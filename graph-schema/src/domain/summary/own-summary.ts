import { attentionOf, type ShipmentSummary, type SummaryException } from './summary.ts';
import { judgedFacet, otherwiseFacet, ownFacet, type OwnFacet } from './facet.ts';
import { urgencyOf } from './list-order.ts';

/** What is wrong with a shipment by limits of an organisation's own: open ones, the gravest first, and how far up it stands by them. */
export interface OwnSummary {
  readonly exceptions: readonly SummaryException[];
  readonly urgency: number;
}

/**
 * What is judged otherwise than in the summary by limits of organisations' own, by their key (`reference/own-rules.ts`); by
 * those of a key that is not there it is as the summary says.
 */
export type OwnSummaries = Readonly<Record<string, OwnSummary>>;

/** What is open by the limits of each key, the same as in the summary or not. */
export type JudgedBy = ReadonlyMap<string, readonly SummaryException[]>;

/** Only what is otherwise, in the order of keys. */
export function ownSummaries(house: readonly SummaryException[], judged: JudgedBy, changedAt: number): OwnSummaries {
  const text = JSON.stringify(house);
  const others = [...judged].filter(([, exceptions]) => JSON.stringify(exceptions) !== text);
  others.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    others.map(([key, exceptions]) => [key, { exceptions, urgency: urgencyOf(attentionOf({ exceptions }), changedAt) }]),
  );
} // prettier-ignore

/** By what those who hold each key find it: all terms of each, so that one term is asked for and none has to be missing. */
export function ownFacets(judged: JudgedBy, own: OwnSummaries): OwnFacet[] {
  const terms = [...judged].flatMap(([key, exceptions]) => {
    const attention = attentionOf({ exceptions });
    return [
      judgedFacet(key),
      ...(attention ? [ownFacet('ATTENTION', key, attention)] : []),
      ...exceptions.map(({ kind }) => ownFacet('EXCEPTION', key, kind)),
    ];
  });
  return [...new Set([...terms, ...Object.keys(own).map(otherwiseFacet)])];
}

/** The summary as those read it who are judged by the limits of a key; null: by those for everybody. */
export function summaryFor(summary: ShipmentSummary, own: OwnSummaries, key: string | null): ShipmentSummary {
  const differing = key === null ? undefined : own[key];
  return differing ? { ...summary, exceptions: differing.exceptions } : summary;
}

/** Name of the property that one is sorted by where the limits of a key judge it otherwise. */
export function ownUrgencyName(key: string): string {
  return `urgency@${key}`;
}
