import type { CodeList } from 'graph-schema/reference/code-list';

/** What a message, or a record of it, does to what its sender said before under the same name. */
export type MessageAction = 'ORIGINAL' | 'REPLACE' | 'CANCEL';

/** The action of a function code in words of a code list; null for a code that the list does not have. */
export function findAction(list: CodeList, code: string): MessageAction | null {
  switch (list.find(code)?.canonical) {
    case 'ORIGINAL':
    case 'NEW':
      return 'ORIGINAL';
    case 'REPLACE':
      return 'REPLACE';
    case 'CANCEL':
      return 'CANCEL';
    default:
      return null;
  }
}

/** Epoch seconds of an instant, which is what orders the messages of one thread; 0 when it is not known. */
export function versionOf(instant: string | null): number {
  return instant === null ? 0 : Math.floor(Date.parse(instant) / 1000);
}

const WITHIN_THE_MINUTE = { ORIGINAL: 0, REPLACE: 1, CANCEL: 2 } as const;

/** As `versionOf` for senders who stamp their messages to the minute: within it the correction comes last. */
export function minuteVersion(instant: string | null, action: MessageAction): number {
  return versionOf(instant) + WITHIN_THE_MINUTE[action];
}
