'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { startTransition, useActionState, useState, type SubmitEvent } from 'react';
import account from '../account/account.module.css';
import { Said } from '../account/said.tsx';
import { addNumbers, type AddState } from './add-numbers.ts';
import { AddedRows } from './added-rows.tsx';
import { columnsOf, type Column } from './numbers-in.ts';

interface Chosen {
  readonly columns: readonly Column[];
  readonly problem: 'NO_TABLE' | 'TOO_LARGE' | 'NO_NUMBERS' | null;
}

const NOTHING: Chosen = { columns: [], problem: null };

interface AddFormProps {
  readonly list: string;
  /** Whether it stands open, as in a list that is empty. */
  readonly isOpen: boolean;
}

/** Follows what is pasted, or stands in a file: its numbers are taken out in the browser, and only they are sent. */
export function AddForm({ list, isOpen }: AddFormProps) {
  const t = useTranslations('watch');
  const [state, act, isPending] = useActionState<AddState, FormData>(addNumbers, null);
  const [chosen, choose] = useState<Chosen>(NOTHING);
  const [index, setIndex] = useState<number | null>(null);
  const column = chosen.columns.find((one) => one.index === index) ?? chosen.columns[0];
  const read = async (rows: () => Promise<string[][]>) => {
    const found = await rows().then(
      (cells): Chosen => {
        const columns = columnsOf(cells);
        return { columns, problem: columns.length === 0 ? 'NO_NUMBERS' : null };
      },
      (error: unknown): Chosen => ({ columns: [], problem: isTooLarge(error) ? 'TOO_LARGE' : 'NO_TABLE' }),
    );
    setIndex(null);
    choose(found);
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData();
    form.set('id', list);
    form.set('numbers', JSON.stringify(column?.numbers ?? []));
    form.set('rounded', JSON.stringify(column?.rounded ?? []));
    startTransition(() => act(form));
  };
  return (
    <>
      <details className={account.fresh} open={isOpen}>
        <summary>{t('add')}</summary>
        <form onSubmit={submit} className={account.form}>
          <label className={account.field}>
            {t('paste')}
            <textarea
              rows={5}
              spellCheck={false}
              autoCapitalize="characters"
              onChange={({ currentTarget: { value } }) => {
                if (value.trim() === '') choose(NOTHING);
                else void read(async () => (await import('./read-table.ts')).readText(value));
              }}
            />
            <small>{t('pasteHint')}</small>
          </label>
          <label className={account.field}>
            {t('file')}
            <input
              type="file"
              accept=".csv,.txt,.xlsx,text/csv,text/plain"
              onChange={({ currentTarget: { files } }) => {
                const file = files?.[0];
                if (file) void read(async () => (await import('./read-table.ts')).readFile(file));
              }}
            />
            <small>{t('fileHint')}</small>
          </label>
          {chosen.columns.length > 1 ? (
            <label className={account.field}>
              {t('column')}
              <select value={column?.index} onChange={({ currentTarget }) => setIndex(Number(currentTarget.value))}>
                {chosen.columns.map((one) => (
                  <option key={one.index} value={one.index}>
                    {t('columnOf', { name: one.head ?? one.numbers[0]?.said ?? '', count: one.numbers.length })}
                  </option>
                ))}
              </select>
            </label>
          ) : null}
          <div className={account.act}>
            <Button type="submit" loading={isPending} disabled={column === undefined}>
              {t('addSubmit', { count: column?.numbers.length ?? 0 })}
            </Button>
            {chosen.problem ? <output>{t(`files.${chosen.problem}`)}</output> : null}
            {state?.outcome === 'FAILED' ? <Said state={state} /> : null}
          </div>
        </form>
      </details>
      {state?.outcome === 'ADDED' ? <AddedRows list={list} added={state} /> : null}
    </>
  );
} // prettier-ignore

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && error.message === 'TOO_LARGE';
}
