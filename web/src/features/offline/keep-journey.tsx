'use client';

import { usePathname } from 'next/navigation';
import { useEffect } from 'react';
import type { Visitor } from '../search/visits.ts';
import { keepJourney } from './kept-journeys.ts';

interface KeepJourneyProps {
  readonly visitor: Visitor;
  /** What the cargo is known by. */
  readonly name: string;
}

/** After what the page itself needs. */
const AFTER_MS = 4_000;

/** Draws nothing: the page can be read again without a connection, by the same person. */
export function KeepJourney({ visitor, name }: KeepJourneyProps) {
  const path = usePathname();
  const key = visitor?.kind === 'PERSON' ? visitor.key : null;
  useEffect(() => {
    if (key === null) return undefined;
    // Where nothing can be kept (full, forbidden, just offline) the page works as well.
    const timer = setTimeout(() => void keepJourney(key, path, name).catch(() => undefined), AFTER_MS);
    return () => clearTimeout(timer);
  }, [key, path, name]);
  return null;
}
