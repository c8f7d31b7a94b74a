'use client';

import { displayNumber } from 'graph-schema/identifiers';
import { useEffect, useState } from 'react';
import { loadFollowed } from '../watch/load-followed.ts';
import type { FollowedEntry } from '../watch/watch.graphql.ts';
import { compactNumber } from './compact-number.ts';
import { findAddress } from './read-numbers.ts';
import type { Visit, Visitor } from './visits.ts';

/** Something that a person follows, as the box offers it. */
export interface Followed {
  readonly key: string;
  readonly shown: string;
  readonly scheme: Visit['scheme'] | null;
  readonly href: string;
}

const NOTHING: readonly FollowedEntry[] = [];
/** As many as are shown under the box. */
const SHOWN = 4;

/** What somebody follows by himself, the newest first; asked for when the box is first opened. Empty for whoever is no person. */
export function useFollowed(visitor: Visitor, isOpen: boolean): readonly FollowedEntry[] {
  const [entries, setEntries] = useState(NOTHING);
  const isAsked = isOpen && visitor?.kind === 'PERSON';
  useEffect(() => {
    if (!isAsked) return undefined;
    let isGone = false;
    // What does not answer offers nothing: the box does without.
    void loadFollowed().then(
      (found) => isGone || setEntries(found),
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [isAsked]);
  return visitor?.kind === 'PERSON' ? entries : NOTHING;
}

/** Those that have what is typed in their number, without those that are offered as recent ones already. */
export function matchingFollowed(
  entries: readonly FollowedEntry[],
  typed: string,
  visits: readonly Pick<Visit, 'id'>[],
): Followed[] {
  const part = compactNumber(typed);
  const recent = new Set(visits.map(({ id }) => id));
  return entries
    .filter(({ said, shipments }) => compactNumber(said).includes(part) && !shipments.some(({ id }) => recent.has(id)))
    .slice(0, SHOWN)
    .map(({ key, said, number, shipments: [first, another] }) => ({
      key,
      shown: number ? displayNumber(number.scheme, number.value) : said,
      scheme: number?.scheme ?? null,
      href: first && !another ? `/shipments/${encodeURIComponent(first.id)}` : findAddress([said]),
    }));
} // prettier-ignore
