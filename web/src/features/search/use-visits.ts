'use client';

import { useEffect, useMemo } from 'react';
import { keep, readKept, useKept } from './kept-text.ts';
import { isLeftOver, readVisits, withVisit, type Visit, type Visitor } from './visits.ts';

const NAME = 'throughline.visits';

/** Journeys that a person opened lately in this browser, the newest first; gone as soon as he has signed out. */
export function useVisits(visitor: Visitor): readonly Visit[] {
  const kept = useKept(NAME);
  const key = visitor?.kind === 'PERSON' ? visitor.key : null;
  const isOld = isLeftOver(kept, visitor);
  useEffect(() => {
    if (isOld) forgetVisits();
  }, [isOld]);
  return useMemo(() => (key === null ? [] : readVisits(kept, key)), [key, kept]);
}

export function forgetVisits(): void {
  keep(NAME, null);
}

interface RememberVisitProps {
  readonly visitor: Visitor;
  readonly visit: Visit;
}

/** Draws nothing: that this page was opened comes first among the recent ones. */
export function RememberVisit({ visitor, visit }: RememberVisitProps) {
  const key = visitor?.kind === 'PERSON' ? visitor.key : null;
  const { id, scheme, value } = visit;
  useEffect(() => {
    if (key !== null) keep(NAME, withVisit(readKept(NAME), key, { id, scheme, value }));
  }, [key, id, scheme, value]);
  return null;
}
