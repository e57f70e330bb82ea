import type { Tx } from '@/lib/platform/db/client'
import { type Draft, keepDraft } from './drafts'
import { type Sent, shown } from './sent'
import type { Params } from './verb'

/** What was typed, by whom, for which address. */
export type Typed = { tx: Tx; userId: string; where: Params; sent: Sent }

/** How drafts of a form are found again: its name, and what its address is about. */
export const draftOf = (form: string, where: Params) => ({ form, about: Object.values(where).join(' ') })

export const withDraft = (page: string, id: string) => `${page}${page.includes('?') ? '&' : '?'}draft=${id}`

/** Keeps a form, sealed, for its page: the address that shows it again with everything typed. Nothing: it is too large. */
export async function keepForm(
  typed: Typed,
  form: string,
  draft: Pick<Draft, 'errors' | 'notice'> & Partial<Draft> & { page: string },
): Promise<string | undefined> {
  const { tx, userId, where, sent } = typed
  const id = await keepDraft(tx, userId, draftOf(form, where), { values: sent.values, ...draft })
  return id && keepBeside(typed, withDraft(draft.page, id))
}

/** What was typed for the other writes of a form, kept for each: the address comes back with their drafts. */
export async function keepBeside({ tx, userId, where, sent }: Typed, page: string): Promise<string> {
  let back = page
  for (const { name, values } of sent.json ? [] : sent.beside) {
    const draft = { values, errors: {}, notice: 'aside' as const, page, ...shown(sent) }
    const id = await keepDraft(tx, userId, draftOf(name, where), draft)
    if (id) back = withDraft(back, id)
  }
  return back
}
