'use client';

import { useTransition } from 'react';
import { usePageWait } from '../ui/page-wait.ts';
import { useRouter } from './plain-navigation.ts';

type Address = Parameters<ReturnType<typeof useRouter>['push']>[0];

/** Leads to another page, as a form does; while that is fetched, this one says that it waits. */
export function useGo(): (to: Address) => void {
  const router = useRouter();
  const [isPending, start] = useTransition();
  usePageWait(isPending);
  return (to) => start(() => router.push(to));
}
