'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useState } from 'react';
import styles from './account.module.css';
import type { Failed } from './problem.ts';

export type ConfirmState = Failed | { readonly outcome: 'DONE' } | null;

interface ConfirmFormProps {
  /** What it does to the thing of this id. */
  readonly action: (state: ConfirmState, form: FormData) => Promise<ConfirmState>;
  readonly id: string;
  /** What else it is told. */
  readonly with?: Readonly<Record<string, string>>;
  readonly words: string;
  /** The same with what it is done to, for those who cannot see which row it stands in. */
  readonly label: string;
  /** What follows from it. */
  readonly sure: string;
  readonly confirm: string;
}

/** Something that cannot be undone: asked again, in its place, before it is done. */
export function ConfirmForm({ action, id, with: more = {}, words, label, sure, confirm }: ConfirmFormProps) {
  const t = useTranslations('account');
  const [state, act, isPending] = useActionState(action, null);
  const [isAsked, ask] = useState(false);
  if (!isAsked)
    return (
      <span className={styles.confirm}>
        <button type="button" className={styles.quietButton} aria-label={label} onClick={() => ask(true)}>
          {words}
        </button>
      </span>
    );
  return (
    <form action={act} className={styles.confirm}>
      <input type="hidden" name="id" value={id} />
      {Object.entries(more).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p className={styles.hint}>{state?.outcome === 'FAILED' ? t(`problems.${state.problem}`) : sure}</p>
      {/* Who pressed the button before goes on where it stood. */}
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
      <button type="submit" className={styles.danger} disabled={isPending} autoFocus>
        {confirm}
      </button>
      <button type="button" className={styles.quietButton} onClick={() => ask(false)}>
        {t('keep')}
      </button>
    </form>
  );
}
