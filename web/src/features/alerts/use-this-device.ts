'use client';

import { useCallback, useEffect, useState } from 'react';
import { endpointOf, hashOf, thisBrowser } from './this-device.ts';

/** UNABLE: it shows none; DENIED: its owner forbade them, and has to change that in its settings; `hash` null: it is not subscribed. */
export type ThisDeviceState = 'UNABLE' | 'DENIED' | { readonly hash: string | null };

/** What the browser that looks is by now; null until it has said so. `look` asks it again. `serverKey`: with which it should be subscribed. */
export function useThisDevice(serverKey: string): { readonly state: ThisDeviceState | null; readonly look: () => Promise<void> } {
  const [state, set] = useState<ThisDeviceState | null>(null);
  const look = useCallback(async () => set(await stateOf(serverKey)), [serverKey]);
  useEffect(() => {
    void stateOf(serverKey).then(set);
  }, [serverKey]);
  return { state, look };
} // prettier-ignore

async function stateOf(serverKey: string): Promise<ThisDeviceState> {
  const browser = thisBrowser();
  if (browser === null) return 'UNABLE';
  if (browser.permission() === 'denied') return 'DENIED';
  const endpoint = await endpointOf(browser, serverKey).catch(() => null);
  return { hash: endpoint === null ? null : await hashOf(endpoint) };
}
