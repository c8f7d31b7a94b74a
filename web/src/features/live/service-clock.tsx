'use client';

import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';

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

interface StandingClockProps {
  /** Epoch milliseconds; null: the clock goes on. */
  readonly at: number | null;
  readonly children: ReactNode;
}

/** For what is shown as of an instant: inside it is that instant, ages are counted from it. */
export function StandingClock({ at, children }: StandingClockProps) {
  const clock = useContext(ClockContext);
  const standing = useMemo(() => (at === null ? null : standingAt(at)), [at]);
  return <ClockContext value={standing ?? clock}>{children}</ClockContext>;
}

function standingAt(first: number): ServiceClock {
  const never = () => () => undefined;
  return { first, now: () => first, onTick: never, start: never };
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
