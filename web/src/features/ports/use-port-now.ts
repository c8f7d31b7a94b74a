'use client';

import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { PortNewsDocument, PortNowDocument, type PortNow } from './ports.graphql.ts';

/** News of one moment are asked about together. */
const SOON_MS = 3000;
/** Times pass without news, too. */
const ALWAYS_MS = 60_000;

/** The port as the server rendered it, then asked again after news of it, and each minute. `isOld`: the last try failed. */
export function usePortNow(code: string, initial: PortNow): { readonly now: PortNow; readonly isOld: boolean } {
  const client = useClient();
  const [answer, setAnswer] = useState({ now: initial, isOld: false });
  useEffect(() => {
    let soon: ReturnType<typeof setTimeout> | null = null;
    let isOver = false;
    const ask = async () => {
      const { data } = await client.query(PortNowDocument, { code }, { requestPolicy: 'network-only' });
      soon = null;
      if (isOver) return;
      const now = data?.port.__typename === 'Port' ? data.port.now : null;
      setAnswer((before) => (now ? { now, isOld: false } : { ...before, isOld: true }));
    };
    const askSoon = () => (soon ??= setTimeout(() => void ask(), SOON_MS));
    const news = client.subscription(PortNewsDocument, { code }).subscribe(askSoon);
    const timer = setInterval(askSoon, ALWAYS_MS);
    return () => {
      isOver = true;
      news.unsubscribe();
      clearInterval(timer);
      if (soon) clearTimeout(soon);
    };
  }, [client, code]);
  return answer;
} // prettier-ignore
