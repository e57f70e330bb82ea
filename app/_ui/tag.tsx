import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { Icon, type IconName } from './icon'

const tones = { urgent: 't24', soon: 't72', good: 'good', late: 'late', them: 'them', seal: 'seal' } as const

/** A word in a small frame. `urgent` is 24 h, `soon` 72 h; `seal` marks what is closed to this reader. */
export type TagTone = keyof typeof tones

type TagProps = { tone?: TagTone | undefined; icon?: IconName | undefined; children: ReactNode }

export function Tag({ tone, icon, children }: TagProps) {
  return (
    <span className={classNames('tag', tone && tones[tone])}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  )
}
