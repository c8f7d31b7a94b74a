'use client';

import { useTransition } from 'react';
import { useRouter } from './plain-navigation.ts';

/** Fetches the page that stands there anew, which stays until the new one has come; and whether it is being fetched. */
export function useAnew(): readonly [isAsking: boolean, ask: () => void] {
  const router = useRouter();
  const [isAsking, start] = useTransition();
  return [isAsking, () => start(() => router.refresh())];
}
