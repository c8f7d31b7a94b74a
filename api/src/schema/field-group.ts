import type { FieldGroup } from 'graph-schema/domain/access/access-rules';
import { builder } from '../builder.ts';

export const FieldGroupEnum = builder.enumType('FieldGroup', {
  description: 'Fields that are shown or withheld together 字段组.',
  values: {
    MILESTONES: { description: 'What happened or is planned, when and where; boxes, seals, carriages 节点.' },
    ETA: { description: 'Expected arrivals and their history 预计到达.' },
    POSITIONS: { description: 'Positions and what sensors notice 位置与传感.' },
    PAPERS: { description: 'Numbers and steps of papers 单证.' },
    PARTIES: { description: 'Who sends, receives, forwards 当事人.' },
    GOODS: { description: 'What it is, pieces and weights 货物.' },
    EVIDENCE: { description: 'The words of the messages 原文依据.' },
    MONEY: { description: 'Free times and what days cost 费用.' },
    RELEASE: { description: 'Conditions of release, and what blocks it 放行.' },
    EXCEPTIONS: { description: 'What is wrong with it 异常.' },
  } satisfies Record<FieldGroup, { description: string }>,
});
