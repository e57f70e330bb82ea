import type { ReactNode } from 'react'
import { classNames } from './class-names'
import type { Side } from './hand'

export type RelayStep = {
  side: Side
  title: ReactNode
  detail?: ReactNode
  /** `now` holds the baton; `then` is still to come. */
  state: 'done' | 'now' | 'then'
}

type RelayProps = {
  label: string
  /** Names of the lanes: our team, the partner. */
  lanes: Record<Side, string>
  steps: RelayStep[]
}

/** Two lanes and one thread; it passes over where the next step is in the other lane. */
export function Relay({ label, lanes, steps }: RelayProps) {
  return (
    <section className="relay-wrap" aria-label={label}>
      <p className="lanes" aria-hidden="true">
        <span>{lanes.us}</span>
        <span className="them">{lanes.them}</span>
      </p>
      <ol className="relay">
        {steps.map((step, index) => (
          <li
            key={index}
            className={stepClass(step, steps[index + 1])}
            aria-current={step.state === 'now' ? 'step' : undefined}
          >
            <b>{step.title}</b>
            {step.detail && <small>{step.detail}</small>}
            <span className="vh"> {lanes[step.side]}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function stepClass(step: RelayStep, next: RelayStep | undefined) {
  return classNames(step.side, step.state !== 'done' && step.state, next && next.side !== step.side && 'over')
}
