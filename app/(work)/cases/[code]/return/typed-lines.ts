import { readWhole } from '@/lib/base/forms/quantity'
import { fieldOf, GRANT_LINES, type Lines } from '@/lib/casework/reintegration/lines'
import type { Draft } from '@/lib/platform/gate/drafts'

/** What stands in a form now: what was typed where it came back, else what is known. What is no number counts as nothing. PURE. */
export function typedLines(draft: Draft | undefined, known: Lines): Lines {
  if (!draft) return known
  return Object.fromEntries(
    GRANT_LINES.flatMap((line) => {
      const amount = readWhole(draft.values[fieldOf(line)]?.toString() ?? '')
      return amount ? [[line, amount]] : []
    }),
  )
}
