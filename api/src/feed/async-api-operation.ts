/** What is told over a channel of the AsyncAPI document, by these messages of it. */
export function told(channel: string, summary: string | null | undefined, ...messages: readonly string[]) {
  return {
    action: 'send',
    channel: { $ref: `#/channels/${channel}` },
    summary,
    messages: messages.map((id) => ({ $ref: `#/channels/${channel}/messages/${id}` })),
  };
}
