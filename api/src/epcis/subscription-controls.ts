import { z } from 'zod';
import { nextTime, schedule } from './schedule.ts';

// QueryStreamSubscription and QueryScheduleSubscription of the REST binding: when what matches is told. In a body, or in the address of a
// WebSocket, where the fields of a schedule are parameters of their own.

export const controls = {
  initialRecordTime: z.iso.datetime({ offset: true }).optional(),
  stream: z.boolean().optional(),
  reportIfEmpty: z.boolean().optional(),
  schedule: schedule.optional(),
};
const shape = z.strictObject(controls);
export type SubscriptionControls = z.infer<typeof shape>;

const SCHEDULE_NAMES = ['second', 'minute', 'hour', 'dayOfMonth', 'month', 'dayOfWeek'] as const;
/** Parameters of an address that are controls. */
export const CONTROL_NAMES: readonly string[] = ['stream', 'reportIfEmpty', 'initialRecordTime', ...SCHEDULE_NAMES]; // prettier-ignore

/** The controls among the parameters of an address; in words what is wrong with them. */
export function readControls(given: readonly (readonly [string, string])[]): SubscriptionControls | string {
  const said = new Map(given.filter(([name]) => CONTROL_NAMES.includes(name)));
  if (said.size < given.length) return `Over a WebSocket a named query takes ${CONTROL_NAMES.join(', ')}, each once.`;
  const times = SCHEDULE_NAMES.flatMap((name) => (said.has(name) ? [[name, said.get(name)]] : []));
  const flag = (name: string) => (said.has(name) ? (FLAGS[said.get(name) ?? ''] ?? said.get(name)) : undefined);
  const read = shape.safeParse({
    initialRecordTime: said.get('initialRecordTime'),
    stream: flag('stream'),
    reportIfEmpty: flag('reportIfEmpty'),
    schedule: times.length > 0 ? Object.fromEntries(times) : undefined,
  });
  if (read.success) return read.data;
  return read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join(' ');
} // prettier-ignore

const FLAGS: Readonly<Record<string, boolean>> = { true: true, false: false, '': true };

/** What contradicts itself, in words; null: nothing. `now`: service clock, `wall`: that of the schedule, epoch milliseconds. */
export function whyNotControls(
  { stream, schedule: when, initialRecordTime }: SubscriptionControls,
  now: number,
  wall: number,
): string | null {
  if ((stream === true) === (when !== undefined)) return 'Either stream: true or a schedule.';
  if (when && nextTime(when, wall) === null) return 'schedule: no such time comes.';
  const isAhead = initialRecordTime !== undefined && Date.parse(initialRecordTime) > now;
  return isAhead ? 'initialRecordTime lies ahead.' : null;
}
