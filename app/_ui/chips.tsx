import type { ReactNode } from 'react'
import { Icon } from './icon'
import type { LinkTo } from './link'

type ChipsProps = {
  /** The filters that hold; each link takes one away. */
  chips: LinkTo[]
  /** Said after each, for readers: "remove this filter". */
  removeLabel: string
  clear?: LinkTo | undefined
  children?: ReactNode
}

export function Chips({ chips, removeLabel, clear, children }: ChipsProps) {
  return (
    <div className="chips">
      {chips.map(({ href, label }) => (
        <a key={href} className="chip on" href={href}>
          {label} <Icon name="x" />
          <span className="vh">{removeLabel}</span>
        </a>
      ))}
      {children}
      {clear && (
        <a className="meta" href={clear.href}>
          {clear.label}
        </a>
      )}
    </div>
  )
}
