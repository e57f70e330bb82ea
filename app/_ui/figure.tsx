import type { ReactNode } from 'react'

type FigureProps = {
  /** The finding, as a sentence. */
  title: ReactNode
  children: ReactNode
  note?: ReactNode
  /** The same numbers as a table, always in the page. */
  table: { summary: string; content: ReactNode }
}

/**
 * A chart, drawn on the server 360 units wide. Its page links the sheet `figures`, which sets the text:
 * 13.5 units, 18 on phones; leave room for the larger.
 */
export function Figure({ title, children, note, table }: FigureProps) {
  return (
    <figure className="fig">
      <h2>{title}</h2>
      {children}
      {note && <p className="meta">{note}</p>}
      <details>
        <summary>{table.summary}</summary>
        {table.content}
      </details>
    </figure>
  )
}
