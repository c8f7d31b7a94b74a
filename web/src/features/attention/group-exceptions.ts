import type { Exception } from '../journey/shipment.graphql.ts';

/** Exceptions that differ only in the box, as one: ten boxes that lie too long are one thing to act upon. */
export function groupExceptions(exceptions: readonly Exception[]): Exception[] {
  const groups = new Map<string, Exception[]>();
  for (const exception of exceptions) {
    const key = keyOf(exception);
    const group = groups.get(key);
    if (group) group.push(exception);
    else groups.set(key, [exception]);
  }
  return [...groups.values()].map((group) => {
    const [head, ...rest] = group as [Exception, ...Exception[]];
    if (rest.length === 0) return head;
    return {
      ...head,
      containers: [...new Set(group.flatMap(({ containers }) => containers))].toSorted(),
      evidence: [...new Set(group.flatMap(({ evidence }) => evidence))],
      openedAt: group.map(({ openedAt }) => openedAt).toSorted()[0] ?? head.openedAt,
      closedAt: group.map(({ closedAt }) => closedAt).toSorted().at(-1) ?? null,
    };
  }); // prettier-ignore
}

/** Seals, temperatures and a change of ship are a box's own; how long it lies, and what deadline it runs into, is told of all alike. */
function keyOf({
  kind,
  of,
  severity,
  actor,
  place,
  document,
  closedAt,
  containers,
  figures,
}: Exception): string {
  const own = figures.sealsAfter === null && figures.measured === null ? null : containers.join('+');
  const ships = [figures.fromRun?.value, figures.toRun?.value, figures.until?.slice(0, 10)];
  const others = [figures.onwardRun?.value, figures.papers, figures.source, figures.step];
  return [
    kind,
    of,
    severity,
    actor,
    place?.id,
    document?.value,
    closedAt === null,
    own,
    ...ships,
    ...others,
  ].join('|');
}
