import { shownCount } from './count'
import type { LinkTo } from './link'

export type Tab = LinkTo & { count?: number | undefined; current?: boolean | undefined }
type Props = {
  label: string
  tabs: Tab[] /** What is looked for less often, behind one heading. */
  more?: { label: string; tabs: Tab[] }
}

/** Links, not widgets: each tab is a page. */
export function Tabs({ label, tabs, more }: Props) {
  return (
    <nav className={more ? 'tabs few' : 'tabs'} aria-label={label}>
      <TabLinks tabs={tabs} />
      {more && (
        <details>
          <summary>{more.label}</summary>
          <div>
            <TabLinks tabs={more.tabs} />
          </div>
        </details>
      )}
    </nav>
  )
}

const TabLinks = ({ tabs }: { tabs: Tab[] }) =>
  tabs.map(({ href, label: words, count, current }) => (
    <a key={`${href} ${words}`} href={href} aria-current={current ? 'page' : undefined}>
      {words} {count !== undefined && <span dir="ltr">{shownCount(count)}</span>}
    </a>
  ))
