'use client';

import { useSyncExternalStore } from 'react';

/** The part of the address behind `#`, without it; empty on the server and where there is none. */
export function useHash(): string {
  return useSyncExternalStore(
    onHashChange,
    () => decodeURIComponent(location.hash.slice(1)),
    () => '',
  );
}

function onHashChange(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}
