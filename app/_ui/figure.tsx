import type { ReactNode } from 'react'

type FigureProps = {
  /** The finding, as a sentence. */
  title: ReactNode
  children: ReactNode
  note?: ReactNode
  /** The same numbers as a table, always in the page. */
  table: { summary: string; content: ReactNode }
}

/** A chart, drawn on the server at 360–480 units wide; its text grows as the frame shrinks. */
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
