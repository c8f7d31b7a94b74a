'use client';

import { useTranslations } from 'next-intl';
import type { SubmitEvent } from 'react';
import { Link } from '../../i18n/navigation.ts';
import { useGo } from '../../i18n/use-go.ts';
import { filledIn } from '../../ui/filled-in.ts';
import styles from '../shipments/shipments.module.css';
import { ACTIONS } from './audit-actions.ts';
import { ID_MAX, type Address } from './audit-address.ts';
import type { NamedActor } from './audit.graphql.ts';

interface AuditFiltersProps {
  readonly address: Address;
  readonly people: readonly NamedActor[];
  readonly keys: readonly NamedActor[];
}

/** A plain form: what it asks for stands in the address, so that a finding can be kept and passed on. */
export function AuditFilters({ address, people, keys }: AuditFiltersProps) {
  const t = useTranslations('audit');
  const go = useGo();
  const actor = address['actor'] ?? '';
  const isListed = actor === '' || [...people, ...keys].some(({ id }) => id === actor);
  const show = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    go({ pathname: '/account/audit', query: filledIn(event.currentTarget) });
  };
  return (
    <search aria-label={t('filters')}>
      <form method="get" onSubmit={show} className={styles.filters}>
        <div className={styles.fields}>
          <label>
            <span>{t('actor')}</span>
            <select name="actor" defaultValue={actor}>
              <option value="">{t('anybody')}</option>
              {isListed ? null : <option value={actor}>{actor}</option>}
              <Actors label={t('people')} actors={people} />
              <Actors label={t('keys')} actors={keys} />
            </select>
          </label>
          <label>
            <span>{t('action')}</span>
            <select name="action" defaultValue={address['action'] ?? ''}>
              <option value="">{t('anything')}</option>
              {ACTIONS.map((one) => (
                <option key={one} value={one}>
                  {t(`actions.${one}`)}
                </option>
              ))}
            </select>
          </label>
          <label>
            <span>{t('from')}</span>
            <input type="date" name="from" defaultValue={address['from']} />
          </label>
          <label>
            <span>{t('until')}</span>
            <input type="date" name="until" defaultValue={address['until']} />
          </label>
          <label>
            <span>{t('subject')}</span>
            <input name="subject" defaultValue={address['subject']} maxLength={ID_MAX} autoComplete="off" spellCheck={false} />
          </label>
        </div>
        <div className={styles.act}>
          <button type="submit">{t('submit')}</button>
          {Object.keys(address).length > 0 ? <Link href="/account/audit">{t('all')}</Link> : null}
        </div>
      </form>
    </search>
  );
} // prettier-ignore

function Actors({ label, actors }: { readonly label: string; readonly actors: readonly NamedActor[] }) {
  if (actors.length === 0) return null;
  return (
    <optgroup label={label}>
      {actors.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </optgroup>
  );
}
