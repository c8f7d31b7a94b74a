import type { PositionReport } from 'graph-schema/domain/position';
import type { TrackingEvent } from 'graph-schema/domain/tracking-event';
import type { Findings } from '../syntax/findings.ts';
import type { Where } from './claim-context.ts';

/** Tells where a file says the same of the same thing twice. Its claims are the same and count once, so it is only told. */
export class Repeats {
  readonly #findings: Findings;
  readonly #seen = new Map<string, (readonly TrackingEvent[])[]>();
  /** The last position of each thing: what is passed on twice follows at once. */
  readonly #positions = new Map<string, PositionReport>();

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  /** The events of one record; none is no repetition. */
  note(events: readonly TrackingEvent[], { at, span }: Where): void {
    const [first] = events;
    if (!first) return;
    const { code, time, equipment, documents } = first;
    const key = [code, time.instant, equipment?.reference, documents[0]?.number].join('|');
    const alike = this.#seen.get(key);
    if (!alike) {
      this.#seen.set(key, [events]);
    } else if (alike.some((known) => JSON.stringify(known) === JSON.stringify(events))) {
      this.#findings.addOnce('BAD_ENVELOPE', 'INFO', at, `stands twice: ${nameOf(first)}`, span);
    } else if (alike.length < MOST_ALIKE) {
      alike.push(events);
    }
  }

  /** The positions of one record, of which the first stands for all. */
  notePositions([position]: readonly PositionReport[], { at, span }: Where): void {
    if (!position) return;
    const known = this.#positions.get(position.subject);
    this.#positions.set(position.subject, position);
    if (known?.at === position.at && JSON.stringify(known) === JSON.stringify(position))
      this.#findings.addOnce('BAD_ENVELOPE', 'INFO', at, `stands twice: position ${position.subject}`, span);
  }
}

/** Records about one thing at one time that differ: more are not compared, so that work stays linear. */
const MOST_ALIKE = 8;

function nameOf({ code, equipment, documents, transport: run }: TrackingEvent): string {
  const of = equipment?.reference ?? documents[0]?.number ?? run?.vesselName ?? run?.flight ?? run?.train;
  return [code, of].filter(Boolean).join(' ');
}
