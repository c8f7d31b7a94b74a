'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import account from '../account/account.module.css';
import type { ConfirmState } from '../account/confirm-form.tsx';
import { Said } from '../account/said.tsx';
import { useSubmit } from '../account/use-submit.ts';

interface NameFormProps {
  readonly action: (state: ConfirmState, form: FormData) => Promise<ConfirmState>;
  /** What it opens by, and what its button says. */
  readonly words: string;
  readonly submit: string;
  /** The list that is called something else; null: a new one. */
  readonly list: { readonly id: string; readonly name: string } | null;
}

/** A new list of the firm, or another name for one. */
export function NameForm({ action, words, submit, list }: NameFormProps) {
  const t = useTranslations('watch');
  const { state, submit: send, isPending } = useSubmit(action);
  return (
    <details className={account.fresh}>
      <summary>{words}</summary>
      <form onSubmit={send} className={account.form}>
        {list ? <input type="hidden" name="id" value={list.id} /> : null}
        <label className={account.field}>
          {t('name')}
          <input name="name" required maxLength={100} autoComplete="off" defaultValue={list?.name ?? ''} />
          <small>{t('nameHint')}</small>
        </label>
        <div className={account.act}>
          <Button type="submit" loading={isPending}>
            {submit}
          </Button>
          <Said state={state} done={t('done')} />
        </div>
      </form>
    </details>
  );
}
