type StepsProps = {
  label: string
  steps: string[]
  /** Index of the step on screen, from 0. */
  current: number
  /** Which steps have all their answers: passing one by does not finish it. */
  done: readonly boolean[]
  /** Said after each finished step, for readers. */
  doneLabel: string
}

export function Steps({ label, steps, current, done, doneLabel }: StepsProps) {
  return (
    <ol className="steps" aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={done[index] ? 'ok' : undefined}
          aria-current={index === current ? 'step' : undefined}
        >
          {step}
          {done[index] && <span className="vh"> ({doneLabel})</span>}
        </li>
      ))}
    </ol>
  )
}
