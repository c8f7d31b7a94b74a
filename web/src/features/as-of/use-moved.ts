'use client';

import { useEffect, useRef, useState, useTransition } from 'react';

/** While it moves nothing is asked for; so long after it stood still. */
const SETTLE_MS = 300;

interface Moved {
  /** Where the thumb stands: at what is shown, or ahead of it. */
  readonly shown: string | null;
  readonly move: (to: string | null) => void;
  /** At once. */
  readonly reset: () => void;
  /** What was asked for is not shown yet. */
  readonly isPending: boolean;
}

/** The thumb of a slider goes ahead of the page, which follows when it stands still. Null: now. */
export function useMoved(asOf: string | null, look: (asOf: string | null) => void): Moved {
  const [moved, setMoved] = useState<string | null | undefined>(undefined);
  const [isPending, startTransition] = useTransition();
  const settling = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(settling.current), []);
  const go = (to: string | null, afterMs: number) => {
    setMoved(to);
    clearTimeout(settling.current);
    settling.current = setTimeout(() => {
      // Together with the page: between the two the thumb would jump back.
      startTransition(() => {
        look(to);
        setMoved(undefined);
      });
    }, afterMs);
  };
  return {
    shown: moved === undefined ? asOf : moved,
    move: (to) => go(to, SETTLE_MS),
    reset: () => go(null, 0),
    isPending,
  };
}
