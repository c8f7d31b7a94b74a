import { chosenIn, numbersIn } from '../account/form-values.ts';
import { textIn } from '../account/problem.ts';
import { EXCEPTIONS, PHASES } from '../shipments/list-address.ts';
import type { Webhook } from './webhooks.graphql.ts';

type Filter = Webhook['filter'];
type Of<Name extends keyof Filter> = NonNullable<Filter[Name]>[number];

/** What a filter can be made of, in the order in which it is offered. */
export const KINDS = ['ADDED', 'WITHDRAWN', 'DERIVED', 'VISIBLE', 'HIDDEN', 'MERGED_INTO'] as const satisfies readonly Of<'kinds'>[]; // prettier-ignore
export const PARTS = ['PHASE', 'PLACE', 'DESTINATION', 'NEXT', 'ETA', 'READINESS'] as const satisfies readonly Of<'parts'>[]; // prettier-ignore
export { EXCEPTIONS, PHASES };

export const DELIVERY_STATES = ['PENDING', 'DELIVERED', 'DEAD', 'SKIPPED'] as const;
export const KEEP_HOURS = [24, 72, 0] as const;
export const ENTRIES_MAX = 1000;

/** What a form asks for; a list that nothing was chosen of is left out, which asks for all. */
export function filterIn(form: FormData) {
  const list = textIn(form, 'watchList');
  return {
    watchList: list === '' ? null : list,
    numbers: numbersIn(form, 'numbers'),
    kinds: chosenIn(form, 'kinds', KINDS),
    phases: chosenIn(form, 'phases', PHASES),
    exceptions: chosenIn(form, 'exceptions', EXCEPTIONS),
    parts: chosenIn(form, 'parts', PARTS),
  };
}
