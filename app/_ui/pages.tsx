import type { ReactNode } from 'react'
import type { LinkTo } from './link'

type PagesProps = {
  label: string
  /** "1–25 of 48". */
  range: ReactNode
  previous?: LinkTo | undefined
  next?: LinkTo | undefined
  children?: ReactNode
}

export function Pages({ label, range, previous, next, children }: PagesProps) {
  return (
    <nav className="pages" aria-label={label}>
      <span>{range}</span>
      {previous && (
        <a href={previous.href} rel="prev">
          {previous.label}
        </a>
      )}
      {next && (
        <a href={next.href} rel="next">
          {next.label}
        </a>
      )}
      {children}
    </nav>
  )
}
