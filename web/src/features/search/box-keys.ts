/** What of a key press decides. */
export interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  /** The press goes into a field where text is written. */
  readonly isTyping: boolean;
}

/**
 * Whether a press asks for the box: ⌘K and Ctrl+K from anywhere, and `/` where nothing is written. A single character may be
 * pressed by who speaks to his machine, so it can be turned off (WCAG 2.2, 2.1.4).
 */
export function asksForBox(press: Press, isSlashOn: boolean): boolean {
  const { key, ctrlKey, metaKey, altKey, shiftKey, isTyping } = press;
  if (altKey) return false;
  if (key === '/') return isSlashOn && !ctrlKey && !metaKey && !isTyping;
  return key.toLowerCase() === 'k' && !shiftKey && ctrlKey !== metaKey;
}
