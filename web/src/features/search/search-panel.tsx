'use client';

import { displayNumber } from 'graph-schema/identifiers';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useMemo, type ReactNode } from 'react';
import { Link } from '../../i18n/navigation.ts';
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
  /** Which of them the arrow keys stand on; -1: on none. */
  readonly active: number;
  readonly onChosen: () => void;
  readonly onForget: () => void;
  readonly children: ReactNode;
}

/** Under the box: what is in it is read as, and the recent journeys that fit. */
export function SearchPanel(props: SearchPanelProps) {
  const { ids, text, isOpen, isNobody, visits, active, onChosen, onForget, children } = props;
  const t = useTranslations('search');
  const schemes = useTranslations('schemes');
  const typed = useDeferredValue(text);
  const numbers = useMemo(() => readNumbers(typed), [typed]);
  return (
    <div className={styles.panel} hidden={!isOpen}>
      <output id={ids.kinds} className={styles.kinds} data-testid="number-kinds">
        {isOpen ? <Reading numbers={numbers} isNobody={isNobody} /> : null}
      </output>
      {isOpen && visits.length > 0 ? (
        <section>
          <header className={styles.head}>
            <span>{t('recent')}</span>
            <button type="button" onClick={onForget}>
              {t('forget')}
            </button>
          </header>
          {/* oxlint-disable jsx-a11y/prefer-tag-over-role -- options of a datalist lead nowhere */}
          <div id={ids.list} role="listbox" aria-label={t('recent')} data-testid="recent">
            {visits.map(({ id, scheme, value }, index) => (
              <Link
                key={id}
                id={ids.option(index)}
                role="option"
                aria-selected={index === active}
                tabIndex={-1}
                href={`/shipments/${encodeURIComponent(id)}`}
                prefetch={false}
                className={styles.option}
                onClick={onChosen}
              >
                <span className="number">{displayNumber(scheme, value)}</span>
                <small>{schemes(scheme)}</small>
              </Link>
            ))}
          </div>
          {/* oxlint-enable jsx-a11y/prefer-tag-over-role */}
        </section>
      ) : null}
      {children}
    </div>
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
