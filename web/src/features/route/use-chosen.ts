'use client';

import { useState } from 'react';
import { useHash } from '../../ui/use-hash.ts';

/** What is chosen of the way, in the list and on the map alike: `leg-`, `place-` or `position-` and its id; empty: nothing. */
export interface Choosing {
  readonly chosen: string;
  readonly choose: (chosen: string) => void;
}

const OF_THE_WAY = /^(?:leg|place|position)-/;

/** It stands in the address, in the place of what was chosen before. Whoever goes on to a line of the axis keeps it chosen. */
export function useChosen(): Choosing {
  const hash = useHash();
  const [chosen, setChosen] = useState('');
  const isTold = OF_THE_WAY.test(hash);
  if (isTold && hash !== chosen) setChosen(hash);
  const choose = (next: string) => {
    if (next !== '' || isTold)
      history.replaceState(
        null,
        '',
        next === '' ? location.pathname + location.search : `#${encodeURIComponent(next)}`,
      );
    setChosen(next);
  };
  return { chosen, choose };
}
