'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useRef, useState } from 'react';
import { ColumnHeads } from '../../ui/column-heads.tsx';
import account from '../account/account.module.css';
import { ConfirmForm } from '../account/confirm-form.tsx';
import { Said } from '../account/said.tsx';
import table from '../account/table.module.css';
import type { AlertList, AlertRule } from './alerts.graphql.ts';
import { ChangeRuleForm } from './change-rule-form.tsx';
import { deleteRule, enableRule, pauseRule } from './change-alerts.ts';
import { RuleWords } from './rule-words.tsx';
import styles from './alerts.module.css';

interface RuleListProps {
  readonly rules: readonly AlertRule[];
  readonly lists: readonly AlertList[];
}

export function RuleList({ rules, lists }: RuleListProps) {
  const t = useTranslations('alerts');
  const [opened, open] = useState<string | null>(null);
  const opener = useRef<HTMLElement | null>(null);
  const shown = rules.find(({ id }) => id === opened);
  // Whoever closes the form goes on from the button that opened it.
  const close = () => {
    open(null);
    opener.current?.focus();
  };
  if (rules.length === 0) return <p className={account.lead}>{t('none')}</p>;
  return (
    <>
      <table className={table.table} data-testid="alert-rules">
        <caption className="visually-hidden">{t('rules')}</caption>
        <thead>
          <tr>
            <ColumnHeads names={(['rule', 'tells', 'state', 'actions'] as const).map((head) => t(`columns.${head}`))} />
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <tr key={rule.id}>
              <th scope="row" data-head={t('columns.rule')}>
                <span>{rule.name}</span>
              </th>
              <td data-head={t('columns.tells')}>
                <RuleWords rule={rule} lists={lists} />
              </td>
              <td data-head={t('columns.state')} data-state={rule.state}>
                <span>{t(`states.${rule.state}`)}</span>
              </td>
              <td data-head={t('columns.actions')}>
                <span className={styles.acts}>
                  <Switch rule={rule} />
                  <button type="button" className={account.quietButton} aria-label={t('changeOf', { name: rule.name })} onClick={({ currentTarget }) => {
                      opener.current = currentTarget;
                      open(rule.id);
                    }}>
                    {t('change')}
                  </button>
                  <ConfirmForm
                    action={deleteRule}
                    id={rule.id}
                    words={t('delete')}
                    label={t('deleteOf', { name: rule.name })}
                    sure={t('deleteSure')}
                    confirm={t('deleteConfirm')}
                  />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown ? <ChangeRuleForm key={shown.id} lists={lists} rule={shown} close={close} /> : null}
    </>
  );
} // prettier-ignore

/** Pauses a rule, or follows it again. */
function Switch({ rule: { id, name, state: now } }: { readonly rule: AlertRule }) {
  const t = useTranslations('alerts');
  const [state, act, isPending] = useActionState(now === 'ENABLED' ? pauseRule : enableRule, null);
  return (
    <form action={act} className={account.act}>
      <input type="hidden" name="id" value={id} />
      <button
        type="submit"
        className={account.quietButton}
        disabled={isPending}
        aria-label={t(now === 'ENABLED' ? 'pauseOf' : 'enableOf', { name })}
      >
        {t(now === 'ENABLED' ? 'pause' : 'enable')}
      </button>
      <Said state={state} />
    </form>
  );
}
