import { startTransition, useActionState, type SubmitEvent } from 'react';
import { useInBrowser } from '../../ui/use-in-browser.ts';

/**
 * A form that an action of the server takes. What is filled in stays where the action refuses it, which React's own `action` would
 * clear; `prepare` adds what only the browser knows. It waits until the page is alive, too: a browser that sends a form by itself writes
 * what it holds into the address.
 */
export function useSubmit<State>(
  action: (state: Awaited<State> | null, form: FormData) => Promise<State>,
  prepare: (form: FormData) => FormData = (form) => form,
) {
  const [state, act, isPending] = useActionState<Awaited<State> | null, FormData>(
    (before, form) => action(before, form) as Promise<Awaited<State>>,
    null,
  );
  const isAlive = useInBrowser(() => true, false);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    startTransition(() => act(prepare(form)));
  };
  return { state, submit, isPending: isPending || !isAlive };
}
