import type { ReactNode } from 'react'
import { ButtonLink } from './button'

export type NextThing = {
  title: ReactNode
  meta?: ReactNode
  late?: boolean | undefined
  /** `about` completes the link for readers when its verb alone would not do. */
  action?: { href: string; label: string; about?: string | undefined } | undefined
}

/** What to do next, in order: three, no more. */
export function NextList({ items }: { items: NextThing[] }) {
  return (
    <ol className="next">
      {items.map(({ title, meta, late, action }, index) => (
        <li key={index} className={late ? 'late-edge' : undefined}>
          <div>
            <b>{title}</b>
            {meta && <p className="meta">{meta}</p>}
          </div>
          {action && (
            <ButtonLink href={action.href} calm small>
              {action.label}
              {action.about && <span className="vh"> {action.about}</span>}
            </ButtonLink>
          )}
        </li>
      ))}
    </ol>
  )
}
