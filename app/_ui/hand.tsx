import type { ReactNode } from 'react'

/** Who of the two parties: ours, or the partner's. */
export type Side = 'us' | 'them'

/** Whose turn it is, always in words. */
export function Hand({ side, children }: { side: Side; children: ReactNode }) {
  return (
    <span className={side === 'them' ? 'hand them' : 'hand'}>
      <i />
      {children}
    </span>
  )
}
