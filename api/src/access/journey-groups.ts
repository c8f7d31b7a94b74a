import type { FieldGroup } from 'graph-schema/domain/access/access-rules';
import type { JourneyView } from '../journey/shipment-view.ts';

/** Which group each part of a journey belongs to. A new part does not compile until it has one. */
export const GROUP_OF: Record<keyof JourneyView, FieldGroup> = {
  phase: 'MILESTONES',
  currentPlace: 'MILESTONES',
  currentTransport: 'MILESTONES',
  arrivalByPapers: 'PAPERS',
  origin: 'MILESTONES',
  destination: 'MILESTONES',
  last: 'MILESTONES',
  next: 'MILESTONES',
  arrived: 'MILESTONES',
  logistics: 'MILESTONES',
  containers: 'MILESTONES',
  legs: 'MILESTONES',
  deviation: 'MILESTONES',
  overtaken: 'MILESTONES',
  changesAt: 'MILESTONES',
  asOf: 'MILESTONES',
  judgedBy: 'MILESTONES',
  eta: 'ETA',
  etaSeries: 'ETA',
  etaChanges: 'ETA',
  trackers: 'POSITIONS',
  documents: 'PAPERS',
  pieces: 'GOODS',
  freeTime: 'MONEY',
  charges: 'MONEY',
  blockers: 'RELEASE',
  readiness: 'RELEASE',
  exceptions: 'EXCEPTIONS',
};

/** A journey without what is withheld: lists are empty, and what may be null is. Milestones are seen wherever anything is. */
export function journeyWithin(journey: JourneyView, groups: ReadonlySet<FieldGroup>): JourneyView {
  const parts = Object.entries(GROUP_OF).map(([name, group]) => {
    const part: unknown = journey[name as keyof JourneyView];
    return [name, groups.has(group) ? part : Array.isArray(part) ? [] : null];
  });
  const containers = journey.containers.map((box) => ({ ...box, parkedThen: [] }));
  return { ...(Object.fromEntries(parts) as JourneyView), containers };
}
