import type { ReactNode } from 'react'
import { classNames } from './class-names'
import type { Fact } from './facts'
import { Icon } from './icon'
import { type Kept, KeptList } from './kept-list'

type SlipProps = {
  /** Accessible name; the visible title is part of `head`. */
  label: string
  head: ReactNode
  /** Facts that leave at once. */
  facts?: Fact[] | undefined
  /** What hangs sealed below the perforation. */
  sealed?: { title: ReactNode; text?: ReactNode; open?: Fact[] | undefined } | undefined
  kept?: { title: ReactNode; items: Kept[] } | undefined
  /** Last lines: the consent this rests on. */
  children?: ReactNode
}

/** Exactly what leaves, as the recipient reads it. */
export function Slip({ label, head, facts = [], sealed, kept, children }: SlipProps) {
  return (
    <section className="slip" aria-label={label}>
      <div>{head}</div>
      {facts.length > 0 && <SlipFacts facts={facts} />}
      {sealed && <Sealed {...sealed} />}
      {kept && kept.items.length > 0 && (
        <div>
          <p className="meta">{kept.title}</p>
          <KeptList items={kept.items} />
        </div>
      )}
      {children && <div className="meta">{children}</div>}
    </section>
  )
}

function Sealed({ title, text, open }: { title: ReactNode; text?: ReactNode; open?: Fact[] | undefined }) {
  return (
    <div className={classNames('cut', open && 'open')}>
      <div>
        <Icon name={open ? 'ok' : 'lock'} /> <b>{title}</b>
        {text && <small>{text}</small>}
        {open && <SlipFacts facts={open} />}
      </div>
    </div>
  )
}

function SlipFacts({ facts }: { facts: Fact[] }) {
  return (
    <dl className="facts">
      {facts.map(({ key, term, value }, index) => (
        <div key={key ?? index}>
          <dt className="meta">{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A slip that fills a page of its own: one message to a partner. */
export function BigSlip({ children }: { children: ReactNode }) {
  return <div className="slip big">{children}</div>
}
