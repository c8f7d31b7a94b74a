import type { ReceivedMessage } from 'graph-schema/cypher/read/received-messages';
import { ISSUE_CODES, type MessageIssue } from 'graph-schema/domain/message';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import type { EvidenceText } from '../journey/evidence.ts';

export interface IssueView extends MessageIssue {
  readonly rawId: string;
}

export const EvidenceTextType = builder.objectRef<EvidenceText>('EvidenceText').implement({
  description: 'A part of a raw message as text, with a little around it.',
  fields: (t) => ({
    before: t.exposeString('before', { description: 'Text just before it.' }),
    span: t.exposeString('span', { description: 'The text itself.' }),
    after: t.exposeString('after', { description: 'Text just after it.' }),
  }),
});

export const MessageIssueType = builder.objectRef<IssueView>('MessageIssue').implement({
  description: 'A finding about a message.',
  fields: (t) => ({
    rawId: t.exposeID('rawId', { description: 'The raw message.' }),
    code: t.exposeString('code', { description: 'What kind of finding: NOT_ENTITLED, BAD_TIME …' }),
    meaning: t.string({
      description: 'The code in words, in English.',
      resolve: ({ code }) => ISSUE_CODES[code] ?? code,
    }),
    severity: t.exposeString('severity', {
      description: 'ERROR: something was not taken. WARNING: taken, with doubt. INFO: worth knowing.',
    }),
    at: t.exposeString('at', { description: 'Where in the message, in terms of its format.' }),
    value: t.exposeString('value', { nullable: true, description: 'What it is about, as received.' }),
    evidence: t.field({
      type: EvidenceTextType,
      nullable: true,
      description:
        'The text that it is about; null: the message as a whole, or it is not stored any more, or ingest does not answer.',
      resolve: ({ rawId, span }, _, context) => (span ? textAt(context, rawId, span.start, span.end) : null),
    }),
  }),
});

export function issuesOf({ id, issues }: ReceivedMessage): IssueView[] {
  return (JSON.parse(issues ?? '[]') as MessageIssue[]).map((issue) => ({ ...issue, rawId: id }));
}

/** A part of a raw message; null: it is not stored any more, it is empty, or ingest does not answer. */
export async function textAt(
  { evidence, log }: Pick<Context, 'evidence' | 'log'>,
  rawId: string,
  start: number,
  end: number,
): Promise<EvidenceText | null> {
  try {
    const text = await evidence.read(rawId, start, end);
    return text.span === '' ? null : text;
  } catch (error) {
    // What is known of a message without its text is worth more than a page that says nothing.
    log.warn({ err: error, rawId }, 'text of a message not read');
    return null;
  }
}
