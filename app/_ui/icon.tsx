import { classNames } from './class-names'

/** Glyphs on a 24 grid, 2 px stroke, drawn by us. Always beside a word, so they are hidden from readers. */
const glyphs = {
  ok: 'm5 13 4 4 10-11',
  no: 'M4 12a8 8 0 1 0 16 0 8 8 0 1 0-16 0m2.5-5.5 11 11',
  warn: 'M12 4 3 19h18zM12 10v4m0 2.5v.5',
  lock: 'M5 11h14v9H5zm3 0V8a4 4 0 0 1 8 0v3',
  hide: 'm4 4 16 16M10 6c6-1 10 6 10 6l-2 3M6 8c-2 2-2 4-2 4s3 6 8 6l3-.5',
  show: 'M3 12s3-6 9-6 9 6 9 6-3 6-9 6-9-6-9-6m6.5 0a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0',
  call: 'M6 4h4l1 5-2 1c1 2 3 4 5 5l1-2 5 1v4c-9 1-15-6-14-14z',
  plus: 'M12 6v12M6 12h12',
  x: 'm7 7 10 10M17 7 7 17',
  go: 'M5 12h14m-5-5 5 5-5 5',
  back: 'M19 12H5m5-5-5 5 5 5',
  search: 'M5 11a6 6 0 1 0 12 0 6 6 0 1 0-12 0m10.5 4.5L20 20',
  person: 'M8 8a4 4 0 1 0 8 0 4 4 0 1 0-8 0M4 20c1-4 4-6 8-6s7 2 8 6',
  people:
    'M5 8a3.5 3.5 0 1 0 7 0 3.5 3.5 0 1 0-7 0M2 20c.5-4 3-6 6.5-6s6 2 6.5 6M15 5a3.5 3.5 0 0 1 0 6.5m3 3c2 1 3 3 3.5 5.5',
  day: 'M4 6h16v14H4zm0 5h16M8 3v4m8-4v4',
  clock: 'M4 12a8 8 0 1 0 16 0 8 8 0 1 0-16 0m8-4.5V12l3 2',
  doc: 'M6 3h8l4 4v14H6zm8 0v4h4M9 12h6m-6 4h6',
  save: 'M12 4v11m-5-4 5 5 5-5M5 20h14',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  edit: 'm4 20 1-5L16 4l4 4L9 19zm9-13 4 4',
  undo: 'M8 5 4 9l4 4M4 9h10a5 5 0 0 1 0 10H9',
  place: 'M12 21s7-6 7-11a7 7 0 0 0-14 0c0 5 7 11 7 11M9.5 10a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0',
  filter: 'M4 6h16M7 12h10m-7 6h4',
  say: 'M4 5h16v11h-9l-4 4v-4H4z',
} as const

export type IconName = keyof typeof glyphs

/** Arrows follow the reading direction; ticks, phones and clocks never do. */
const mirrored: ReadonlySet<IconName> = new Set(['go', 'back', 'undo'])

export function Icon({ name, tone }: { name: IconName; tone?: 'good' | 'late' | undefined }) {
  const classes = classNames(
    'i',
    mirrored.has(name) && 'flip',
    tone === 'good' && 'ok',
    tone === 'late' && 'ko',
  )
  return (
    <svg className={classes} viewBox="0 0 24 24" aria-hidden="true">
      <path d={glyphs[name]} />
    </svg>
  )
}
