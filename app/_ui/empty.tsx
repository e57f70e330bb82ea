import type { ReactNode } from 'react'

/** Says what was done and what comes next; `actions` are buttons. */
export function Empty({
  title,
  actions,
  children,
}: {
  title: ReactNode
  actions?: ReactNode
  children?: ReactNode
}) {
  return (
    <div className="empty">
      <svg
        viewBox="0 0 220 90"
        width="220"
        height="90"
        fill="none"
        strokeWidth="5"
        strokeLinecap="round"
        aria-hidden="true"
      >
        <path stroke="#dfeeee" strokeWidth="26" d="M20 22h180" />
        <path stroke="#f4e8f4" strokeWidth="26" d="M20 66h180" />
        <path stroke="#0b4a50" d="M28 22h34q22 0 22 22t22 22M164 22h20" />
        <path stroke="#66296b" d="M106 66h14q22 0 22-22t22-22" />
        <circle cx="188" cy="22" r="9" fill="#0b4a50" />
      </svg>
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {actions && <div className="row">{actions}</div>}
    </div>
  )
}
