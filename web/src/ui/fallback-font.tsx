'use client';

import { useEffect } from 'react';

const sheet = '/vendor/noto-sans-sc/index.css';

/**
 * Chinese glyphs for a machine without a Chinese font. The sheet is fetched after the page is up, and its files only
 * for characters that no installed font has, since the family stands last but one in the font list.
 */
export function FallbackFont() {
  useEffect(() => {
    if (document.querySelector(`link[href="${sheet}"]`)) return;
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = sheet;
    document.head.append(link);
  }, []);
  return null;
}
