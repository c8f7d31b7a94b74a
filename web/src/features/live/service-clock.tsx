'use client';

import { createContext, useContext, useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';

/** The service's time, which may run faster than the wall clock in the sample world. */
interface ServiceClock {
  readonly now: () => number;
  readonly onTick: (listener: () => void) => () => void;
  readonly start: () => () => void;
  readonly first: number;
}

function createServiceClock(firstInstant: string, rate: number): ServiceClock {
  const first = Date.parse(firstInstant);
  const listeners = new Set<() => void>();
  let current = first;
  return {
    first,
    now: () => current,
    onTick: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: () => {
      // The wall clock, since the other one stands still while the machine sleeps.
      const startedAt = Date.now();
      const timer = setInterval(() => {
        current = first + (Date.now() - startedAt) * rate;
        for (const listener of listeners) listener();
      }, 1000);
      return () => clearInterval(timer);
    },
  };
}

const ClockContext = createContext<ServiceClock | null>(null);

interface ServiceClockProviderProps {
  readonly now: string;
  readonly rate: number;
  readonly children: ReactNode;
}

export function ServiceClockProvider({ now, rate, children }: ServiceClockProviderProps) {
  const [clock] = useState(() => createServiceClock(now, rate));
  useEffect(() => clock.start(), [clock]);
  return <ClockContext value={clock}>{children}</ClockContext>;
}

/** Service time in epoch milliseconds, rounded down so that a component renders only when its grain is over. */
export function useNow(grainMs = 60_000): number {
  const clock = useContext(ClockContext);
  if (!clock) throw new Error('useNow needs a ServiceClockProvider');
  const rounded = (instant: number) => Math.floor(instant / grainMs) * grainMs;
  return useSyncExternalStore(
    clock.onTick,
    () => rounded(clock.now()),
    () => rounded(clock.first),
  );
}
