'use client';

import { useEffect } from 'react';
import type { Visitor } from '../search/visits.ts';
import { forgetLeftDevice, thisBrowser } from '../alerts/this-device.ts';
import { installWorker } from './install-worker.ts';
import { forgetLeftOver } from './kept-journeys.ts';
import { OfflineNote } from './offline-note.tsx';

/** What makes pages readable without a connection, and takes away what is not for whoever looks now, notifications too. */
export function Offline({ visitor }: { readonly visitor: Visitor }) {
  const kind = visitor?.kind ?? null;
  const key = visitor?.kind === 'PERSON' ? visitor.key : null;
  useEffect(() => {
    const who: Visitor = key !== null ? { kind: 'PERSON', key } : kind === 'NOBODY' ? { kind } : null;
    void forgetLeftOver(who).catch(() => undefined);
    void forgetLeftDevice(thisBrowser(), who).catch(() => undefined);
  }, [kind, key]);
  useEffect(() => {
    // In development every edit would have to get past what was kept before.
    if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return;
    void installWorker(navigator.serviceWorker);
  }, []);
  return <OfflineNote />;
}
