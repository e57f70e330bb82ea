import type { ReactNode } from 'react'

/** A case, share or reference code: fixed width, never reordered inside Arabic text. */
export function Code({ children }: { children: ReactNode }) {
  return (
    <span className="code" dir="ltr">
      {children}
    </span>
  )
}
