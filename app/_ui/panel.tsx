import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { type Hidden, HiddenFields } from './form'

type DeskProps = {
  list: ReactNode
  panel?: ReactNode
  undo?: ReactNode
  /** A row was chosen: on narrow screens the panel then takes the place of the list. */
  open?: boolean | undefined
  /** Back to the list; needed on narrow screens only. */
  back: { href: string; label: string }
}

/** List and panel side by side from 75 em; below that one or the other, never the panel under the list. */
export function Desk({ list, panel, undo, open, back }: DeskProps) {
  return (
    <div className={classNames('desk', open ? 'open' : 'full')}>
      {open && (
        <p className="back">
          <a href={back.href}>{back.label}</a>
        </p>
      )}
      <div className="pick">{list}</div>
      {panel}
      {undo}
    </div>
  )
}

type PanelProps = { id?: string; meta?: ReactNode; title: ReactNode; facts?: ReactNode; children: ReactNode }

/** One item, ready to be decided. `children` are `PanelPart`s and one `Decide`. */
export function Panel({ id = 'panel', meta, title, facts, children }: PanelProps) {
  return (
    <section className="panel" id={id} aria-labelledby={`${id}-h`}>
      <div>
        {meta && <p className="row meta">{meta}</p>}
        {/* What was opened is read first; the next press of Tab is within it. */}
        <h2 id={`${id}-h`} tabIndex={-1} autoFocus>
          {title}
        </h2>
        {facts && <p className="row meta">{facts}</p>}
      </div>
      {children}
    </section>
  )
}

export function PanelPart({ title, children }: { title?: ReactNode; children: ReactNode }) {
  return (
    <div>
      {title && <h3>{title}</h3>}
      {children}
    </div>
  )
}

type DecideProps = { action: string; fields?: Hidden | undefined; buttons: ReactNode; children?: ReactNode }

/** The verbs. `children` are the reasons; the buttons stay in sight at the end of the panel. */
export function Decide({ action, fields, buttons, children }: DecideProps) {
  return (
    <form className="decide" method="post" action={action} noValidate>
      <HiddenFields fields={fields} />
      {children}
      <div className="row">{buttons}</div>
    </form>
  )
}
