'use client';

import { useLinkStatus } from 'next/link';
import type { ComponentProps } from 'react';
import { usePageWait } from '../ui/page-wait.ts';
import { Link as PlainLink } from './plain-navigation.ts';

/** A link to a page in the language of this one; while that page is fetched, this one says that it waits. */
export function Link({ children, ...link }: ComponentProps<typeof PlainLink>) {
  return (
    <PlainLink {...link}>
      {children}
      <Waits />
    </PlainLink>
  );
}

function Waits() {
  usePageWait(useLinkStatus().pending);
  return null;
}
