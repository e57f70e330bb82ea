import type { ReactNode } from 'react'
import { classNames } from './class-names'

/** `change` is the link at the end of the row; `about` completes it for readers ("Change: date of birth"). */
export type Fact = {
  key?: string | undefined
  term: ReactNode
  value: ReactNode
  change?: { href: string; label: string; about?: string | undefined } | undefined
}

type FactsProps = {
  facts: Fact[]
  /** A surface of its own. */
  box?: boolean | undefined
  /** Numbers at the end of the row. */
  numbers?: boolean | undefined
}

export function Facts({ facts, box, numbers }: FactsProps) {
  const edit = facts.some((fact) => fact.change)
  return (
    <dl className={classNames('facts', edit && 'edit', box && 'box')}>
      {facts.map(({ key, term, value, change }, index) => (
        <div key={key ?? index}>
          <dt>{term}</dt>
          <dd className={numbers ? 'num' : undefined}>
            {edit ? <span>{value}</span> : value}
            {change && (
              <a href={change.href}>
                {change.label}
                {change.about && <span className="vh"> {change.about}</span>}
              </a>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
