'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useEffect, useRef, useState, type ReactNode } from 'react';
import account from '../account/account.module.css';
import type { ConfirmState } from '../account/confirm-form.tsx';
import { Said } from '../account/said.tsx';
import { followRows, removeRows } from './change-lists.ts';
import type { WatchListSummary } from './watch.graphql.ts';
import styles from './watch.module.css';

interface MarkedRowsProps {
  /** The list that marked rows are taken out of; or those of which they may be put into one. */
  readonly list: string | readonly Pick<WatchListSummary, 'id' | 'name'>[];
  /** Which rows there are: when there are others, none is marked. */
  readonly rows: string;
  /** A table with a box in each row to mark it by. */
  readonly children: ReactNode;
}

/** Rows of which those that are marked are followed together, or no more. */
export function MarkedRows({ list, rows, children }: MarkedRowsProps) {
  const t = useTranslations('watch');
  const isRemoval = typeof list === 'string';
  const [state, act, isPending] = useActionState<ConfirmState, FormData>(isRemoval ? removeRows : followRows, null);
  const [count, setCount] = useState(0);
  const marks = useRef<HTMLFormElement>(null);
  const before = useRef(rows);
  // Made anew, the form would lose the focus of whoever sorts by a head of its table.
  useEffect(() => {
    if (before.current !== rows) marks.current?.reset();
    before.current = rows;
  }, [rows]);
  return (
    <form
      ref={marks}
      action={act}
      onChange={({ currentTarget }) => setCount(boxesIn(currentTarget).filter(({ checked }) => checked).length)}
      onReset={() => setCount(0)}
    >
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
        {isRemoval ? (
          <input type="hidden" name="id" value={list} />
        ) : (
          <label className={account.choice}>
            {t('into')}
            <select name="id">
              {list.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name ?? t('own')}
                </option>
              ))}
            </select>
          </label>
        )}
        <button type="submit" className={account.quietButton} disabled={isPending || count === 0}>
          {t(isRemoval ? 'remove' : 'followMarked', { count })}
        </button>
        <Said state={state} done={isRemoval ? '' : t('markedFollowed')} />
      </div>
      {children}
    </form>
  );
} // prettier-ignore

function boxesIn(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>('tbody input[type="checkbox"]')];
}
