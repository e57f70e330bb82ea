import type { ReactNode } from 'react'
import type { Fact } from './facts'

/** Dark, so that no one works in the wrong file. The code is the page's `h1`, never a name. */
export function IdentityBar({
  code,
  facts,
  children,
}: {
  code: string
  facts: Fact[]
  children?: ReactNode
}) {
  return (
    <div className="ident">
      <h1>
        <span dir="ltr">{code}</span>
      </h1>
      <dl>
        {facts.map(({ key, term, value }, index) => (
          <div key={key ?? index}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {children}
    </div>
  )
}
