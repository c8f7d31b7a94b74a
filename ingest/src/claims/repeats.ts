import type { PositionReport } from 'graph-schema/domain/position';
import type { TrackingEvent } from 'graph-schema/domain/tracking-event';
import type { Findings } from '../syntax/findings.ts';
import type { Where } from './claim-context.ts';

/** Tells where a file says the same of the same thing twice. Its claims are the same and count once, so it is only told. */
export class Repeats {
  readonly #findings: Findings;
  /** By what is said when and of what: what was said so; null once a repetition is told, which is told once. */
  readonly #seen = new Map<string, (readonly TrackingEvent[])[] | null>();
  /** The last position of each thing: what is passed on twice follows at once. Null as above. */
  readonly #positions = new Map<string, PositionReport | null>();

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  /** The events of one record; none is no repetition. */
  note(events: readonly TrackingEvent[], { at, span }: Where): void {
    const [first] = events;
    if (!first) return;
    const { time, equipment, documents } = first;
    const name = nameOf(first);
    const key = [name, time.instant, equipment?.reference, documents[0]?.number].join('|');
    const alike = this.#seen.get(key);
    if (alike === undefined) {
      this.#seen.set(key, [events]);
    } else if (alike?.some((known) => JSON.stringify(known) === JSON.stringify(events))) {
      this.#findings.addOnce('BAD_ENVELOPE', 'INFO', at, `stands twice: ${name}`, span);
      this.#seen.set(key, null);
    } else if (alike && alike.length < MOST_ALIKE) {
      alike.push(events);
    }
  }

  /** The positions of a record without events (two events may well be of one place and time); the first stands for all. */
  notePositions([position]: readonly PositionReport[], { at, span }: Where): void {
    if (!position) return;
    const { subject } = position;
    const known = this.#positions.get(subject);
    if (known === null) return;
    if (known?.at === position.at && JSON.stringify(known) === JSON.stringify(position)) {
      this.#findings.addOnce('BAD_ENVELOPE', 'INFO', at, `stands twice: position ${subject}`, span);
      this.#positions.set(subject, null);
    } else this.#positions.set(subject, position);
  }
}

/** Records about one thing at one time that differ: more are not compared, so that work stays linear. */
const MOST_ALIKE = 8;

function nameOf({ code, equipment, documents, transport: run }: TrackingEvent): string {
  const of = equipment?.reference ?? documents[0]?.number ?? run?.vesselName ?? run?.flight ?? run?.train;
  return [code, of].filter(Boolean).join(' ');
}
