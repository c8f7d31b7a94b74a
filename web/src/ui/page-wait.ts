'use client';

import { useEffect, useSyncExternalStore } from 'react';

/** Who waits for another page: links and forms that were pressed, each until its page is there or it is gone itself. */
const waiting = new Set<object>();
const listeners = new Set<() => void>();

function change(one: object, waits: boolean): void {
  if (waits) waiting.add(one);
  else waiting.delete(one);
  for (const listener of listeners) listener();
}

/** Says of this link or form whether it waits for a page. */
export function usePageWait(waits: boolean): void {
  useEffect(() => {
    if (!waits) return undefined;
    const one = {};
    change(one, true);
    return () => change(one, false);
  }, [waits]);
}

/** Whether this page stands for another that is being fetched. */
export function useIsWaiting(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => waiting.size > 0,
    () => false,
  );
}
