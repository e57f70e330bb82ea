import type { ReactNode } from 'react'

type HeadProps = {
  /** The page's `h1`: never a name of a person. */
  title: ReactNode
  /** Small line below. */
  meta?: ReactNode
  /** Larger line below: what matters today. */
  lead?: ReactNode
  /** Tags above the title. */
  above?: ReactNode
  /** Buttons, steps or whose turn it is. */
  actions?: ReactNode
}

export function Head({ title, meta, lead, above, actions }: HeadProps) {
  return (
    <div className="head">
      <div>
        {above && <p className="row">{above}</p>}
        <h1>{title}</h1>
        {meta && <p className="row meta">{meta}</p>}
        {lead && <p className="lead">{lead}</p>}
      </div>
      {actions && <div className="row">{actions}</div>}
    </div>
  )
}

/** A section's title with its own actions. */
export function SubHead({
  title,
  id,
  actions,
}: {
  title: ReactNode
  id?: string | undefined
  actions?: ReactNode
}) {
  return (
    <div className="head">
      <h2 id={id}>{title}</h2>
      {actions && <div className="row">{actions}</div>}
    </div>
  )
}
