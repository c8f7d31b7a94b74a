import type { IdentifierKey } from '../identifier.ts';
import type { FactClaim } from '../journey/facts.ts';
import type { Cargo } from './cargo.ts';
import { HOUR_MS, type Episode } from './episode.ts';
import { at, idsOf, lastOfAll } from './moves.ts';
import { findRule, type ExceptionRules } from './rules.ts';

/**
 * A ship that calls at a port of which its schedule knows nothing, with the cargo aboard 偏离航线: by what it is told to do,
 * or seen to do by its positions. Left-out ports and cargo that comes off elsewhere are exceptions of their own. It ends when
 * the ship comes to a port of its schedule, or the cargo is off.
 */
export function routesDeviated(cargo: Cargo, rules: ExceptionRules): Episode[] {
  const rule = findRule(rules, 'ROUTE_DEVIATION', 'UNPLANNED_CALL');
  if (!rule) return [];
  const { claims } = cargo.facts;
  if (!claims.some(({ inherited, event }) => inherited && event.classifier === 'ACTUAL')) return [];
  const runs = new Map<IdentifierKey, FactClaim[]>();
  for (const claim of claims) {
    const run = claim.event.transport?.mode === 'VESSEL' ? cargo.runOf(claim) : null;
    if (run) runs.set(run, [...(runs.get(run) ?? []), claim]);
  }
  return [...runs].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([run, told]) => {
    const ports = plannedPorts(told);
    if (!ports) return [];
    const calls = told.filter(isCall).sort((a, b) => timeOf(a) - timeOf(b) || (a.id < b.id ? -1 : 1));
    const off = lastOfAll(cargo.boxes.length > 0 ? cargo.boxes : [null], (box) =>
      cargo.movesOf(box).find((m) => m.run === run && m.code === 'DISCHARGED') ?? null,
    );
    const strange = calls.filter(({ event, inherited }) => inherited && !ports.has(event.place?.unLocode ?? ''));
    const first = [...new Map([...strange].reverse().map((call) => [call.event.place?.unLocode, call])).values()];
    return first.reverse().map((call): Episode => {
      const since = timeOf(call);
      const next = calls.find((one) => timeOf(one) > since && ports.has(one.event.place?.unLocode ?? ''));
      const isOff = off !== null && (!next || at(off) < timeOf(next));
      return {
        rule,
        of: 'UNPLANNED_CALL',
        opensAt: since + rule.hours * HOUR_MS,
        worsensAt: rule.worseHours === null ? null : since + rule.worseHours * HOUR_MS,
        closesAt: isOff ? at(off) : next ? timeOf(next) : null,
        subject: { containers: [], place: call.event.place, run, document: null },
        evidence: strange.filter(({ event }) => event.place?.unLocode === call.event.place?.unLocode).map(({ id }) => id).sort(),
        closing: isOff ? idsOf(off) : next ? [next.id] : [],
        figures: { planned: [...ports].sort().join(', ') },
      };
    });
  }); // prettier-ignore
}

/** Every port that anybody names for the ship or for this cargo on it; null where its schedule is not known. */
function plannedPorts(told: readonly FactClaim[]): ReadonlySet<string> | null {
  const port = ({ event }: FactClaim) => event.place?.unLocode ?? [];
  const schedule = told.filter(({ inherited, event, voices }) => inherited && event.classifier !== 'ACTUAL' && voices.some(({ source }) => source.kind !== 'INTERNAL'));
  // The plan of a cargo names where it is loaded and comes off; only that of the ship names the ports between.
  if (new Set(schedule.flatMap(port)).size < 2) return null;
  const own = told.filter(({ inherited }) => !inherited);
  const ends = own.flatMap(({ event }) => [event.from?.unLocode ?? [], event.to?.unLocode ?? []].flat());
  return new Set([...schedule.flatMap(port), ...own.flatMap(port), ...ends]);
} // prettier-ignore

function isCall({ event }: FactClaim): boolean {
  const comes = event.code === 'ARRIVED' || event.code === 'BERTHED';
  return comes && event.classifier === 'ACTUAL' && event.place?.unLocode != null;
}

function timeOf({ event }: FactClaim): number {
  return Date.parse(event.time.instant);
}
