import type { ReactNode } from 'react'
import { Icon } from './icon'

/** A fact that stays here, struck out, and the reason beside it. */
export type Kept = { what: ReactNode; why?: ReactNode }

export function KeptList({ items }: { items: Kept[] }) {
  return (
    <ul className="ticks">
      {items.map(({ what, why }, index) => (
        <li className="never" key={index}>
          <Icon name="no" />
          <span>
            <s>{what}</s> {why && <small>{why}</small>}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Answers with a tick or a bar: consents, conditions, news. `mark: 'none'` leaves the sign out. */
export type Check = { mark: 'ok' | 'no' | 'none'; text: ReactNode; detail?: ReactNode }

export function CheckList({ items }: { items: Check[] }) {
  return (
    <ul className="ticks">
      {items.map(({ mark, text, detail }, index) => (
        <li className={mark === 'none' ? undefined : 'never'} key={index}>
          {mark !== 'none' && <Icon name={mark} tone={mark === 'ok' ? 'good' : 'late'} />}
          <span>
            {text} {detail && <small>{detail}</small>}
          </span>
        </li>
      ))}
    </ul>
  )
}
