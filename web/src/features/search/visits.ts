import type { Viewer } from '../account/account.graphql.ts';
import { isPerson } from '../account/is-person.ts';
import type { Identifier } from '../journey/shipment.graphql.ts';

/** A journey that was opened: the number that it is known by, and where it is shown. */
export interface Visit {
  readonly id: string;
  readonly scheme: Identifier['scheme'];
  readonly value: string;
}

/**
 * Whose recent journeys a browser keeps. NOBODY: nobody signed in, so nothing is kept, since the machine may be shared, and what
 * somebody left is taken away. Null: it is not known, as where the API is silent, and nothing is touched.
 */
export type Visitor = { readonly kind: 'PERSON'; readonly key: string } | { readonly kind: 'NOBODY' } | null;

/** As many as are kept. */
const KEPT = 12;

export function visitorOf(viewer: Viewer | null): Visitor {
  if (viewer?.kind === 'PUBLIC') return { kind: 'NOBODY' };
  if (viewer === null || !isPerson(viewer)) return null;
  return { kind: 'PERSON', key: [viewer.kind, viewer.organisation ?? '', viewer.name ?? ''].join('|') };
}

/** What is kept of one person; what another left is not his. Null and text of any other make are nothing. */
export function readVisits(kept: string | null, key: string): readonly Visit[] {
  const { of, visits } = parsed(kept);
  return of === key && Array.isArray(visits) ? visits.filter(isVisit) : [];
}

/** Whether it has to go: somebody else left it, or whoever left it has signed out. */
export function isLeftOver(kept: string | null, visitor: Visitor): boolean {
  if (kept === null || visitor === null) return false;
  return visitor.kind === 'NOBODY' || parsed(kept).of !== visitor.key;
}

function parsed(kept: string | null): { readonly of?: unknown; readonly visits?: unknown } {
  try {
    return (JSON.parse(kept ?? '{}') as object | null) ?? {};
  } catch {
    return {};
  }
}

/** The text to keep when a journey is opened: it comes first, and once. */
export function withVisit(kept: string | null, key: string, visit: Visit): string {
  const others = readVisits(kept, key).filter(({ id }) => id !== visit.id);
  return JSON.stringify({ of: key, visits: [visit, ...others].slice(0, KEPT) });
}

function isVisit(one: unknown): one is Visit {
  const { id, scheme, value } = (one ?? {}) as Partial<Record<keyof Visit, unknown>>;
  return [id, scheme, value].every((text) => typeof text === 'string');
}
