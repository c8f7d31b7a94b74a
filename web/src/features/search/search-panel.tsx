'use client';

import { displayNumber } from 'graph-schema/identifiers';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useMemo, type ReactNode } from 'react';
import { Link } from '../../i18n/navigation.ts';
import type { Followed } from './followed.ts';
import { NumberKinds } from './number-kinds.tsx';
import { NUMBERS_MAX, readNumbers } from './read-numbers.ts';
import styles from './search-panel.module.css';
import { SeveralNumbers } from './several-numbers.tsx';
import type { Visit } from './visits.ts';

interface SearchPanelProps {
  readonly ids: { readonly kinds: string; readonly list: string; readonly option: (index: number) => string };
  readonly text: string;
  readonly isOpen: boolean;
  readonly isNobody: boolean;
  readonly visits: readonly Visit[];
  readonly followed: readonly Followed[];
  /** Which of them, the recent ones first, the arrow keys stand on; -1: on none. */
  readonly active: number;
  readonly onChosen: () => void;
  readonly onForget: () => void;
  readonly children: ReactNode;
}

/** Under the box: what is in it is read as, and the recent journeys that fit. */
export function SearchPanel(props: SearchPanelProps) {
  const { ids, text, isOpen, isNobody, visits, followed, active, onChosen, onForget, children } = props;
  const t = useTranslations('search');
  const schemes = useTranslations('schemes');
  const typed = useDeferredValue(text);
  const numbers = useMemo(() => readNumbers(typed), [typed]);
  return (
    <div className={styles.panel} hidden={!isOpen}>
      <output id={ids.kinds} className={styles.kinds} data-testid="number-kinds">
        {isOpen ? <Reading numbers={numbers} isNobody={isNobody} /> : null}
      </output>
      {isOpen && visits.length + followed.length > 0 ? (
        <section>
          {visits.length > 0 ? (
            <header className={styles.head}>
              <span>{t('recent')}</span>
              <button type="button" onClick={onForget}>
                {t('forget')}
              </button>
            </header>
          ) : null}
          {/* oxlint-disable jsx-a11y/prefer-tag-over-role -- options of a datalist lead nowhere, and a fieldset groups fields */}
          <div id={ids.list} role="listbox" aria-label={t('offered')}>
            {visits.length > 0 ? (
              <div role="group" aria-label={t('recent')} data-testid="recent">
                {visits.map(({ id, scheme, value }, index) => (
                  <Option
                    key={id}
                    id={ids.option(index)}
                    isActive={index === active}
                    href={`/shipments/${encodeURIComponent(id)}`}
                    onChosen={onChosen}
                    shown={displayNumber(scheme, value)}
                    kind={schemes(scheme)}
                  />
                ))}
              </div>
            ) : null}
            {followed.length > 0 ? (
              <div role="group" aria-label={t('followed')} data-testid="followed">
                <span aria-hidden="true" className={styles.group}>
                  {t('followed')}
                </span>
                {followed.map(({ key, shown, scheme, href }, index) => (
                  <Option
                    key={key}
                    id={ids.option(visits.length + index)}
                    isActive={visits.length + index === active}
                    href={href}
                    onChosen={onChosen}
                    shown={shown}
                    kind={scheme ? schemes(scheme) : ''}
                  />
                ))}
              </div>
            ) : null}
          </div>
          {/* oxlint-enable jsx-a11y/prefer-tag-over-role */}
        </section>
      ) : null}
      {children}
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly isActive: boolean;
  readonly href: string;
  readonly onChosen: () => void;
  readonly shown: string;
  readonly kind: string;
}

function Option({ id, isActive, href, onChosen, shown, kind }: OptionProps) {
  return (
    <Link
      id={id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- options of a datalist lead nowhere
      role="option"
      aria-selected={isActive}
      tabIndex={-1}
      href={href}
      prefetch={false}
      className={styles.option}
      onClick={onChosen}
    >
      <span className="number">{shown}</span>
      <small>{kind}</small>
    </Link>
  );
}

interface ReadingProps {
  readonly numbers: readonly string[];
  readonly isNobody: boolean;
}

function Reading({ numbers, isNobody }: ReadingProps) {
  const t = useTranslations('search');
  const [number, another] = numbers;
  if (number === undefined) return <span>{t('hint', { most: NUMBERS_MAX })}</span>;
  if (another === undefined) return <NumberKinds number={number} />;
  return (
    <>
      <SeveralNumbers numbers={numbers} />
      {isNobody ? <span>{t('severalSignIn')}</span> : null}
    </>
  );
}
