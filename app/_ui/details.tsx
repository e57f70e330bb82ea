import type { ReactNode } from 'react'

type DetailsProps = { summary: ReactNode; open?: boolean | undefined; children: ReactNode }

export function Details({ summary, open, children }: DetailsProps) {
  return (
    <details open={open}>
      <summary>{summary}</summary>
      {children}
    </details>
  )
}
