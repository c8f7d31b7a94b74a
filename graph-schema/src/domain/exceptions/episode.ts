import { placeOf } from '../journey/milestone.ts';
import { SEVERITIES, type ExceptionSubject, type JourneyException, type Severity } from './exception.ts';
import type { ExceptionRule } from './rules.ts';

/**
 * One exception over all time, as the facts have it. It knows nothing of the present, so that detectors cannot err about
 * it: what is shown now, and when that changes, is read off its three instants (epoch milliseconds).
 */
export interface Episode {
  readonly rule: ExceptionRule;
  readonly of: string | null;
  readonly opensAt: number;
  /** When it becomes CRITICAL; null: never. */
  readonly worsensAt: number | null;
  /** When something told ended it; null: nothing did. Before the opening: it never was. */
  readonly closesAt: number | null;
  readonly subject: ExceptionSubject;
  /** Ids of the claims that open it. */
  readonly evidence: readonly string[];
  /** Ids of the claims that close it. */
  readonly closing: readonly string[];
  readonly figures: JourneyException['figures'];
  /** What is measured from an instant on, where the time alone changes it. */
  readonly later?: { readonly at: number; readonly figures: JourneyException['figures'] };
  /** Tells it from another of one kind and subject that opens with it: the source that is silent. */
  readonly apart?: string;
}

export const HOUR_MS = 3_600_000;

/** The exception as it stands at an instant; null when it has not begun, or never did. */
export function showAt(episode: Episode, now: number): JourneyException | null {
  const { rule, of, opensAt, closesAt, subject, later } = episode;
  if (opensAt > now || !everOpens(episode)) return null;
  const closedAt = closesAt !== null && closesAt <= now ? closesAt : null;
  const claims = closedAt === null ? episode.evidence : [...episode.evidence, ...episode.closing];
  return {
    id: idOf(episode),
    kind: rule.kind,
    of,
    severity: severityAt(episode, closedAt ?? now),
    openedAt: opensAt,
    closedAt,
    subject,
    evidence: [...new Set(claims)],
    actor: rule.actor,
    figures: later && (closedAt ?? now) >= later.at ? later.figures : episode.figures,
  };
}

/** The instants at which what is shown of it changes. */
export function turnsOf(episode: Episode): number[] {
  const { rule, opensAt, worsensAt, closesAt, later } = episode;
  if (!everOpens(episode)) return [];
  const isOpenAt = (at: number) => at > opensAt && (closesAt === null || at < closesAt);
  const worsens = worsensAt !== null && rule.severity !== 'CRITICAL' && isOpenAt(worsensAt);
  return [
    opensAt,
    ...(worsens ? [worsensAt] : []),
    ...(later && isOpenAt(later.at) ? [later.at] : []),
    ...(closesAt === null ? [] : [closesAt]),
  ];
}

function everOpens({ opensAt, closesAt }: Episode): boolean {
  return closesAt === null || closesAt > opensAt;
}

/** A closed exception keeps the weight that it had come to: what closes it at the very instant came in time. */
function severityAt({ rule, worsensAt, closesAt }: Episode, at: number): Severity {
  if (worsensAt === null || at < worsensAt) return rule.severity;
  return closesAt === worsensAt ? rule.severity : 'CRITICAL';
}

function idOf({ rule, of, subject, opensAt, apart }: Episode): string {
  const { containers, place, run, document } = subject;
  return [
    rule.kind,
    of,
    containers.join('+'),
    placeOf(place),
    run,
    document,
    new Date(opensAt).toISOString(),
    ...(apart === undefined ? [] : [apart]),
  ]
    .map((part) => part ?? '')
    .join('|');
}

/** Open ones first, the gravest at the top, then the oldest. */
export function byWeight(a: JourneyException, b: JourneyException): number {
  return (
    Number(a.closedAt !== null) - Number(b.closedAt !== null) ||
    SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity) ||
    a.openedAt - b.openedAt ||
    (a.id < b.id ? -1 : 1)
  );
}
