import type { Asker } from 'graph-schema/domain/access/asker';
import { sightName } from '../feed/find-position.ts';
import { feedReader } from './own-rules.ts';

/** Calls back with who asks by now, each time that he sees other things than before, or is judged by other limits. */
export type OnSightChange = (listener: (asker: Asker) => void) => void;

/** Whether who asks for a subscription still sees what he saw when it began, or was last looked at. */
export function sightChanges(asker: Asker): { readonly look: (now: Asker) => void; readonly on: OnSightChange } {
  const listeners: ((asker: Asker) => void)[] = [];
  let known = sightName(feedReader(asker));
  return {
    look(now) {
      const name = sightName(feedReader(now));
      if (name === known) return;
      known = name;
      for (const listener of listeners) listener(now);
    },
    on: (listener) => void listeners.push(listener),
  };
} // prettier-ignore
