import type { EventCode } from '../../graph-schema/src/domain/event-code.ts';
import type { LoadState } from '../../graph-schema/src/domain/tracking-event.ts';
import { PORTS, type Town } from './geography.ts';
import type { Random } from './random.ts';
import { DAY_MS, HOUR_MS, type Life, type Move, type Papers, type Run, type Use } from './truth.ts';

export type PaperScheme = 'MASTER_BILL' | 'BOOKING' | 'RAIL_NOTE';
export type Paper = readonly [PaperScheme, string];

/** One message about a box: what it says, and what is true. */
export interface Told {
  readonly id: string;
  readonly sender: 'GATE' | 'QUAY' | 'CARRIER' | 'RAILWAY' | 'WAREHOUSE';
  readonly box: string;
  readonly at: number;
  readonly code: EventCode;
  readonly classifier: 'ACTUAL' | 'ESTIMATED';
  readonly loadState: LoadState;
  readonly place: Town;
  readonly run: Run | null;
  readonly papers: readonly Paper[];
  /** The use of which it truly is, and whether its time is that of the writing instead of the move. */
  readonly use: Use;
  readonly trueBox: string;
  readonly wrong: 'BOX' | 'PLACE' | 'DAY' | null;
  readonly isLate: boolean;
}

/** A bill as its carrier issues it, with the boxes that it lists. */
export interface PaperTold {
  readonly id: string;
  readonly at: number;
  readonly papers: readonly Paper[];
  readonly boxes: readonly string[];
}

/** Shares of 1, as the report states them. */
export interface Noise {
  readonly missing: number;
  readonly late: number;
  readonly wrong: number;
}

/** Everything that is told of some boxes, and the truth behind it. */
export interface World {
  readonly lives: readonly Life[];
  readonly told: readonly Told[];
  readonly paperwork: readonly PaperTold[];
}

type Plain = Omit<Told, 'id' | 'box' | 'wrong' | 'isLate' | 'trueBox' | 'use'>;

export function tell(lives: readonly Life[], noise: Noise, random: Random): World {
  const told: Told[] = [];
  const paperwork: PaperTold[] = [];
  for (const { box, uses } of lives) {
    for (const use of uses) {
      if (use.papers && use.papers.bills.length > 0)
        paperwork.push(...paperworkOf(box, use, use.papers, random));
      let count = 0;
      for (const move of use.moves) {
        if (move.kind === 'GATE' && random.chance(noise.missing)) continue;
        for (const plain of tellingsOf(use, move, random)) {
          const isLate = move.kind === 'GATE' && random.chance(noise.late);
          const delay = isLate ? Math.round(random.between(6, 144)) * HOUR_MS : 0;
          const id = `${use.id}_${String((count += 1)).padStart(2, '0')}`;
          const message = { ...plain, id, use, box, trueBox: box, wrong: null, isLate, at: plain.at + delay };
          told.push(random.chance(noise.wrong) ? spoilt(message, lives, random) : message);
        }
      }
    }
  }
  return { lives, told, paperwork };
}

function paperworkOf(box: string, use: Use, papers: Papers, random: Random): PaperTold[] {
  const loaded = use.moves.find(({ code }) => code === 'LOADED')?.at ?? use.moves[0]?.at ?? 0;
  const boxes = random.chance(0.85) ? [box] : [];
  const issue = (bill: string, at: number, others: readonly Paper[] = []): PaperTold => ({
    id: `${use.id}_${bill}`,
    at,
    papers: [['BOOKING', papers.booking], ['MASTER_BILL', bill], ...others],
    boxes,
  });
  const note: Paper[] = papers.railNote === null ? [] : [['RAIL_NOTE', papers.railNote]];
  const [first] = papers.bills;
  if (papers.splitFrom === null) {
    return papers.bills.map((bill) => issue(bill, loaded + DAY_MS, bill === first ? note : []));
  }
  const split = papers.bills.map((bill) => issue(bill, loaded + 6 * DAY_MS));
  return [issue(papers.splitFrom, loaded + DAY_MS, note), ...split];
}

/** Who tells a move, and which papers they name. */
function tellingsOf(use: Use, move: Move, random: Random): Plain[] {
  const { at, code, loadState, place, run } = move;
  const plain = { at, code, classifier: 'ACTUAL', loadState, place, run: null } as const;
  if (move.kind === 'GATE') {
    return [{ ...plain, sender: 'GATE', papers: namedAtGate(use, move, random) }];
  }
  if (move.kind === 'WAREHOUSE') {
    if (!random.chance(0.15)) return [];
    const papers: Paper[] = use.papers && random.chance(0.6) ? [['BOOKING', use.papers.booking]] : [];
    return [{ ...plain, sender: 'WAREHOUSE', papers }];
  }
  const isStep = code === 'LOADED' || code === 'DISCHARGED';
  if (run?.mode === 'RAIL') {
    const note = use.papers?.railNote;
    return note && isStep ? [{ ...plain, run, sender: 'RAILWAY', papers: [['RAIL_NOTE', note]] }] : [];
  }
  const bills = billsAt(use, move);
  const said: Plain[] = [];
  if (isStep) {
    for (const bill of bills)
      said.push({ ...plain, run, sender: 'CARRIER', papers: [['MASTER_BILL', bill]] });
    const skew = random.whole(-40, 40) * 60_000;
    if (bills.length === 0 || random.chance(0.5))
      said.push({ ...plain, at: at + skew, run, sender: 'QUAY', papers: [] });
  } else if (bills[0] !== undefined && random.chance(0.25)) {
    said.push({ ...plain, run, sender: 'CARRIER', papers: [['MASTER_BILL', bills[0]]] });
  }
  const discharge = use.moves.findLast((other) => other.code === 'DISCHARGED');
  if (code === 'DEPARTED' && bills[0] !== undefined && discharge && random.chance(0.3)) {
    const eta = {
      at: discharge.at + random.whole(-30, 30) * HOUR_MS,
      code: discharge.code,
      place: discharge.place,
    };
    const papers: Paper[] = [['MASTER_BILL', bills[0]]];
    said.push({ ...plain, ...eta, classifier: 'ESTIMATED', run, sender: 'CARRIER', papers });
  }
  return said;
}

function namedAtGate({ papers }: Use, { code, loadState }: Move, random: Random): Paper[] {
  if (!papers) return [];
  const [bill] = papers.bills;
  const isOut = code === 'GATED_OUT';
  if (loadState === 'EMPTY' && !isOut) {
    return bill !== undefined && random.chance(0.1) ? [['MASTER_BILL', bill]] : [];
  }
  if (loadState === 'FULL' && isOut) {
    return bill !== undefined && random.chance(0.3) ? [['MASTER_BILL', bill]] : [];
  }
  return random.chance(0.5) ? [['BOOKING', papers.booking]] : [];
}

/** A bill that was split carries the way up to the last port. */
function billsAt({ papers, moves }: Use, move: Move): readonly string[] {
  if (!papers) return [];
  const last = moves.findLast(({ code }) => code === 'DISCHARGED');
  const isEnd = last !== undefined && move.code === 'DISCHARGED' && move.at === last.at;
  return papers.splitFrom !== null && !isEnd ? [papers.splitFrom] : papers.bills;
}

const KINDS = ['BOX', 'PLACE', 'DAY'] as const;

function spoilt(message: Told, lives: readonly Life[], random: Random): Told {
  const wrong = random.one(KINDS);
  switch (wrong) {
    case 'BOX': {
      const other = lives[random.whole(0, lives.length - 1)];
      return other && other.box !== message.box ? { ...message, wrong, box: other.box } : message;
    }
    case 'PLACE': {
      const place = random.one(PORTS);
      return place.unLocode === message.place.unLocode ? message : { ...message, wrong, place };
    }
    case 'DAY': {
      const days = (random.chance(0.5) ? -1 : 1) * random.whole(1, 12);
      return { ...message, wrong, at: message.at + days * DAY_MS };
    }
  }
}
