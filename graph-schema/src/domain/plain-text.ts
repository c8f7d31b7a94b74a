const CONTROL = /\p{Cc}/u;
const CONTROLS = /\p{Cc}/gu;

/** Text without control characters: no number or reference has any, but anybody may send them. */
export function plain(text: string): string {
  return CONTROL.test(text) ? text.replace(CONTROLS, ' ') : text;
}
