import type { ReactNode } from 'react'
import { classNames } from './class-names'

export type ClockTone = 'fine' | 'soon' | 'late' | 'good'

type ClockProps = {
  /** The words in bold: what is due, or how long is left. */
  words: ReactNode
  detail?: ReactNode
  tone?: ClockTone | undefined
  /** Time used, 0–100 % of the limit; above 100 is shown full. */
  used: number
}

/** Words, weight and a bar. The bar's length is an attribute, so no style is needed. */
export function Clock({ words, detail, tone = 'fine', used }: ClockProps) {
  return (
    <span className={classNames('clock', tone !== 'fine' && tone)}>
      <b>{words}</b>
      {detail && <span>{detail}</span>}
      <svg viewBox="0 0 100 5" preserveAspectRatio="none" aria-hidden="true">
        <rect width={Math.round(Math.min(100, Math.max(0, used)))} height="5" />
      </svg>
    </span>
  )
}

/** A quantity split between us, them and what is late; the words beside it say the numbers. */
export function Bar({ us = 0, them = 0, late = 0 }: { us?: number; them?: number; late?: number }) {
  const scale = 1000 / (us + them + late || 1)
  const parts = [
    { tone: 'f1', from: 0, size: us },
    { tone: 'f2', from: us, size: them },
    { tone: 'fl', from: us + them, size: late },
  ].filter((part) => part.size > 0)
  return (
    <svg className="bar" viewBox="0 0 1000 5" preserveAspectRatio="none" aria-hidden="true">
      {parts.map(({ tone, from, size }) => (
        // The last units of each part stay open, as a seam between neighbours.
        <rect
          key={tone}
          className={tone}
          x={Math.round(from * scale)}
          width={Math.max(4, Math.round(size * scale) - 6)}
          height="5"
        />
      ))}
    </svg>
  )
}
