import type { HandOverView } from '@/lib/desks/staff/prepare-hand-over'
import { ableFor } from '@/lib/desks/staff/propose-hands'

/** Whose hands a case goes into unless something else is chosen: what came back, whom the list named, or the proposal. PURE. */
export function choiceOf(view: HandOverView): (code: string) => string {
  const kept = new Map(
    [view.draft?.values.moves ?? []].flat().map((text) => {
      const [code = '', , to = ''] = text.split('~')
      return [code, to] as const
    }),
  )
  return (code) => {
    if (view.draft) return kept.get(code) ?? ''
    const given = view.given.get(code)
    const named = given && ableFor(given, view.staff).some(({ id }) => id === view.to) ? view.to : undefined
    return named ?? view.proposals.get(code)?.to ?? ''
  }
}
