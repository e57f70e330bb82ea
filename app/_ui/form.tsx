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
  /** The one form of its page whose fields the language switch carries along (`keeps` of the frame). */
  main?: boolean | undefined
  label?: string | undefined
  /** A file is sent along. */
  withFile?: boolean | undefined
  /** What a script of ours reads from the form. */
  data?: Readonly<Record<`data-${string}`, string>> | undefined
  children: ReactNode
}

/** Buttons outside a page's main form belong to it by this id, with scripts off too. */
export const mainForm = 'answers'

/**
 * What the Enter key presses: a form's first button in the page. Without it, that would be whichever button stands
 * first, such as the language or "remove".
 */
export function DefaultButton({ form }: { form?: string | undefined }) {
  return <button type="submit" hidden form={form} />
}

const layouts = { stack: 'stack', row: 'row', bare: undefined }

/** A command. The browser's own validation is off: our words come back with the page. */
export function PostForm({
  action,
  fields,
  layout = 'stack',
  id,
  main,
  label,
  withFile,
  data,
  children,
}: FormProps) {
  return (
    <form
      method="post"
      encType={withFile ? 'multipart/form-data' : undefined}
      {...data}
      action={action}
      className={classNames(layouts[layout])}
      id={main ? mainForm : id}
      aria-label={label}
      noValidate
    >
      {main && <DefaultButton />}
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
