import type { TrackingEvent } from '../../domain/tracking-event.ts';
import { eventId } from '../../identity/event-id.ts';
import type { Told } from './history.ts';

/** A history as people read it: a line for each claim and each word that takes something back. */
export function showHistory(told: readonly Told[]): string {
  return told.flatMap(({ source, message: { thread, version, attested, retraction } }) => {
    const head = `${source.padEnd(20)} ${(thread ?? '-').padEnd(14)} v${String(version).slice(-3)}`;
    const back = retraction ? [`${head} ${retraction.kind} ${retraction.thread} v${String(retraction.version).slice(-3)}`] : [];
    return [...back, ...attested.map(({ event }) => `${head} ${showEvent(event)}`)];
  }).join('\n');
} // prettier-ignore

function showEvent(event: TrackingEvent): string {
  const { code, classifier, loadState, time, equipment, documents, contents, transport } = event;
  const on = transport?.voyage ?? transport?.train;
  return [
    time.instant.slice(0, 16),
    code,
    classifier === 'ACTUAL' ? null : classifier,
    loadState,
    equipment?.reference,
    documents.length > 0 ? `[${documents.map(({ number }) => number).join(' ')}]` : null,
    contents.length > 0 ? `lists ${contents.map(({ reference }) => reference).join(' ')}` : null,
    on && `on ${on}`,
    eventId(event),
  ].filter(Boolean).join(' ');
} // prettier-ignore
