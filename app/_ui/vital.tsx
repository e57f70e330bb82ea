import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { Icon, type IconName } from './icon'

export type VitalCell = {
  key: string
  icon: IconName
  title: ReactNode
  /** Stops what somebody is about to do. */
  stop?: boolean
  children: ReactNode
}

/** What nobody on this file may miss, before anything else. A cell that has nothing to say is left out. */
export function Vital({ label, cells }: { label: string; cells: VitalCell[] }) {
  if (cells.length === 0) return null
  return (
    <section className="vital" aria-label={label}>
      {cells.map(({ key, icon, title, stop, children }) => (
        <div key={key} className={classNames('stack', 'tight', stop && 'stop')}>
          <h2>
            <Icon name={icon} /> {title}
          </h2>
          {children}
        </div>
      ))}
    </section>
  )
}
