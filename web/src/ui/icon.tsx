import type { SVGProps } from 'react';

/** Drawn on a 20 px grid with one stroke; always beside words, so hidden from readers. */
const shapes = {
  VESSEL: 'M3 12h14l-2 4.2H5zM5.5 12V7.5h9V12M8 7.5V4.5h4v3',
  BARGE: 'M2.5 11.5h15l-1.6 4H4.1zM5 11.5V9h6v2.5',
  RAIL: 'M6 3.5h8a1.5 1.5 0 0 1 1.5 1.5v7.5A1.5 1.5 0 0 1 14 14H6a1.5 1.5 0 0 1-1.5-1.5V5A1.5 1.5 0 0 1 6 3.5zM4.5 9h11M7 11.5h.01M13 11.5h.01M7 14l-2 2.7M13 14l2 2.7',
  AIR: 'M10 2.6c.7 0 1.1.9 1.1 1.8v3.4l6 3.7v1.6l-6-1.9v3.6l1.7 1.3v1.2L10 16.5l-2.8.8v-1.2l1.7-1.3v-3.6l-6 1.9v-1.6l6-3.7V4.4c0-.9.4-1.8 1.1-1.8z',
  TRUCK:
    'M2.5 5.5h9v8h-9zM11.5 8.5h3.2l2.8 2.6v2.4h-6M6 15.3a1.3 1.3 0 1 0 0-2.6 1.3 1.3 0 0 0 0 2.6zM14 15.3a1.3 1.3 0 1 0 0-2.6 1.3 1.3 0 0 0 0 2.6z',
  search: 'M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM13 13l4 4',
  copy: 'M7.5 7.5h8v8h-8zM5 12.5h-.5v-8h8V5',
  check: 'M4 10.5l4 4 8-9',
  chevron: 'M6 8l4 4 4-4',
  arrow: 'M4 10h12M11.5 5.5L16 10l-4.5 4.5',
  plus: 'M10 4.5v11M4.5 10h11',
  minus: 'M4.5 10h11',
  frame: 'M3.5 7V3.5H7M13 3.5h3.5V7M16.5 13v3.5H13M7 16.5H3.5V13',
  theme: 'M10 3.5a6.5 6.5 0 1 0 0 13zM10 3.5a6.5 6.5 0 0 1 0 13',
  print: 'M6 7.5v-4h8v4M6 13.5H3.5v-6h13v6H14M6 11.5h8v5H6z',
  save: 'M10 3.5v9M6.5 9l3.5 3.5L13.5 9M4 16.5h12',
  stop: 'M6.8 3.5h6.4l3.3 3.3v6.4l-3.3 3.3H6.8l-3.3-3.3V6.8zM10 6.8v4M10 13.4v.01',
  logistics: 'M10 3l6.5 3.3v7.4L10 17l-6.5-3.3V6.3zM3.5 6.3L10 9.6l6.5-3.3M10 9.6V17',
  documents: 'M5.5 3h6l3 3v11h-9zM11.5 3v3h3M8 10h4M8 13h4',
} as const;

export type IconName = keyof typeof shapes;

export const ICONS = Object.keys(shapes) as IconName[];

interface IconProps extends SVGProps<SVGSVGElement> {
  readonly name: IconName;
  readonly size?: number;
}

export function Icon({ name, size = 18, ...rest }: IconProps) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      {...rest}
    >
      <path d={shapes[name]} />
    </svg>
  );
}
