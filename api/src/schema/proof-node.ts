import { splitKey } from 'graph-schema/domain/identifier';
import type { ProofNode } from 'graph-schema/domain/release/readiness';
import { builder } from '../builder.ts';
import { ActorEnum, ProofKindEnum, ProofStateEnum } from './enums.ts';
import { EventTimeType } from './event-time.ts';
import { IdentifierType } from './identifier.ts';

export const ProofNodeType = builder.objectRef<ProofNode>('ProofNode');

ProofNodeType.implement({
  description: 'A condition of release with what proves it.',
  fields: (t) => ({
    kind: t.expose('kind', { type: ProofKindEnum, description: 'Which condition.' }),
    state: t.expose('state', { type: ProofStateEnum, description: 'How it stands.' }),
    since: t.expose('since', {
      type: EventTimeType,
      nullable: true,
      description: 'When it came to be so; null where nothing was told.',
    }),
    actor: t.expose('actor', {
      type: ActorEnum,
      nullable: true,
      description: 'Who has to act next; null where it is met, not needed or unknown.',
    }),
    document: t.field({
      type: IdentifierType,
      nullable: true,
      description: 'The paper that it is about; null where it is about none or several.',
      resolve: (n) => n.document && splitKey(n.document),
    }),
    evidence: t.idList({
      description: 'Claims that show it, as in `Voice.eventId`.',
      resolve: (n) => [...n.evidence],
    }),
    parts: t.field({
      type: [ProofNodeType],
      description: 'What it consists of: of all the conditions, of one its papers or holds.',
      resolve: (n) => [...n.parts],
    }),
  }),
});
