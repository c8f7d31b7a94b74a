import type { EventClassifier } from 'graph-schema/domain/event-code';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { Where } from '../claim-context.ts';
import type { MessageReader } from './message-reader.ts';

const CLASSIFIERS = loadCodeList('dcsa/event-classifiers');

/** eventClassifierCode of 2.x, eventClassifier of 3.0, in any case; null with a finding for a word that the list does not have. */
export function classifierOf(
  said: string | null,
  at: string,
  { span }: Where,
  { findings }: Pick<MessageReader, 'findings'>,
  severity: 'ERROR' | 'WARNING',
): EventClassifier | null {
  if (said === null) return null;
  const word = said.toUpperCase();
  const canonical = CLASSIFIERS.find(word)?.canonical ?? null;
  if (canonical === null) findings.unmapped(CLASSIFIERS, word, at, span, severity);
  return canonical as EventClassifier | null;
}
