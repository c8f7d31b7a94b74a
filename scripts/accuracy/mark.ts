import { untold } from './physics.ts';
import type { PaperTold, Told, World } from './tellings.ts';
import { undecidableOf } from './undecidable.ts';

/**
 * What a fair judge can ask of a message. TRUE: that it shows on its use. CONTRADICTED: it is wrong or stamped late, and another
 * message speaks against it. PLAUSIBLE: it is wrong, and nothing does. UNDECIDABLE: it is true, and what is told would
 * be as believable were it of another use.
 */
export type Mark = 'TRUE' | 'CONTRADICTED' | 'PLAUSIBLE' | 'UNDECIDABLE';

/** What a story may need more of untold moves before the messages around a claim speak against it. */
const MORE_UNTOLD = 2;
const MORE_UNTOLD_AT_END = 3;

/** Marks every message by the rules of the world, without asking the engine. */
export function markAll({ told, paperwork }: World): Map<string, Mark> {
  const listed = listedBy(paperwork);
  const marks = new Map<string, Mark>();
  for (const messages of byBox(told).values()) {
    const timely = messages.filter(isTimely);
    // Stamped late, and nothing shows it: it speaks for the time that it names as all others do.
    const witnesses = messages.filter(
      (message) => isTimely(message) || (isLateOnly(message) && !isAgainstMoves(message, timely)),
    );
    for (const message of messages) {
      if (message.wrong === null && !message.isLate) marks.set(message.id, 'TRUE');
      else if (isAgainstList(message, listed) || isAgainstMoves(message, message.isLate ? timely : witnesses))
        marks.set(message.id, 'CONTRADICTED');
      else marks.set(message.id, message.wrong === null ? 'TRUE' : 'PLAUSIBLE');
    }
    const story = messages.filter(
      ({ id, classifier }) => classifier === 'ACTUAL' && marks.get(id) !== 'CONTRADICTED',
    );
    for (const id of undecidableOf(story)) if (marks.get(id) === 'TRUE') marks.set(id, 'UNDECIDABLE');
  }
  return marks;
}

/** By box as told, in order of time. */
export function byBox(told: readonly Told[]): Map<string, Told[]> {
  const boxes = new Map<string, Told[]>();
  for (const message of told) {
    const list = boxes.get(message.box);
    if (list) list.push(message);
    else boxes.set(message.box, [message]);
  }
  for (const list of boxes.values()) list.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return boxes;
}

function isTimely({ wrong, isLate, classifier }: Told): boolean {
  return wrong === null && !isLate && classifier === 'ACTUAL';
}

function isLateOnly({ wrong, isLate, classifier }: Told): boolean {
  return wrong === null && isLate && classifier === 'ACTUAL';
}

function listedBy(paperwork: readonly PaperTold[]): Map<string, Set<string>> {
  const listed = new Map<string, Set<string>>();
  for (const { papers, boxes } of paperwork) {
    if (boxes.length === 0) continue;
    for (const [, number] of papers) {
      const set = listed.get(number) ?? new Set();
      for (const box of boxes) set.add(box);
      listed.set(number, set);
    }
  }
  return listed;
}

/** It is told of another box, under a bill whose own list leaves that box out. */
function isAgainstList(
  { wrong, papers, box }: Told,
  listed: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  return wrong === 'BOX' && papers.some(([, number]) => listed.get(number)?.has(box) === false);
}

/**
 * With it, the true messages around it need two more moves that nobody told, or more time than there was. At the ends of
 * what is told, two gate moves more are no evidence: of what lies beyond nobody has told yet.
 */
function isAgainstMoves(message: Told, witnesses: readonly Told[]): boolean {
  if (message.classifier !== 'ACTUAL') return false;
  const before = witnesses.findLast((other) => other.at <= message.at && other !== message);
  const after = witnesses.find((other) => other.at > message.at && other !== message);
  const without = before && after ? untold(before, after) : 0;
  const withIt = (before ? untold(before, message) : 0) + (after ? untold(message, after) : 0);
  return withIt - Math.min(without, 100) >= (before && after ? MORE_UNTOLD : MORE_UNTOLD_AT_END);
}
