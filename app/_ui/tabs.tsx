import { shownCount } from './count'
import type { LinkTo } from './link'

export type Tab = LinkTo & { count?: number | undefined; current?: boolean | undefined }

/** Links, not widgets: each tab is a page. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map(({ href, label: words, count, current }) => (
        <a key={`${href} ${words}`} href={href} aria-current={current ? 'page' : undefined}>
          {words} {count !== undefined && <span dir="ltr">{shownCount(count)}</span>}
        </a>
      ))}
    </nav>
  )
}
