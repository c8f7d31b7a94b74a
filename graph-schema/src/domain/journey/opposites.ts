import { readDeclarationNumber } from '../../codes/china-declaration.ts';
import { claimKeys } from '../claim-keys.ts';
import type { EventCode } from '../event-code.ts';
import { endOf } from '../event-time.ts';
import { splitKey, type IdentifierKey } from '../identifier.ts';
import type { HoldRule } from './blockers.ts';
import type { FactClaim } from './facts.ts';
import type { Telling } from './matching.ts';
import { matchingRuleOf, type MatchingRules } from './matching-rules.ts';
import type { RunOf } from './same-run.ts';

/** Whether what two claims tell was undone between the one and the other, so that it happened twice. */
export type UndoneBetween = (a: Telling, b: Telling) => boolean;

/** What undoes an act, whose act it undoes in turn. Holds and what lifts them are data. */
const OPPOSITES: readonly (readonly [EventCode, EventCode])[] = [
  ['LOADED', 'DISCHARGED'],
  ['GATED_IN', 'GATED_OUT'],
  ['ARRIVED', 'DEPARTED'],
  ['BERTHED', 'UNBERTHED'],
];

interface Opposite {
  readonly code: EventCode;
  /** Only on a Chinese declaration. */
  readonly onlyInChina: boolean;
}

/** Something that happened, as far as it can stand between two others. */
interface Act {
  readonly from: number;
  readonly until: number;
  readonly run: IdentifierKey | null;
  readonly sources: readonly string[];
}

/**
 * Looks among claims of what happened for the opposite of two that may tell of one happening: on the same box, else on the
 * same paper or run.
 */
export function undoneWithin(
  claims: readonly FactClaim[],
  runOf: RunOf,
  { rules, holds }: { readonly rules: MatchingRules; readonly holds: readonly HoldRule[] },
): UndoneBetween {
  const opposites = oppositesBy(holds);
  const acts = new Map<string, Act[]>();
  for (const claim of claims) {
    const { code, classifier, time, equipment } = claim.event;
    if (classifier !== 'ACTUAL' || !opposites.has(code)) continue;
    const run = runOf(claim);
    const act = { from: Date.parse(time.instant), until: endOf(time), run, sources: sourcesOf(claim) };
    for (const key of [thingOf(claim), equipment ? null : run]) {
      if (key !== null) acts.set(`${code}|${key}`, [...(acts.get(`${code}|${key}`) ?? []), act]);
    }
  }
  return (a, b) => {
    const [first, second] = a.from <= b.from ? [a, b] : [b, a];
    const { code } = first.claim.event;
    const between = opposites.get(code);
    if (!between || first.from === second.from || first.until > second.from) return false;
    const { once, toleranceMinutes } = matchingRuleOf(rules, code);
    const things = [thingOf(a.claim), thingOf(b.claim), ...(once === 'RUN' ? [a.run, b.run] : [])];
    return between.some(
      (opposite) =>
        (!opposite.onlyInChina || isOfChineseDeclaration(a.claim)) &&
        things.some((thing) =>
          acts
            .get(`${opposite.code}|${thing}`)
            ?.some((act) => isBetween(act, first, second, toleranceMinutes * 60_000)),
        ),
    );
  };
}

/**
 * The order in which one source tells is its own and counts to the minute. Another's clock may differ by the tolerance,
 * and what nobody tells who tells either of the two says nothing of them.
 */
function isBetween(act: Act, first: Telling, second: Telling, toleranceMs: number): boolean {
  if (first.until > act.from || act.until > second.from) return false;
  // What another ship does says nothing of two tellings on one.
  if (first.run !== null && first.run === second.run && act.run !== null && act.run !== first.run)
    return false;
  const tells = ({ claim }: Telling) => claim.voices.some(({ source }) => act.sources.includes(source.id));
  const [byFirst, bySecond] = [tells(first), tells(second)];
  if (!byFirst && !bySecond) return false;
  const isAfter = act.from - first.from > 0 && (byFirst || act.from - first.from >= toleranceMs);
  return isAfter && second.from - act.from > 0 && (bySecond || second.from - act.from >= toleranceMs);
}

function oppositesBy(holds: readonly HoldRule[]): ReadonlyMap<EventCode, readonly Opposite[]> {
  const found = new Map<EventCode, Opposite[]>();
  const add = (a: EventCode, b: EventCode, onlyInChina: boolean) => {
    found.set(a, [...(found.get(a) ?? []), { code: b, onlyInChina }]);
    found.set(b, [...(found.get(b) ?? []), { code: a, onlyInChina }]);
  };
  for (const [a, b] of OPPOSITES) add(a, b, false);
  for (const { placed, lifted, liftedInChina } of holds) {
    for (const code of lifted) add(placed, code, false);
    for (const code of liftedInChina) add(placed, code, true);
  }
  return found;
}

/** The use of a box, else the paper or run, that a claim is about. */
function thingOf({ event, cycleId }: FactClaim): string {
  return `${cycleId ?? ''}|${claimKeys(event).subject ?? ''}`;
}

function isOfChineseDeclaration({ event }: FactClaim): boolean {
  const { subject } = claimKeys(event);
  return subject !== null && readDeclarationNumber(splitKey(subject).value) !== null;
}

function sourcesOf(claim: FactClaim): string[] {
  return claim.voices.map(({ source }) => source.id);
}
