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
  beside?: Beside[] | undefined
}

/** A page of its own, or a button of the one form `form` that stands before the list. */
export type Beside = { label: string; letter: string } & (
  | { href: string }
  | { form: string; action: string; name: string; value: string }
)

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
          {beside?.map((one) =>
            'href' in one ? (
              <a key={one.letter} className="beside" href={one.href} data-key={one.letter}>
                {one.label}
              </a>
            ) : (
              <button
                key={one.letter}
                className="beside"
                type="submit"
                form={one.form}
                formAction={one.action}
                name={one.name}
                value={one.value}
                data-key={one.letter}
              >
                {one.label}
              </button>
            ),
          )}
        </li>
      ))}
    </ol>
  )
}
