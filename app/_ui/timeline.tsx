import type { ReactNode } from 'react'
import type { Side } from './hand'

/** `us`: we passed it on (filled); `them`: they did; left out: it stayed inside the team (hollow). */
export type Moment = {
  key?: string | undefined
  /** Where an address leads to this one. */
  id?: string | undefined
  side?: Side | undefined
  title: ReactNode
  meta?: ReactNode
  body?: ReactNode
}

/** What happened, newest first. */
export function Timeline({ moments }: { moments: Moment[] }) {
  return (
    <ol className="line">
      {moments.map(({ key, id, side, title, meta, body }, index) => (
        <li key={key ?? index} id={id} className={side}>
          <h3>{title}</h3>
          {meta && <p className="meta">{meta}</p>}
          {body && <div className="prose">{body}</div>}
        </li>
      ))}
    </ol>
  )
}

/** What will happen, in order, each step with its time. */
export function Ahead({
  steps,
}: {
  steps: { side?: Side | undefined; title: ReactNode; detail?: ReactNode }[]
}) {
  return (
    <ol className="line">
      {steps.map(({ side, title, detail }, index) => (
        <li key={index} className={side}>
          <b>{title}</b>
          {detail && <small>{detail}</small>}
        </li>
      ))}
    </ol>
  )
}
