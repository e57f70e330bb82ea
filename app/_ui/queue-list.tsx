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
  /** Somebody else is looking at it. */
  busy?: boolean | undefined
}

type Props = {
  rows: QueueRow[]
  label?: string | undefined
  /** The next one is in hand as soon as the page is there: one key opens it. */
  focusFirst?: boolean | undefined
}

/** Each row is one link. */
export function QueueList({ rows, label, focusFirst }: Props) {
  return (
    <ol className="queue" aria-label={label}>
      {rows.map(({ href, ask, what, meta, clock, tag, current, busy }, index) => (
        <li key={href}>
          <a
            href={href}
            {...(focusFirst && index === 0 && { autoFocus: true })}
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
        </li>
      ))}
    </ol>
  )
}
