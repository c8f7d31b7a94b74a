import type { Consignment } from '../consignment.ts';
import type { IdentifierKey } from '../identifier.ts';

/** What of a use of a box tells whose cargo it carried. */
interface Use {
  readonly sets: readonly (readonly IdentifierKey[])[];
}

/**
 * The uses of boxes that carry a consignment: those of which a claim names one of its papers, as a box's other trips do
 * not. A house that names no boxes travels in its masters'.
 */
export function carriedBy<T extends Use>(
  consignment: Consignment,
  masters: readonly Consignment[],
  usesOf: (box: IdentifierKey) => readonly T[],
): T[] {
  const owners = consignment.containers.length > 0 || masters.length === 0 ? [consignment] : masters;
  const carried = owners.flatMap((owner) => {
    const documents = new Set(owner.documents);
    return owner.containers
      .flatMap((box) => usesOf(box))
      .filter(({ sets }) => sets.some((set) => set.some((document) => documents.has(document))));
  });
  return [...new Set(carried)];
}
