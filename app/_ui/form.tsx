import type { ReactNode } from 'react'
import { classNames } from './class-names'

/** Hidden fields; `undefined` values are left out. */
export type Hidden = Record<string, string | number | undefined>

type FormProps = {
  action: string
  fields?: Hidden | undefined
  /** `stack` spaces the fields (default), `row` puts buttons side by side, `bare` does nothing. */
  layout?: 'stack' | 'row' | 'bare' | undefined
  id?: string | undefined
  label?: string | undefined
  children: ReactNode
}

const layouts = { stack: 'stack', row: 'row', bare: undefined }

/** A command. The browser's own validation is off: our words come back with the page. */
export function PostForm({ action, fields, layout = 'stack', id, label, children }: FormProps) {
  return (
    <form
      method="post"
      action={action}
      className={classNames(layouts[layout])}
      id={id}
      aria-label={label}
      noValidate
    >
      <HiddenFields fields={fields} />
      {children}
    </form>
  )
}

/** A question to the server: filters, sort, period. */
export function GetForm({ action, fields, layout = 'stack', id, label, children }: FormProps) {
  return (
    <form action={action} className={classNames(layouts[layout])} id={id} aria-label={label}>
      <HiddenFields fields={fields} />
      {children}
    </form>
  )
}

export function HiddenFields({ fields = {} }: { fields?: Hidden | undefined }) {
  return Object.entries(fields).map(
    ([name, value]) => value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
  )
}
