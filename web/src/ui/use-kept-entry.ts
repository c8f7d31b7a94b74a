'use client';

import { useEffect } from 'react';

/** What of the window knows the addresses that were gone through. */
interface Place {
  readonly history: Pick<History, 'state' | 'replaceState'>;
  readonly location: Pick<Location, 'href'>;
}

/**
 * A step within the page, by `#`, leaves an entry that the browser made, without the tree that Next.js keeps with its own: going back to it from
 * another page would change the address alone (app-router.js, `handlePopState`). Said once more through its router, it is kept as any other.
 */
export function keepEntry({ history, location }: Place): void {
  if (history.state === null) history.replaceState(null, '', location.href);
}

/** Whoever goes back to a place within this page comes to this page. */
export function useKeptEntry(): void {
  useEffect(() => {
    const keep = () => keepEntry(window);
    addEventListener('hashchange', keep);
    return () => removeEventListener('hashchange', keep);
  }, []);
}
