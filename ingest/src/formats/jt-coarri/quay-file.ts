import { compactNumber } from 'graph-schema/codes/parsed';
import { claim } from 'graph-schema/domain/claim';
import type { EventTime, TrackingEvent } from 'graph-schema/domain/tracking-event';
import type { ResolvedPlace } from 'graph-schema/domain/resolve-place';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { listBoxGroups, listDetails, type JtBoxGroup } from '../../claims/jt-files/box-groups.ts';
import {
  readJtBox,
  readJtDamage,
  readJtVessel,
  readJtWeight,
  sailingKey,
} from '../../claims/jt-files/box-record.ts';
import { readJtOperator } from '../../claims/jt-files/cargo-records.ts';
import { parseJtTime, writtenTime, type JtContext, type JtUnit } from '../../claims/jt-files/interpret-jt.ts';
import type { JtMessage } from '../../syntax/jt-flat/message.ts';
import { withDamages } from '../../claims/ports/damage.ts';
import { findByWords } from '../../claims/ports/words.ts';
import { quayOf, readRoute } from './route.ts';
import { readCalls } from './vessel-call.ts';

const WORDS = loadCodeList('edifact/quay-words');

type Movement = 'LOADED' | 'DISCHARGED' | 'RESTOWED';
/** When the work of that kind ended, for boxes without a time of their own. */
const END_OF_WORK = { LOADED: 'loadEnd', DISCHARGED: 'dischargeEnd', RESTOWED: null } as const;

/** One unit per box, and one per vessel's call that tells when the ship berthed or left. */
export function readQuayFile(message: JtMessage, context: JtContext): JtUnit[] {
  const text = context.layout.read(message.header, 'text');
  const said = findByWords(text, WORDS) as Movement | null;
  const boxes = listBoxGroups(message).map((group): JtUnit => {
    const movement = said ?? movementByWork(group, context);
    const number = context.layout.read(group.box, 'box');
    const sailing = sailingKey(group.vessel, context);
    if (movement === null)
      context.findings.add('MISSING_FIELD', 'ERROR', group.at, 'load or discharge', group.span);
    return {
      thread: movement && number && `COARRI:${movement}:${compactNumber(number)}:${sailing}`,
      events: movement === null ? [] : readMove(movement, text, message, group, context),
      at: group.at,
      span: group.span,
    };
  });
  return [...readCalls(message, context), ...boxes];
}

/** Where the header does not say, the kind of work that the call has times for, if it is one kind. */
function movementByWork({ vessel }: JtBoxGroup, { layout }: JtContext): Movement | null {
  const loaded = layout.read(vessel, 'loadStart') ?? layout.read(vessel, 'loadEnd');
  const discharged = layout.read(vessel, 'dischargeStart') ?? layout.read(vessel, 'dischargeEnd');
  if ((loaded === null) === (discharged === null)) return null;
  return loaded === null ? 'DISCHARGED' : 'LOADED';
}

function readMove(
  movement: Movement,
  text: string | null,
  message: JtMessage,
  group: JtBoxGroup,
  context: JtContext,
): TrackingEvent[] {
  const { layout } = context;
  const box = readJtBox(group, context);
  if (!box) return [];
  const route = readRoute(group, context);
  const quay = quayOf(movement, route, message, context);
  const time = readTime(movement, group, quay, context);
  if (!time) return [];
  const stowage = layout.read(group.box, 'stowage');
  const move = claim({
    code: movement,
    classifier: 'ACTUAL',
    time,
    place: quay?.ref ?? null,
    equipment: box.equipment,
    loadState: box.loadState,
    transport: readJtVessel(group.vessel, message.at, context),
    documents: box.bill ? [box.bill] : [],
    quantity: readJtWeight(route.grossKg),
    parties: readJtOperator(group.box, context),
    from: route.from?.ref ?? null,
    to: route.to?.ref ?? null,
    stowage,
    rawCode: [text, layout.read(group.box, 'loadState')].filter((part) => part !== null).join('+') || null,
  });
  return withDamages(
    [move],
    listDetails(group, '53').map((record) => readJtDamage(record, context)),
  );
}

/** The box's own time; without one the end of the work, which is the latest that it can have been, with a warning. */
function readTime(
  movement: Movement,
  { at, box, vessel }: JtBoxGroup,
  quay: ResolvedPlace | null,
  { layout, findings, placesAndTimes }: JtContext,
): EventTime | null {
  const where = { at, span: box };
  const own = writtenTime(layout, box, 'yardTime');
  if (own !== null) return placesAndTimes.time(parseJtTime(own), own, quay, where);
  const end = END_OF_WORK[movement];
  const written = end === null ? null : layout.read(vessel, end);
  if (written === null) {
    findings.add('MISSING_FIELD', 'ERROR', at, 'time of the box', box);
    return null;
  }
  findings.addOnce('MISSING_FIELD', 'WARNING', at, 'time of the box; the end of the work is taken', box);
  return placesAndTimes.time(parseJtTime(written), written, quay, where);
}
