import type { ReactNode } from 'react'
import { classNames } from './class-names'

export type Column = {
  label: string
  /** The words stay for readers and stacked rows, not in the heading. */
  quiet?: boolean | undefined
  num?: boolean | undefined
  sort?: { href: string; now?: 'ascending' | 'descending' | undefined } | undefined
}

/** The first cell is the row's heading. */
export type Row = { key: string; cells: ReactNode[] }

type TableProps = {
  caption?: ReactNode
  quietCaption?: boolean | undefined
  /** A heading above instead of a caption: headings are not allowed inside a table's roles. */
  title?: { id: string; text: ReactNode } | undefined
  columns: Column[]
  rows: Row[]
  foot?: ReactNode[] | undefined
  /** `cards` stacks rows below 48 em with the column's words; `duet` in two columns without them. */
  narrow?: 'cards' | 'duet' | undefined
  /** Rows of two lines, 60 px high; what falls due on one line. */
  dense?: boolean | undefined
  id?: string | undefined
}

type GridProps = Omit<TableProps, 'title'> & { labelledBy?: string | undefined }

/** Roles are written out: a stacked row is not a table any more to some browsers. */
const roles = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  column: { role: 'columnheader' },
  heading: { role: 'rowheader' },
  cell: { role: 'cell' },
}

export function Table({ title, ...grid }: TableProps) {
  if (!title) return <Grid {...grid} />
  return (
    <section>
      <h2 id={title.id}>{title.text}</h2>
      <Grid {...grid} labelledBy={title.id} />
    </section>
  )
}

function Grid({ caption, quietCaption, columns, rows, foot, narrow, dense, id, labelledBy }: GridProps) {
  const classes = narrow && classNames('cards', narrow === 'duet' && 'duet', dense && 'rows')
  return (
    // A wide table scrolls, and keys must reach what scrolls.
    <div className="table" tabIndex={columns.length > 5 ? 0 : undefined}>
      <table className={classes} id={id} aria-labelledby={labelledBy} {...roles.table}>
        {caption && <caption className={quietCaption ? 'vh' : undefined}>{caption}</caption>}
        <thead {...roles.group}>
          <tr {...roles.row}>
            {columns.map((column) => (
              <Heading key={column.label} {...column} />
            ))}
          </tr>
        </thead>
        <tbody {...roles.group}>
          {rows.map(({ key, cells }) => (
            <Line key={key} cells={cells} columns={columns} />
          ))}
        </tbody>
        {foot && (
          <tfoot {...roles.group}>
            <Line cells={foot} columns={columns} />
          </tfoot>
        )}
      </table>
    </div>
  )
}

function Heading({ label, quiet, num, sort }: Column) {
  const words = quiet ? <span className="vh">{label}</span> : label
  const arrow = { ascending: ' ↑', descending: ' ↓' }
  return (
    <th scope="col" className={num ? 'num' : undefined} aria-sort={sort?.now} {...roles.column}>
      {sort ? (
        <a href={sort.href}>
          {words}
          {sort.now && <span aria-hidden="true">{arrow[sort.now]}</span>}
        </a>
      ) : (
        words
      )}
    </th>
  )
}

function Line({ cells, columns }: { cells: ReactNode[]; columns: Column[] }) {
  const [first, ...rest] = cells
  return (
    <tr {...roles.row}>
      <th scope="row" {...roles.heading}>
        {first}
      </th>
      {rest.map((cell, index) => {
        const column = columns[index + 1]
        return (
          <td key={index} className={column?.num ? 'num' : undefined} data-l={column?.label} {...roles.cell}>
            {cell}
          </td>
        )
      })}
    </tr>
  )
}
