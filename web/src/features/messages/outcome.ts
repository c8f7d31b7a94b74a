import type en from '../../../messages/en.json';

export type Outcome = keyof typeof en.sources.outcomes;

/** What became of a message, as the page names it. */
export function outcomeOf({ outcome }: { readonly outcome: string | null }): Outcome {
  return (outcome ?? 'PENDING') as Outcome;
}

/** Nothing was taken of it, and nothing will be by itself. */
export function needsSomebody(outcome: Outcome): boolean {
  return outcome === 'DEAD' || outcome === 'UNREADABLE';
}
