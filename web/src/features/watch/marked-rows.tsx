'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useState, type ReactNode } from 'react';
import account from '../account/account.module.css';
import type { ConfirmState } from '../account/confirm-form.tsx';
import { Said } from '../account/said.tsx';
import { removeRows } from './change-lists.ts';
import styles from './watch.module.css';

interface MarkedRowsProps {
  readonly list: string;
  /** A table with a box in each row to mark it by. */
  readonly children: ReactNode;
}

/** Rows of which those that are marked are taken out of the list together. */
export function MarkedRows({ list, children }: MarkedRowsProps) {
  const t = useTranslations('watch');
  const [state, act, isPending] = useActionState<ConfirmState, FormData>(removeRows, null);
  const [count, setCount] = useState(0);
  return (
    <form
      action={act}
      onChange={({ currentTarget }) => setCount(boxesIn(currentTarget).filter(({ checked }) => checked).length)}
      onReset={() => setCount(0)}
    >
      <input type="hidden" name="id" value={list} />
      <div className={styles.marked}>
        <label className={account.choice}>
          <input
            type="checkbox"
            onChange={({ currentTarget: { checked, form } }) => {
              for (const box of form ? boxesIn(form) : []) box.checked = checked;
            }}
          />
          {t('markAll')}
        </label>
        <button type="submit" className={account.quietButton} disabled={isPending || count === 0}>
          {t('remove', { count })}
        </button>
        <Said state={state} />
      </div>
      {children}
    </form>
  );
} // prettier-ignore

function boxesIn(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>('tbody input[type="checkbox"]')];
}
