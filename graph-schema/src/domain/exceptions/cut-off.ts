import type { EventCode } from '../event-code.ts';
import type { CargoDocumentScheme } from '../identifier.ts';
import type { FactClaim } from '../journey/facts.ts';
import { placeOf, type Milestone } from '../journey/milestone.ts';
import type { PlaceRef } from '../tracking-event.ts';
import { deadlinesOf } from './deadlines.ts';
import { boxesConcerned, type Cargo } from './cargo.ts';
import { HOUR_MS, type Episode } from './episode.ts';
import { at, idsOf, isSamePlace, lastOfAll } from './moves.ts';
import { findRule, type CutOffFor, type ExceptionRules } from './rules.ts';

/** Papers that are valid until some day. */
const EXPIRES: ReadonlySet<string> = new Set<CargoDocumentScheme>([
  'TRANSIT', 'MRN', 'DELIVERY_ORDER', 'EIR', 'GATE_PASS', 'CERTIFICATE',
]); // prettier-ignore

/** Cut-offs that come, or have passed, while what they ask for is not done: the cargo at the terminal, the papers in. */
export function cutOffsAtRisk(cargo: Cargo, rules: ExceptionRules): Episode[] {
  const asked = (claim: FactClaim) => askedBy(claim, rules);
  const limits = deadlinesOf(cargo.facts.claims, 'CUT_OFF', (claim) => {
    const { equipment, place } = claim.event;
    const what = asked(claim);
    return what && [what, equipment?.reference, placeOf(place)].join('|');
  });
  return limits.flatMap(({ claim, endsAt }): Episode[] => {
    const what = asked(claim);
    const rule = what && findRule(rules, 'CUT_OFF_AT_RISK', what);
    if (!rule) return [];
    const box = claim.event.equipment?.reference ?? null;
    const { place } = claim.event;
    const done =
      cancelled(cargo) ??
      (what === 'DOCUMENTS'
        ? papersIn(cargo)
        : lastOfAll(boxesConcerned(cargo, box), (one) => delivered(cargo.movesOf(one), place)));
    return [
      {
        rule,
        of: what,
        opensAt: endsAt - rule.hours * HOUR_MS,
        worsensAt: rule.worseHours === null ? null : endsAt - rule.worseHours * HOUR_MS,
        closesAt: done && at(done),
        subject: { containers: box === null ? [] : [box], place, run: null, document: null },
        evidence: [claim.id],
        closing: idsOf(done),
        figures: { until: new Date(endsAt).toISOString() },
      },
    ];
  });
}

function askedBy({ event }: FactClaim, { cutOffs }: ExceptionRules): CutOffFor | null {
  // A term in words only is the validity of some paper, not a closing; so is one without a word that names such a paper.
  const code = event.reason ? event.reason.code : (event.rawCode ?? '');
  if (code === null || (code === '' && event.documents.some(({ scheme }) => EXPIRES.has(scheme))))
    return null;
  return cutOffs.get(code) ?? null;
}

/** Until when cargo is taken at a place; null: nobody told. */
export function cutOffAt(
  { facts }: Cargo,
  rules: ExceptionRules,
  place: PlaceRef,
): { readonly endsAt: number; readonly claimId: string } | null {
  const [first] = deadlinesOf(facts.claims, 'CUT_OFF', (claim) =>
    askedBy(claim, rules) === 'CARGO' && isSamePlace(claim.event.place, place) ? 'CARGO' : null,
  );
  return first ? { endsAt: first.endsAt, claimId: first.claim.id } : null;
}

/** Full into the terminal of the cut-off, or aboard: then it was in time, or it no longer matters. */
function delivered(moves: readonly Milestone[], place: PlaceRef | null): Milestone | null {
  const isThere = (m: Milestone) => place === null || isSamePlace(m.place, place);
  return (
    moves.find(
      (m) =>
        (isThere(m) && ((m.code === 'GATED_IN' && m.loadState !== 'EMPTY') || m.code === 'RECEIVED')) ||
        ((m.code === 'LOADED' || m.code === 'DEPARTED') && m.transport?.mode === 'VESSEL'),
    ) ?? null
  );
}

const IN: ReadonlySet<EventCode> = new Set<EventCode>(['SI_SUBMITTED', 'BL_DRAFTED', 'BL_ISSUED']);

function papersIn({ documents }: Cargo): Milestone | null {
  return documents.find((m) => m.classifier === 'ACTUAL' && IN.has(m.code)) ?? null;
}

/** What is not to be carried any more misses nothing. */
function cancelled({ logistics }: Cargo): Milestone | null {
  return logistics.find((m) => m.classifier === 'ACTUAL' && m.code === 'BOOKING_CANCELLED') ?? null;
}
