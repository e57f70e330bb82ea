type StepsProps = {
  label: string
  steps: string[]
  /** Index of the step on screen, from 0. */
  current: number
  /** Said after each finished step, for readers. */
  doneLabel: string
}

export function Steps({ label, steps, current, doneLabel }: StepsProps) {
  return (
    <ol className="steps" aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={index < current ? 'ok' : undefined}
          aria-current={index === current ? 'step' : undefined}
        >
          {step}
          {index < current && <span className="vh"> ({doneLabel})</span>}
        </li>
      ))}
    </ol>
  )
}
