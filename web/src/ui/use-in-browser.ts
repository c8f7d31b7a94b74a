'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** What a browser knows and never changes (a plain value); `before` on the server, and until the page comes alive. */
export function useInBrowser<T>(read: () => T, before: T): T {
  return useSyncExternalStore(never, read, () => before);
}
