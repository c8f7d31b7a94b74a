'use client';

import { useTranslations } from 'next-intl';
import type { SubmitEvent } from 'react';
import { Link } from '../../i18n/navigation.ts';
import { useGo } from '../../i18n/use-go.ts';
import { filledIn } from '../../ui/filled-in.ts';
import {
  DATE_FILTERS,
  EXCEPTIONS,
  PHASES,
  ROWS,
  type Rows,
  rowsOf,
  SEVERITIES,
  TEXT_FILTERS,
  type Address,
} from './list-address.ts';
import { COLUMNS, columnsOf, columnsText, DIRECTIONS, SORTS } from './list-order.ts';
import styles from './shipments.module.css';
import { useListedWords } from './use-listed-words.ts';

/** Those that most people ask by stand open; the others fold out, and stay open while one of them limits the list. */
const FIRST = ['bill', 'container', 'waybill', 'port'] as const;
const MORE = TEXT_FILTERS.filter((name) => !(FIRST as readonly string[]).includes(name));
const DATES = DATE_FILTERS.flatMap((name) => [`${name}From`, `${name}Until`] as const);

interface ShipmentFiltersProps {
  readonly address: Address;
  /** Where the list stands. */
  readonly pathname: string;
  /** What the list without limits is called. */
  readonly all: string;
  /** Rows of a page where the address says none. */
  readonly usualRows?: Rows;
}

/** A plain form: what it asks for stands in the address, so that a list can be kept and passed on. */
export function ShipmentFilters({ address, pathname, all, usualRows }: ShipmentFiltersProps) {
  const t = useTranslations('list');
  const phases = useTranslations('phases');
  const severities = useTranslations('severities');
  const words = useListedWords();
  const go = useGo();
  const show = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const columns = new FormData(event.currentTarget)
      .getAll('columns')
      .filter((one) => typeof one === 'string');
    const { columns: _, ...query } = filledIn(event.currentTarget);
    const chosen = columnsText(columns);
    go({ pathname, query: chosen === null ? query : { ...query, columns: chosen } });
  };
  const text = (name: (typeof TEXT_FILTERS)[number]) => (
    <label key={name}>
      <span>{t(`filters.${name}`)}</span>
      <input name={name} defaultValue={address[name]} maxLength={200} autoComplete="off" />
    </label>
  );
  const choice = (name: 'phase' | 'exception' | 'attention', options: ChoiceProps['options']) => (
    <Choice name={name} label={t(name)} any={t('any')} value={address[name]} options={options} />
  );
  return (
    <search aria-label={t('filter')}>
    <form method="get" onSubmit={show} className={styles.filters}>
      <div className={styles.fields}>
        {FIRST.map(text)}
        {choice('phase', PHASES.map((one) => [one, phases(one)]))}
        {choice('exception', EXCEPTIONS.map((one) => [one, words.exception(one)]))}
        {choice('attention', SEVERITIES.map((one) => [one, severities(one)]))}
        <Choice name="sort" label={t('sort')} any={null} value={address['sort']} options={SORTS.map((one) => [one, t(`sorts.${one}`)])} />
        <Choice name="direction" label={t('direction')} any={t('usualDirection')} value={address['direction']} options={DIRECTIONS.map((one) => [one, t(`directions.${one}`)])} />
        <Choice name="rows" label={t('rows')} any={null} value={String(rowsOf(address, usualRows))} options={ROWS.map((rows) => [String(rows), String(rows)])} />
      </div>
      <details open={[...MORE, ...DATES].some((name) => address[name])}>
        <summary>{t('more')}</summary>
        <div className={styles.fields}>
          {MORE.map(text)}
          {DATES.map((name) => (
            <label key={name}>
              <span>{t(`filters.${name}`)}</span>
              <input type="date" name={name} defaultValue={address[name]} />
            </label>
          ))}
        </div>
      </details>
      <fieldset className={styles.columns}>
        <legend>{t('shownColumns')}</legend>
        {COLUMNS.map((column) => (
          <label key={column}>
            <input type="checkbox" name="columns" value={column} defaultChecked={columnsOf(address).includes(column)} />
            {t(`columns.${column}`)}
          </label>
        ))}
      </fieldset>
      <div className={styles.act}>
        <button type="submit">{t('submit')}</button>
        {Object.keys(address).length > 0 ? <Link href={pathname}>{all}</Link> : null}
      </div>
    </form>
    </search>
  ); // prettier-ignore
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  /** Null: one of them always counts. */
  readonly any: string | null;
  readonly value: string | undefined;
  readonly options: readonly (readonly [value: string, label: string])[];
}

function Choice({ name, label, any, value, options }: ChoiceProps) {
  return (
    <label>
      <span>{label}</span>
      <select name={name} defaultValue={value ?? ''}>
        {any === null ? null : <option value="">{any}</option>}
        {options.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
