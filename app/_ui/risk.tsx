import type { ReactNode } from 'react'

/** One to three bars and the word: the colour is never alone. */
export function Risk({ level, children }: { level: 1 | 2 | 3; children: ReactNode }) {
  return <span className={`risk r${level}`}>{children}</span>
}
