import type { ReactNode } from 'react'
import { fieldId } from './field-ids'

export type FieldError = {
  name: string
  text: ReactNode /** The control, when it is not the field's first. */
  id?: string
}

/** First thing on the page and focused without script; each line jumps to its field. */
export function ErrorSummary({
  title,
  errors,
  children,
}: {
  title: string
  errors: FieldError[]
  children?: ReactNode
}) {
  return (
    // The focus must land on the summary when the page comes back, as after any rejected form.
    <div className="errors" role="alert" tabIndex={-1} autoFocus aria-labelledby="errors">
      <h2 id="errors">{title}</h2>
      <ul className="ticks">
        {errors.map(({ name, text, id = fieldId(name) }) => (
          <li key={id}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ul>
      {children && <p className="meta">{children}</p>}
    </div>
  )
}
