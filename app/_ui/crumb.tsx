import type { ReactNode } from 'react'
import type { LinkTo } from './link'

/** Where this page hangs; `here` is plain words. */
export function Crumb({ links, here, label }: { links: LinkTo[]; here?: ReactNode; label: string }) {
  return (
    <nav className="crumb" aria-label={label}>
      {links.map(({ href, label: words }) => (
        <a key={href} href={href}>
          {words}
        </a>
      ))}
      {here && <span>{here}</span>}
    </nav>
  )
}
