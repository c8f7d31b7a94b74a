export interface ProtobufFault {
  readonly code: 'TRUNCATED' | 'BAD_SYNTAX';
  /** Where in the bytes, or in the text. */
  readonly at: number;
}

/** Thrown inside the readers of both forms, and caught at their doors. */
export class Fault extends Error {
  readonly fault: ProtobufFault;
  constructor(code: ProtobufFault['code'], at: number) {
    super(code);
    this.fault = { code, at };
  }
}

/** What `read` makes, or what is wrong. */
export function faultless<T>(read: () => T): { value: T | null; fault: ProtobufFault | null } {
  try {
    return { value: read(), fault: null };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { value: null, fault: error.fault };
  }
}

/** How deep messages may nest, wanted or not. */
export const MOST_NESTED = 32;
