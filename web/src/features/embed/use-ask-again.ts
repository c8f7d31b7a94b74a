'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const EVERY_MS = 60_000;

/**
 * Renders the page anew each minute while somebody may see it. An embedded card opens no socket: a page may hold dozens of
 * them, and none is watched as a journey is.
 */
export function useAskAgain(): void {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [router]);
}
