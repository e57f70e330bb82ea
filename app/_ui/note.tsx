import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { Icon, type IconName } from './icon'

type NoteProps = {
  tone?: 'soon' | 'late' | 'good' | undefined
  icon?: IconName | undefined
  /** Announced when the page comes back after a command. */
  live?: boolean | undefined
  children: ReactNode
}

/** A message in the page: it stays until the page changes. */
export function Note({ tone, icon, live, children }: NoteProps) {
  return (
    <div className={classNames('note', tone)} role={live ? 'status' : undefined}>
      {icon && <Icon name={icon} />}
      <div>{children}</div>
    </div>
  )
}
