'use client';

import { useEffect, type RefObject } from 'react';
import { asksForBox } from './box-keys.ts';
import { keep, useKept } from './kept-text.ts';

const NAME = 'throughline.slash';

/** Leads to the box by its keys from anywhere on the page, with what is in it selected. Where fingers point, `/` cannot be turned off and is off. */
export function useBoxKeys(box: RefObject<HTMLInputElement | null>) {
  const isSlashOn = useKept(NAME) !== 'off';
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isOn = isSlashOn && window.matchMedia('(hover: hover)').matches;
      if (event.defaultPrevented || !asksForBox({ ...parts(event), isTyping: isTyping(event) }, isOn)) return;
      event.preventDefault();
      box.current?.focus();
      box.current?.select();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [box, isSlashOn]);
  return { isSlashOn, turnSlash: () => keep(NAME, isSlashOn ? 'off' : null) };
}

function parts({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent) {
  return { key, ctrlKey, metaKey, altKey, shiftKey };
}

function isTyping({ target }: KeyboardEvent): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  );
}
