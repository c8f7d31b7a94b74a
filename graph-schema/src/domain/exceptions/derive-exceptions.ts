import { cargoOf, type Cargo } from './cargo.ts';
import { cutOffsAtRisk } from './cut-off.ts';
import { customsStuck } from './customs-stuck.ts';
import { documentsMismatched } from './document-mismatch.ts';
import { dwellsOverLimit } from './dwell.ts';
import { byWeight, showAt, turnsOf, type Episode } from './episode.ts';
import type { ExceptionInput, ExceptionKind, JourneyException } from './exception.ts';
import { fullDeclarationsOverdue } from './full-declaration.ts';
import { inspectionsOverdue } from './inspection-overdue.ts';
import { lastFreeDays } from './last-free-day.ts';
import { missedConnections } from './missed-connection.ts';
import { offItsWay } from './off-its-way.ts';
import { portsOmitted } from './port-omitted.ts';
import { reefersOutOfRange } from './reefer-range.ts';
import { returnedUnshipped } from './returned-unshipped.ts';
import { routesDeviated } from './route-deviation.ts';
import { rolled } from './rolled.ts';
import type { ExceptionRules } from './rules.ts';
import { sealsChanged } from './seal-changed.ts';
import { silentSources } from './silent-source.ts';
import { stepsOverdue } from './step-overdue.ts';
import { transitsOverdue } from './transit-overdue.ts';
import { wrongPlaces } from './wrong-place.ts';

type Detector = (cargo: Cargo, rules: ExceptionRules) => readonly Episode[];

/** To add a kind: name it in `exception.ts`, write its detector, and give it a row in `data/exception-rules.json`. */
const DETECTORS: Readonly<Record<ExceptionKind, Detector>> = {
  ROLLED: rolled,
  WRONG_PLACE: wrongPlaces,
  DWELL_OVER_LIMIT: dwellsOverLimit,
  CUSTOMS_STUCK: (cargo, rules) => [...customsStuck(cargo, rules), ...fullDeclarationsOverdue(cargo, rules)],
  INSPECTION_OVERDUE: inspectionsOverdue,
  TRANSIT_OVERDUE: transitsOverdue,
  LAST_FREE_DAY: lastFreeDays,
  CUT_OFF_AT_RISK: cutOffsAtRisk,
  SEAL_CHANGED: sealsChanged,
  PORT_OMITTED: portsOmitted,
  RETURNED_UNSHIPPED: returnedUnshipped,
  MISSED_CONNECTION: missedConnections,
  STEP_OVERDUE: stepsOverdue,
  DOCUMENT_MISMATCH: documentsMismatched,
  REEFER_OUT_OF_RANGE: reefersOutOfRange,
  SILENT_SOURCE: silentSources,
  ROUTE_DEVIATION: (cargo, rules) => [...routesDeviated(cargo, rules), ...offItsWay(cargo, rules)],
};

export interface Exceptions {
  /** Those that are open and those that were, open and grave ones first. */
  readonly exceptions: readonly JourneyException[];
  /** Epoch milliseconds of the first instant at which the answer changes without a new fact; null: never. */
  readonly changesAt: number | null;
}

/**
 * What is, and what was, wrong with a cargo at `input.now`. A pure function of the set of claims, the rules and the time:
 * the order of claims and repetitions change nothing.
 */
export function deriveExceptions(input: ExceptionInput, rules: ExceptionRules): Exceptions {
  return exceptionsOf(cargoOf(input), rules);
}

/** The same, of a cargo as detectors look at it. */
export function exceptionsOf(cargo: Cargo, rules: ExceptionRules): Exceptions {
  const { now } = cargo;
  const episodes = Object.values(DETECTORS).flatMap((detect) => detect(cargo, rules));
  const coming = episodes.flatMap(turnsOf).filter((at) => at > now);
  return {
    exceptions: episodes.flatMap((episode) => showAt(episode, now) ?? []).sort(byWeight),
    changesAt: coming.length > 0 ? Math.min(...coming) : null,
  };
}
