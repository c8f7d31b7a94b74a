/** `SAMPLE MERIDIAN/114S` → `SAMPLE MERIDIAN 114S` */
export function runName(value: string): string {
  return value.replace('/', ' ');
}
