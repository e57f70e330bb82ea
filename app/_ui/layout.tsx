import type { ReactNode } from 'react'
import { classNames } from './class-names'

type Inner = { children: ReactNode }

/** Things one under the other; `tight` for parts of one thing. */
export function Stack({ tight, children }: Inner & { tight?: boolean | undefined }) {
  return <div className={classNames('stack', tight && 'tight')}>{children}</div>
}

/** Things side by side that wrap: buttons, tags. */
export function Row({ children }: Inner) {
  return <div className="row">{children}</div>
}

/** Text and forms: no wider than reading allows. */
export function Narrow({ children }: Inner) {
  return <div className="narrow stack">{children}</div>
}

/** Two or three equal columns on wide screens. */
export function Columns({ count = 2, children }: Inner & { count?: 2 | 3 }) {
  return <div className={count === 3 ? 'trio' : 'duo'}>{children}</div>
}

type SplitProps = Inner & { aside: ReactNode; asideLabel: string }

/** Content and a side column of `AsidePart`s; below 56 em the parts stand in two columns, then one. */
export function Split({ aside, asideLabel, children }: SplitProps) {
  return (
    <div className="split">
      <div className="stack">{children}</div>
      <aside className="parts" aria-label={asideLabel}>
        {aside}
      </aside>
    </div>
  )
}

/** One block of the side column: a title, a short list, one link. */
export function AsidePart({ title, id, children }: Inner & { title?: ReactNode; id?: string | undefined }) {
  return (
    <section className="part" id={id}>
      {title && <h2>{title}</h2>}
      {children}
    </section>
  )
}

export function Box({
  title,
  ground,
  children,
}: Inner & { title?: ReactNode; ground?: boolean | undefined }) {
  return (
    <section className={classNames('box', ground && 'ground')}>
      {title && <h2>{title}</h2>}
      {children}
    </section>
  )
}

/** A titled part of a page; the id makes it a target of links. */
export function Section({
  title,
  id,
  tight,
  children,
}: Inner & { title: ReactNode; id?: string | undefined; tight?: boolean | undefined }) {
  return (
    <section className={classNames('stack', tight && 'tight')} id={id}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}
