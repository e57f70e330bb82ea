import type { ReactNode } from 'react'
import type { Side } from './hand'

export type Message = {
  key: string
  side: Side
  who: ReactNode
  when: ReactNode
  body: ReactNode
  below?: ReactNode
}

/** Messages between the two teams, oldest first. */
export function Thread({ messages, label }: { messages: Message[]; label?: string | undefined }) {
  return (
    <ol className="stack tight" aria-label={label}>
      {messages.map(({ key, side, who, when, body, below }) => (
        <li key={key} className={`say ${side}`}>
          <p className="meta">
            <b>{who}</b> · {when}
          </p>
          {body && <p dir="auto">{body}</p>}
          {below && <p>{below}</p>}
        </li>
      ))}
    </ol>
  )
}
