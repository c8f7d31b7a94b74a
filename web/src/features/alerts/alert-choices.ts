import { chosenIn, numbersIn } from '../account/form-values.ts';
import { textIn } from '../account/problem.ts';
import { EXCEPTIONS, SEVERITIES } from '../shipments/list-address.ts';

/** Statuses that people wait for, in the order of a journey. */
export const CODES = [
  'EMPTY_RELEASED', 'GATED_IN', 'LOADED', 'DEPARTED', 'ARRIVED', 'DISCHARGED', 'CROSSED', 'INSPECTED', 'HELD', 'HOLD_LIFTED',
  'AVAILABLE', 'GATED_OUT', 'DELIVERED', 'BL_ISSUED', 'BL_SURRENDERED', 'DECL_INSPECTED', 'DUTY_DUE', 'DECL_RELEASED', 'DO_ISSUED',
] as const; // prettier-ignore

/** What a form asks to be told of. NaN where a number is none: the API refuses it. */
export function ruleIn(form: FormData) {
  const [list, hours, severity] = [
    textIn(form, 'watchList'),
    textIn(form, 'etaHours'),
    textIn(form, 'severity'),
  ];
  return {
    name: textIn(form, 'name'),
    watchList: list === '' ? null : list,
    numbers: numbersIn(form, 'numbers'),
    codes: chosenIn(form, 'codes', [...CODES, ...othersOffered(form)]),
    exceptions: chosenIn(form, 'exceptions', EXCEPTIONS),
    severity: SEVERITIES.find((one) => one === severity) ?? null,
    etaHours: hours === '' ? null : Number(hours),
    hours: {
      zone: textIn(form, 'zone'),
      quietFrom: minutesOf(textIn(form, 'quietFrom')),
      quietUntil: minutesOf(textIn(form, 'quietUntil')),
      digestAt: minutesOf(textIn(form, 'digestAt')),
    },
  };
}

/** Statuses that a rule has besides those that every form offers: whoever made it by the API may keep them. */
export function othersIn(codes: readonly string[]): string[] {
  return codes.filter((code) => !(CODES as readonly string[]).includes(code));
}

function othersOffered(form: FormData): string[] {
  return form.getAll('offered').filter((one) => typeof one === 'string');
}

/** `07:30` as minutes after midnight; null where nothing is filled in. */
export function minutesOf(text: string): number | null {
  const parts = /^(\d\d):(\d\d)/.exec(text);
  return parts ? Number(parts[1]) * 60 + Number(parts[2]) : null;
}

export function clockText(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
