'use client';

import { Button } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import {
  useEffect,
  useId,
  useRef,
  useState,
  useTransition,
  type ClipboardEvent,
  type FormEvent,
} from 'react';
import { useRouter } from '../../i18n/navigation.ts';
import { Icon } from '../../ui/icon.tsx';
import { usePageWait } from '../../ui/page-wait.ts';
import { BoxKeysHint, useBoxKey } from './box-keys-hint.tsx';
import { matchingFollowed, useFollowed } from './followed.ts';
import { matchingVisits } from './matching-visits.ts';
import { pasteLines } from './paste-lines.ts';
import { findAddress, isTooMany, readNumbers } from './read-numbers.ts';
import styles from './search-box.module.css';
import { SearchPanel } from './search-panel.tsx';
import { useBoxKeys } from './use-box-keys.ts';
import { useOptions } from './use-options.ts';
import { forgetVisits, useVisits } from './use-visits.ts';
import type { Visitor } from './visits.ts';

interface SearchBoxProps {
  readonly visitor: Visitor;
  readonly size?: 'hero' | 'compact';
  /** What is in it on this page. */
  readonly initial?: string;
  /** The page: on another the box starts anew. */
  readonly page?: string;
}

/**
 * The one box, for one number or many. It names their kinds while they are typed, offers recent journeys, and works as a plain
 * form before scripts run.
 */
export function SearchBox({ visitor, size = 'hero', initial = '', page = '' }: SearchBoxProps) {
  const t = useTranslations('search');
  const locale = useLocale();
  const router = useRouter();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(initial);
  const [isOpen, setOpen] = useState(false);
  const [searching, startSearch] = useTransition();
  usePageWait(searching);
  const keys = useBoxKeys(input);
  const key = useBoxKey();
  useAnew(page, input, () => {
    setText(initial);
    setOpen(false);
  });

  // Who was in the box before scripts ran is told at once what stands in it.
  useEffect(() => {
    if (document.activeElement === input.current) setOpen(true);
  }, []);

  const visits = matchingVisits(useVisits(visitor), text);
  const followed = matchingFollowed(useFollowed(visitor, isOpen), text, visits);
  const offered = visits.length + followed.length;
  const ids = { kinds: `${id}-kinds`, list: `${id}-list`, option: (index: number) => `${id}-${index}` };
  const { active, onKeyDown, leaveOptions } = useOptions({
    count: offered,
    isOpen,
    setOpen,
    choose: (index) => document.getElementById(ids.option(index))?.click(),
    clear: () => setText(''),
  });
  const hasList = isOpen && offered > 0;

  const write = (value: string) => {
    setText(value);
    setOpen(true);
    leaveOptions();
  };
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const lines = pasteLines(event.currentTarget, event.clipboardData.getData('text'));
    if (lines === null) return;
    event.preventDefault();
    write(lines);
  };
  const find = (event: FormEvent) => {
    event.preventDefault();
    const numbers = readNumbers(text);
    const isAsked = numbers.length > 0 && !isTooMany(numbers);
    setOpen(!isAsked);
    if (isAsked) startSearch(() => router.push(findAddress(numbers)));
  };
  return (
    <search
      className={styles.form}
      data-size={size}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setOpen(false);
      }}
    >
      <form action={`/${locale}/find`} onSubmit={find}>
        <label className="visually-hidden" htmlFor={id}>
          {t('label')}
        </label>
        <div className={styles.field}>
          <Icon name="search" size={size === 'hero' ? 22 : 18} className={styles.icon} />
          <input
            ref={input}
            id={id}
            className={styles.input}
            name="number"
            type="text"
            role="combobox"
            value={text}
            onChange={(event) => write(event.currentTarget.value)}
            onPaste={paste}
            onKeyDown={onKeyDown}
            onFocus={() => setOpen(true)}
            onClick={() => setOpen(true)}
            placeholder={t('placeholder')}
            aria-autocomplete="list"
            aria-expanded={hasList}
            aria-controls={hasList ? ids.list : undefined}
            aria-activedescendant={active >= 0 ? ids.option(active) : undefined}
            aria-describedby={ids.kinds}
            aria-keyshortcuts={`Meta+K Control+K${keys.isSlashOn ? ' /' : ''}`}
            autoComplete="off"
            autoCapitalize="characters"
            autoCorrect="off"
            spellCheck={false}
            enterKeyHint="search"
          />
          <kbd className={styles.key} aria-hidden="true">
            {key}
          </kbd>
          <Button type="submit" loading={searching} className={styles.submit}>
            {t('submit')}
          </Button>
        </div>
      </form>
      <SearchPanel
        ids={ids}
        text={text}
        isOpen={isOpen}
        isNobody={visitor?.kind === 'NOBODY'}
        visits={visits}
        followed={followed}
        active={active}
        onChosen={() => setOpen(false)}
        onForget={() => {
          // The button goes with the list: who pressed it stays in the box.
          forgetVisits();
          input.current?.focus();
        }}
      >
        <BoxKeysHint isSlashOn={keys.isSlashOn} turnSlash={keys.turnSlash} />
      </SearchPanel>
    </search>
  );
}

/** On another page: what is in the box is that page's, and whoever came by it goes on reading there (a phone puts its keys away). */
function useAnew(
  page: string,
  input: { readonly current: HTMLInputElement | null },
  begin: () => void,
): void {
  const [shown, setShown] = useState(page);
  if (shown !== page) {
    setShown(page);
    begin();
  }
  const reached = useRef(page);
  useEffect(() => {
    if (reached.current === page) return;
    reached.current = page;
    if (document.activeElement === input.current) document.getElementById('content')?.focus();
  }, [page, input]);
}
