import type { ReactNode } from 'react'
import { classNames } from './class-names'

export type QueueRow = {
  href: string
  /** The decision asked for, as a verb. */
  ask: ReactNode
  what?: ReactNode
  /** Code, sex and age band, cercle, colleague: never a name. */
  meta?: ReactNode
  clock?: ReactNode
  tag?: ReactNode
  /** Shown in the panel now. */
  current?: boolean | undefined
  /** Somebody else is at it. */
  busy?: boolean | undefined
  /** What else can be done with the row without opening it. */
  beside?: { href: string; label: string; letter: string } | undefined
}

type Props = {
  rows: QueueRow[]
  label?: string | undefined
  /** This one is in hand as soon as the page is there: one key opens it. */
  focusOn?: number | undefined
}

/** Each row is one link. */
export function QueueList({ rows, label, focusOn }: Props) {
  return (
    <ol className="queue" aria-label={label}>
      {rows.map(({ href, ask, what, meta, clock, tag, current, busy, beside }, index) => (
        <li key={href}>
          <a
            href={href}
            {...(index === focusOn && { autoFocus: true })}
            className={classNames(busy && 'busy')}
            aria-current={current || undefined}
          >
            <span>
              <span className="ask">{ask}</span>
              {what && <> · {what}</>}
            </span>
            {clock && <span className="end">{clock}</span>}
            {meta && <span className="meta">{meta}</span>}
            {tag && <span className="end">{tag}</span>}
          </a>
          {beside && (
            <a className="beside" href={beside.href} data-key={beside.letter}>
              {beside.label}
            </a>
          )}
        </li>
      ))}
    </ol>
  )
}
