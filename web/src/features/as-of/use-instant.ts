'use client';

import { useSearchParams } from 'next/navigation';
import { readAsOf } from './read-as-of.ts';

/** The instant that the address looks back to; null: now. */
export function useInstant(): string | null {
  return readAsOf(useSearchParams().get('asOf') ?? undefined);
}

/** Puts another instant in the address, in the place of the one before: going back leaves the page, not each step of a slider. */
export function lookAt(asOf: string | null): void {
  const { pathname, hash } = location;
  const search = asOf === null ? '' : `?${new URLSearchParams({ asOf }).toString()}`;
  history.replaceState(null, '', `${pathname}${search}${hash}`);
}
