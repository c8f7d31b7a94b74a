import tzLookup from '@photostructure/tz-lookup';

/** Where the table of zones has some of its own inside China, whose freight knows one: 北京时间. */
const IN_CHINA: ReadonlySet<string> = new Set(['Asia/Shanghai', 'Asia/Urumqi']);

/** Whether a point on earth, in degrees, lies where clocks show Beijing time. */
export function isOnBeijingTime(latitude: number, longitude: number): boolean {
  return IN_CHINA.has(tzLookup(latitude, longitude));
}
