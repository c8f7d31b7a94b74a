import { groupMilestones, type MilestoneGroup } from '../journey/group-milestones.ts';
import type { Milestone } from '../journey/shipment.graphql.ts';

/** What of a line stands on the sheet, newest first, and how much of it does not. */
export interface SheetLine {
  readonly ahead: readonly MilestoneGroup[];
  readonly behind: readonly MilestoneGroup[];
  /** Lines that found no room: the oldest, and those furthest ahead. */
  readonly left: number;
}

/** Lines of text that the milestones of an A4 sheet have beside its head and foot; one milestone takes two. */
const TEXT_LINES = 48;
const MOST_BOXES = 12;
const MOST_EXCEPTIONS = 6;
const MOST_OF_CARGO = 8;

/** How much of each part the one page holds. */
export function roomFor(boxes: number, exceptions: number, cargo: number) {
  const [boxRows, exceptionRows] = [Math.min(boxes, MOST_BOXES), Math.min(exceptions, MOST_EXCEPTIONS)];
  const ofCargo = Math.min(cargo, MOST_OF_CARGO);
  // Parties and goods stand in two columns.
  const cargoRows = Math.ceil(ofCargo / 2);
  const heads = (boxRows > 0 ? 3 : 0) + (exceptionRows > 0 ? 2 : 0) + (cargoRows > 0 ? 2 : 0);
  return {
    boxes: boxRows,
    exceptions: exceptionRows,
    cargo: ofCargo,
    milestones: Math.floor((TEXT_LINES - heads - boxRows - exceptionRows - cargoRows) / 2),
  };
}

/** Of what is to come at most a third of the room, the nearest of it; of what happened the latest. `now`: epoch milliseconds. */
export function sheetLine(milestones: readonly Milestone[], now: number, room: number): SheetLine {
  const newestFirst = milestones.toSorted((a, b) => b.time.instant.localeCompare(a.time.instant) || a.id.localeCompare(b.id)); // prettier-ignore
  const isAhead = ({ head }: MilestoneGroup) =>
    head.classifier !== 'ACTUAL' && Date.parse(head.time.instant) > now;
  const groups = groupMilestones(newestFirst);
  const coming = groups.filter(isAhead);
  const past = groups.filter((group) => !isAhead(group));
  const forComing = Math.min(coming.length, Math.max(Math.ceil(room / 3), room - past.length));
  const ahead = forComing === 0 ? [] : coming.slice(-forComing);
  const behind = past.slice(0, Math.max(0, room - ahead.length));
  return { ahead, behind, left: groups.length - ahead.length - behind.length };
}
