import type en from '../../../messages/en.json';

/** Why nothing was changed, as the page can say it. */
export type Problem = keyof typeof en.account.problems;

export interface Failed {
  readonly outcome: 'FAILED';
  readonly problem: Problem;
  /** What of it was wrong, as it was filled in. */
  readonly value?: string | null;
}

const PROBLEMS: Readonly<Record<string, Problem>> = {
  NOT_FOUND: 'NOT_FOUND',
  BAD_KEY: 'OPERATOR_KEY',
  REFUSED_URL: 'REFUSED_URL',
  NAME_TAKEN: 'NAME_TAKEN',
  BAD_NAME: 'BAD_NAME',
  TOO_MUCH: 'TOO_MUCH',
  OTHER_FORM: 'OTHER_FORM',
  LOGIN_TAKEN: 'LOGIN_TAKEN',
  BAD_PASSWORD: 'BAD_PASSWORD',
  NO_ADDRESS: 'NO_ADDRESS',
  BAD_ADDRESS: 'BAD_ADDRESS',
  BAD_HOURS: 'BAD_HOURS',
  REFUSED_ENDPOINT: 'NO_PUSH',
  BAD_DEVICE: 'NO_PUSH',
  BAD_NUMBER: 'BAD_NUMBER',
  UNKNOWN_CODE: 'UNKNOWN_CODE',
  NOTHING_ASKED: 'NOTHING_ASKED',
  NO_SUCH_LIST: 'NO_SUCH_LIST',
};

/** What an error of the API is in the words of the page. */
export function failedWith(code: string, value: string | null = null): Failed {
  return { outcome: 'FAILED', problem: PROBLEMS[code] ?? 'BAD_INPUT', ...(value === null ? {} : { value }) };
}

/** What is written into a field of a form, without spaces around it; empty where there is no such field. */
export function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
