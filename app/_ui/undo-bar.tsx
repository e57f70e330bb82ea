import type { ReactNode } from 'react'
import { Button } from './button'
import { type Hidden, HiddenFields } from './form'

type UndoBarProps = {
  action: string
  fields?: Hidden | undefined
  /** The verb on the button. */
  label: string
  letter?: string | undefined
  /** What was decided, and until when it can be taken back. */
  children: ReactNode
}

/** Stays until the next decision; it never times away. */
export function UndoBar({ action, fields, label, letter, children }: UndoBarProps) {
  return (
    <form className="undo" method="post" action={action}>
      <HiddenFields fields={fields} />
      <span role="status">{children}</span>
      <Button letter={letter}>{label}</Button>
    </form>
  )
}
