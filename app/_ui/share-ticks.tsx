import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'
import { type Kept, KeptList } from './kept-list'

/** One fact, one tick. A fact that cannot be ticked gives its reason in `detail`. */
export type ShareFact = {
  value: string
  label: ReactNode
  detail?: ReactNode
  checked?: boolean | undefined
  disabled?: boolean | undefined
}

type ShareTicksProps = {
  /** Sent as one value per ticked fact. */
  name: string
  title: ReactNode
  icon: IconName
  hint?: ReactNode
  error?: string | undefined
  facts: ShareFact[]
  /** Below the list, such as "share without the name". */
  children?: ReactNode
}

/** A group of facts under the moment at which they leave. Ids are `f-<name>-<value>`. */
export function ShareTicks({ name, title, icon, hint, error, facts, children }: ShareTicksProps) {
  return (
    <div className={error ? 'bad' : undefined}>
      <fieldset>
        <legend>
          <h2>
            <Icon name={icon} /> {title}
          </h2>
          {hint && <span className="hint">{hint}</span>}
          {error && <span className="err">{error}</span>}
        </legend>
        <ul className="ticks">
          {facts.map((fact) => (
            <FactTick key={fact.value} name={name} {...fact} />
          ))}
        </ul>
        {children}
      </fieldset>
    </div>
  )
}

function FactTick({ name, value, label, detail, checked, disabled }: ShareFact & { name: string }) {
  const id = `f-${name}-${value}`
  return (
    <li className="opt">
      <input type="checkbox" id={id} name={name} value={value} defaultChecked={checked} disabled={disabled} />
      <label htmlFor={id}>
        <b>{label}</b> {detail && <span className="hint">{detail}</span>}
      </label>
    </li>
  )
}

/** Facts no tick can share, each struck out with its reason. */
export function NeverShared({ title, items }: { title: ReactNode; items: Kept[] }) {
  return (
    <section>
      <h2>
        <Icon name="no" /> {title}
      </h2>
      <KeptList items={items} />
    </section>
  )
}

/** Ticks at the start, the slip they make at the end. */
export function ShareDesk({ ticks, slip }: { ticks: ReactNode; slip: ReactNode }) {
  return (
    <div className="share">
      <div className="stack">{ticks}</div>
      {slip}
    </div>
  )
}
