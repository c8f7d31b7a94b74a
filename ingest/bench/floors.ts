/** The least that anybody must do with the bytes of a message before it says anything. */
export interface Floor {
  readonly name: string;
  readonly work: () => unknown;
}

const decoder = new TextDecoder();

/** JSON is parsed; everything else is decoded and split where its grammar ends a record. */
export function floorOf(bytes: Uint8Array): Floor {
  const head = Buffer.from(bytes.subarray(0, 256)).toString('latin1').trimStart();
  if (/^[[{]/.test(head) && isJson(bytes))
    return { name: 'JSON.parse', work: () => JSON.parse(decoder.decode(bytes)) as unknown };
  const terminator = terminatorOf(head);
  const shown = terminator === '\n' ? 'line end' : terminator;
  return { name: `split at ${shown}`, work: () => decoder.decode(bytes).split(terminator) };
}

function terminatorOf(head: string): string {
  if (/^UN[ABH]|^\d\d:/.test(head)) return "'";
  if (head.startsWith('ISA')) return '~';
  return head.startsWith('<') ? '<' : '\n';
}

function isJson(bytes: Uint8Array): boolean {
  try {
    JSON.parse(decoder.decode(bytes));
    return true;
  } catch {
    return false;
  }
}
