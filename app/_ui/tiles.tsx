import type { ReactNode } from 'react'
import { classNames } from './class-names'

export type Tile = { count: ReactNode; label: string; tone?: 'late' | 'soon' | undefined }

/** Counts that lead to their list. */
export function TileLinks({ label, tiles }: { label: string; tiles: (Tile & { href: string })[] }) {
  return (
    <nav className="tiles" aria-label={label}>
      {tiles.map((tile) => (
        <a key={tile.label} href={tile.href} className={classNames(tile.tone)}>
          <b>{tile.count}</b>
          {tile.label}
        </a>
      ))}
    </nav>
  )
}

/** Counts that are only read. */
export function Tiles({ tiles }: { tiles: Tile[] }) {
  return (
    <dl className="tiles">
      {tiles.map((tile) => (
        <div key={tile.label} className={classNames(tile.tone)}>
          <dt>{tile.label}</dt>
          <dd>
            <b>{tile.count}</b>
          </dd>
        </div>
      ))}
    </dl>
  )
}
