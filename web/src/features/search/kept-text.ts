'use client';

import { useSyncExternalStore } from 'react';

/** Beside the browser's own event, which other windows of it get. */
const listeners = new Set<() => void>();

function listen(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/** What this browser keeps under a name. Null: nothing, or it keeps nothing at all (private windows of some). */
export function readKept(name: string): string | null {
  try {
    return window.localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Null takes it away. */
export function keep(name: string, text: string | null): void {
  try {
    if (text === null) window.localStorage.removeItem(name);
    else window.localStorage.setItem(name, text);
  } catch {
    return; // Full or forbidden: it is a convenience, and the page works without.
  }
  for (const listener of listeners) listener();
}

/** The same for a component, which renders again when it changes in any window. Null while the server renders. */
export function useKept(name: string): string | null {
  return useSyncExternalStore(
    listen,
    () => readKept(name),
    () => null,
  );
}
