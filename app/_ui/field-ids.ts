/** The id of a field's first control, so that the error summary can point at it. */
export function fieldId(name: string): string {
  return `f-${name}`
}

type Wiring = {
  id: string
  'aria-describedby'?: string
  'aria-invalid'?: true
}

/** Ties a control to its hint and its error: `<id>-h`, `<id>-e`. */
export function wiring(id: string, texts: { hint?: unknown; error?: unknown }): Wiring {
  const describedBy = [texts.hint && `${id}-h`, texts.error && `${id}-e`].filter(Boolean).join(' ')
  return {
    id,
    ...(describedBy && { 'aria-describedby': describedBy }),
    ...(texts.error ? { 'aria-invalid': true } : {}),
  }
}
