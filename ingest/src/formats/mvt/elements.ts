import { loadCodeList } from 'graph-schema/reference/code-list';
import type { CargoImpLine } from '../../syntax/cargo-imp.ts';

/** A time or two that a movement message tells. */
export interface MovementElement {
  /** `AD`, `EA` … */
  readonly code: string;
  /** `1305`, or with the day of the month `211305`. */
  readonly times: readonly string[];
  /** Airport that stands behind it; null: the one of the message. */
  readonly airport: string | null;
  readonly line: CargoImpLine;
}

export interface Delay {
  readonly codes: readonly string[];
  /** Sum of the durations; null where none is told. */
  readonly minutes: number | null;
}

export interface MovementLines {
  readonly flight: {
    readonly number: string;
    readonly day: string;
    /** As written, with its dash where it has one. */
    readonly registration: string | null;
    readonly airport: string | null;
    readonly line: CargoImpLine;
  } | null;
  readonly elements: readonly MovementElement[];
  readonly delay: Delay | null;
  /** Words that are no element of a movement message. */
  readonly unreadable: readonly { readonly text: string; readonly line: CargoImpLine }[];
}

const FLIGHT = /^([A-Z0-9]{2,3}\d{1,4}[A-Z]?)\/(\d{1,2})\.([A-Z0-9-]{2,10})(?:\.([A-Z]{3}))?(?:[ .].*)?$/;
const KINDS = loadCodeList('mvt/element-kinds');
const ELEMENT = /^([A-Z]{2})(\d{4}|\d{6})(?:\/(\d{4}|\d{6}))?$/;
const DELAY = /^E?DL([A-Z0-9/]+)$/;
/** Passengers, fuel, weights, crew, leg date, supplementary information: nobody's business here. */
const OTHERS = loadCodeList('mvt/other-elements').rows.map(({ code }) => code);

/**
 * AHM 780, after the identification:
 *
 *     CA981/21.B1234.PEK          flight / day of the month (UTC, as scheduled) . registration . airport
 *     AD1305/1318 EA0420 JFK      off blocks / airborne, estimated arrival there
 *     AA1910/1922                 touchdown / on blocks;    EB1920  ED212200  EO2215  NI220600  RR1330  FR1400/1410
 *     DL93/41/0012/0005           delay codes, then their durations HHMM
 *     PX… SI…                     other elements; SI runs to the end
 */
export function readMovementLines(lines: readonly CargoImpLine[]): MovementLines {
  const [first, ...rest] = lines;
  const [, number, day, mark, airport] = FLIGHT.exec(first?.text ?? '') ?? [];
  const flight =
    first && number && day
      ? { number, day, registration: mark ?? null, airport: airport ?? null, line: first }
      : null;
  const elements: MovementElement[] = [];
  const unreadable: { text: string; line: CargoImpLine }[] = [];
  let delay: Delay | null = null;
  for (const line of flight ? rest : []) {
    if (isOther(line.text)) {
      if (line.text.startsWith('SI')) break;
      continue;
    }
    for (const word of line.text.split(/\s+/)) {
      const [, code, one, two] = ELEMENT.exec(word) ?? [];
      const [, codes] = DELAY.exec(word) ?? [];
      const last = elements.at(-1);
      if (code && one && KINDS.find(code)) {
        elements.push({ code, times: two ? [one, two] : [one], airport: null, line });
      } else if (codes) {
        delay = joinDelays(delay, readDelay(codes));
      } else if (/^[A-Z]{3}$/.test(word) && last?.line === line && last.airport === null) {
        elements[elements.length - 1] = { ...last, airport: word };
      } else if (!isOther(word)) {
        unreadable.push({ text: word, line });
      }
    }
  }
  return { flight, elements, delay, unreadable };
}

function isOther(text: string): boolean {
  return OTHERS.some((start) => (start.endsWith('$') ? `${text}$` === start : text.startsWith(start)));
}

/** At which end of the flight an element is, and whether its times are estimates. */
export function kindOfElement({ code }: MovementElement): {
  readonly isLeaving: boolean;
  readonly classifier: 'ACTUAL' | 'ESTIMATED';
} {
  const words = KINDS.find(code)?.canonical?.split(' ') ?? [];
  const classifier = words.includes('ESTIMATED') ? 'ESTIMATED' : 'ACTUAL';
  return { isLeaving: words.includes('FROM'), classifier };
}

/** `93/41/0012/0005`, `93/0012`, `93` */
function readDelay(text: string): Delay {
  const parts = text.split('/');
  const durations = parts.filter((part) => /^\d{4}$/.test(part));
  return {
    codes: parts.filter((part) => /^[A-Z0-9]{2,3}$/.test(part)),
    minutes:
      durations.length === 0
        ? null
        : durations.reduce((sum, part) => sum + Number(part.slice(0, 2)) * 60 + Number(part.slice(2)), 0),
  };
}

/** DL and EDL lines of one message. */
function joinDelays(one: Delay | null, two: Delay): Delay {
  if (!one) return two;
  const minutes =
    one.minutes === null && two.minutes === null ? null : (one.minutes ?? 0) + (two.minutes ?? 0);
  return { codes: [...one.codes, ...two.codes], minutes };
}
