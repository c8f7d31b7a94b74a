'use client';

import { useState, type KeyboardEvent } from 'react';

interface Options {
  readonly count: number;
  readonly isOpen: boolean;
  readonly setOpen: (isOpen: boolean) => void;
  /** Follows the option. */
  readonly choose: (index: number) => void;
  readonly clear: () => void;
}

/**
 * Keys of a box with a list under it, as the combobox pattern of WAI-ARIA has them: the focus stays in the box, arrows go through
 * the list and back to what is typed, Enter follows, Escape closes and then clears.
 *
 * The combobox of the component kit does the same and brings its popovers: 22 kB compressed on every page, which the journey has not left.
 */
export function useOptions({ count, isOpen, setOpen, choose, clear }: Options) {
  const [at, setAt] = useState(-1);
  const active = isOpen && at < count ? at : -1;
  const onKeyDown = (event: KeyboardEvent) => {
    // An input method that composes a word has these keys for itself.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      setAt(nextOption(active, count, event.key === 'ArrowDown' ? 1 : -1));
    } else if (event.key === 'Enter' && active >= 0) {
      event.preventDefault();
      choose(active);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (isOpen) setOpen(false);
      else clear();
    }
  };
  return { active, onKeyDown, leaveOptions: () => setAt(-1) };
}

/** Round through -1, what is typed, and the options 0 to count - 1. */
export function nextOption(active: number, count: number, step: 1 | -1): number {
  const places = count + 1;
  return ((active + 1 + step + places) % places) - 1;
}
