import { claim } from 'graph-schema/domain/claim';
import type { ReadMessage } from 'graph-schema/domain/message';
import type { Attested, EventTime, TransportRef } from 'graph-schema/domain/tracking-event';
import { versionOf } from '../../claims/message-action.ts';
import { boxOf, wagonOf, wagonRef } from '../../claims/taf/equipment.ts';
import { attest, readHead, requireTrain, timeOf, type TafScope } from '../../claims/taf/head.ts';
import { locationOf } from '../../claims/taf/location.ts';
import type { TafContext } from '../../claims/taf/taf-family.ts';
import { findPath, findText, listChildren, listDescendants } from '../../syntax/xml-path.ts';
import type { WholeXml } from '../../syntax/xml-whole.ts';
import type { XmlElement } from '../../syntax/xml.ts';

/** Units or swap bodies of a wagon, as the versions of the schema call the element with their number. */
const UNIT_NUMBERS = ['ContainerNumber', 'IntermodalUnitNumber', 'ITU_Number'] as const;

/** Each WagonData is a unit. The whole composition is one message: it is sent again in full when it changes. */
export function readComposition(message: WholeXml, context: TafContext): readonly ReadMessage[] {
  const { root, spanOf } = message;
  const sections = listDescendants(root, 'TrainCompositionJourneySection');
  const wagons = sections.flatMap((section) => listChildren(section, 'WagonData'));
  const refuse = (): readonly ReadMessage[] => {
    context.tally.withIssuesOnly(Math.max(1, wagons.length));
    return [];
  };
  const train = requireTrain(message, context);
  const head = train && readHead(message, context);
  if (!head) return refuse();
  const time = timeOfRun(root, train, head);
  if (!time) {
    context.findings.add('MISSING_FIELD', 'ERROR', 'StartDate', null, spanOf(root));
    return refuse();
  }
  const thread = `TCM:${train.train ?? ''}@${train.departureDate ?? ''}`;
  const version = versionOf(head.sent?.instant ?? time.instant);
  if (head.action === 'CANCEL') {
    context.tally.withoutContent(Math.max(1, wagons.length));
    return [{ thread, version, attested: [], retraction: { kind: 'CANCEL', thread, version } }];
  }
  if (wagons.length === 0) {
    // A light engine, or coaches: nothing to follow.
    context.tally.withoutContent();
    return [];
  }
  const attested = sections.flatMap((section) => readSection(section, train, time, head));
  const retraction = head.action === 'REPLACE' ? ({ kind: 'REPLACE', thread, version } as const) : null;
  return attested.length > 0 || retraction ? [{ thread, version, attested, retraction }] : [];
}

/** When the train is to start: its hand-over on this network, else its day. */
function timeOfRun(root: XmlElement, train: TransportRef, { source, sent }: TafScope): EventTime | null {
  const handover = listDescendants(root, 'ScheduledTimeAtHandover')[0]?.text ?? null;
  return timeOf(handover ?? train.departureDate, null, source.defaultZone) ?? sent;
}

function readSection(section: XmlElement, train: TransportRef, time: EventTime, head: TafScope): Attested[] {
  const span = head.spanOf(section);
  const ends = findPath(section, 'JourneySection');
  const endOf = (name: string) => {
    const location = findPath(ends, name);
    return location ? locationOf(location, name, span, head).ref : null;
  };
  const from = endOf('JourneySectionOrigin');
  const to = endOf('JourneySectionDestination');
  return listChildren(section, 'WagonData').flatMap((data): Attested[] => {
    const own = head.spanOf(data);
    const stowage = findText(data, 'WagonTrainPosition');
    const at = `WagonData[${stowage ?? '?'}]`;
    const wagon = wagonOf(findText(data, 'WagonNumberFreight'), at, own, head);
    if (!wagon) {
      head.tally.withIssuesOnly();
      return [];
    }
    head.tally.withEvents();
    const boxes = UNIT_NUMBERS.flatMap((name) => listDescendants(data, name)).map(({ text, name }) =>
      boxOf(text, `${at}/${name}`, own, head),
    );
    return [wagonRef(wagon), ...boxes].map((equipment) =>
      attest(
        claim({
          // What is planned to be in the train; that it left in it, others say.
          code: 'MANIFESTED',
          classifier: 'PLANNED',
          time,
          place: from,
          equipment,
          transport: { ...train, wagon },
          from,
          to,
          stowage,
        }),
        own,
        head,
      ),
    );
  });
}
