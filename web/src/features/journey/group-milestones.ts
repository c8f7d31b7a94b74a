import { localDate } from '../../time/wall-clock.ts';
import type { Milestone } from './shipment.graphql.ts';

/** The same happening to several boxes on one day, drawn as one line. `items` is never empty. */
export interface MilestoneGroup {
  readonly key: string;
  readonly head: Milestone;
  readonly items: readonly Milestone[];
}

/**
 * Puts together what differs only in the box. The order of first sight is kept, so a sorted list stays sorted;
 * the items of a group are ordered by box number.
 */
export function groupMilestones(milestones: readonly Milestone[]): MilestoneGroup[] {
  const groups = new Map<string, Milestone[]>();
  for (const milestone of milestones) {
    const key = groupKey(milestone);
    const group = groups.get(key);
    if (group) group.push(milestone);
    else groups.set(key, [milestone]);
  }
  return [...groups].map(([key, items]) => {
    const ordered = items.toSorted((a, b) => compareText(a.equipmentReference, b.equipmentReference));
    return { key, head: ordered[0] as Milestone, items: ordered };
  });
}

function groupKey(milestone: Milestone): string {
  if (milestone.equipmentReference === null) return milestone.id;
  const { code, classifier, loadState, inherited, derived, place, transport, time } = milestone;
  const means = transport?.voyage ?? transport?.train ?? transport?.flight ?? transport?.name;
  const where = [place?.id, place?.facility, place?.berth];
  return [code, classifier, loadState, inherited, derived, ...where, means, localDate(time)].join('|');
}

function compareText(a: string | null, b: string | null): number {
  return (a ?? '').localeCompare(b ?? '', 'en');
}

/** Every box that a group speaks of, in order, each once. */
export function boxesOf({ items }: MilestoneGroup): string[] {
  const boxes = items.flatMap(({ containers, equipmentReference }) =>
    containers.length > 0 ? containers : equipmentReference ? [equipmentReference] : [],
  );
  return [...new Set(boxes)].toSorted(compareText);
}

/** Names of those who say so, without repetition, in the order given. */
export function voicesOf(group: MilestoneGroup): Milestone['voices'][number]['source'][] {
  const seen = new Map<string, Milestone['voices'][number]['source']>();
  for (const item of group.items) for (const voice of item.voices) seen.set(voice.source.id, voice.source);
  return [...seen.values()];
}
