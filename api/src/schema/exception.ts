import { isoInstant, isoInstantOrNull } from 'graph-schema/domain/instant-text';
import type { JourneyException } from 'graph-schema/domain/exceptions/exception';
import { splitKey } from 'graph-schema/domain/identifier';
import { builder } from '../builder.ts';
import { findPlaceView } from '../journey/place-view.ts';
import { ActorEnum, ExceptionKindEnum, SeverityEnum } from './enums.ts';
import { ExceptionFiguresType } from './exception-figures.ts';
import { IdentifierType } from './identifier.ts';
import { PlaceType } from './place.ts';

export const JourneyExceptionType = builder.objectRef<JourneyException>('JourneyException').implement({
  description: 'Something that stops, delays or endangers the cargo, with who has to act.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Stays the same while it lasts and after it has closed.' }),
    kind: t.expose('kind', { type: ExceptionKindEnum, description: 'What is wrong.' }),
    of: t.exposeString('of', {
      nullable: true,
      description: 'What of the kind: the code of a hold, the charge of a free time, the part of the way.',
    }),
    severity: t.expose('severity', {
      type: SeverityEnum,
      description: 'How grave it is; once it has closed, how grave it had become.',
    }),
    openedAt: t.field({
      type: 'DateTime',
      description: 'When it began by what happened; of a new plan, when that was first received.',
      resolve: (e) => isoInstant(e.openedAt),
    }),
    closedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When something told ended it; null while it lasts.',
      resolve: (e) => isoInstantOrNull(e.closedAt),
    }),
    actor: t.expose('actor', { type: ActorEnum, description: 'Who has to act.' }),
    containers: t.stringList({
      description: 'Boxes that it concerns; empty: the whole cargo.',
      resolve: (e) => [...e.subject.containers],
    }),
    place: t.field({
      type: PlaceType,
      nullable: true,
      description: 'Where.',
      resolve: (e, _, c) => findPlaceView(e.subject.place, c.places),
    }),
    run: t.field({
      type: IdentifierType,
      nullable: true,
      description: 'The ship, train or flight that it is about.',
      resolve: (e) => e.subject.run && splitKey(e.subject.run),
    }),
    document: t.field({
      type: IdentifierType,
      nullable: true,
      description: 'The paper that it is about.',
      resolve: (e) => e.subject.document && splitKey(e.subject.document),
    }),
    figures: t.expose('figures', { type: ExceptionFiguresType, description: 'What is measured.' }),
    evidence: t.idList({
      description:
        'Claims that show it, as in `Voice.eventId`; once it has closed, also those that closed it.',
      resolve: (e) => [...e.evidence],
    }),
  }),
});
