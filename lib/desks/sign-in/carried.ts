import { z } from 'zod'
import type { SessionKind } from '@/lib/platform/access/cookies'
import { asSession, enter } from '@/lib/platform/access/enter'
import { keepDraft } from '@/lib/platform/gate/drafts'
import { safePath } from '@/lib/platform/gate/open'
import { typistOf } from '@/lib/platform/gate/typist'

const shape = z.object({
  form: z.string().max(80),
  page: z.string().max(300),
  typist: z.string().max(40).optional(),
  values: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
})

/**
 * What a signed-out page carried through the sign-in: kept as a draft of whoever typed it, on the page it was for, and of
 * nobody else: another person who signs in here next reads nothing of it. Returns that page, or nothing.
 */
export async function keepCarried(
  session: { kind: SessionKind; token: string },
  text: string,
): Promise<string | undefined> {
  const read = safeJson(text)
  if (!read) return undefined
  return asSession(session.kind, async (tx) => {
    const entry = await enter(tx, session.token)
    if (entry.state !== 'live' || read.typist !== typistOf(entry.actor.userId)) return undefined
    const draft = { values: read.values, errors: {}, notice: 'expired' as const, page: read.page }
    const id = await keepDraft(tx, entry.actor.userId, { form: read.form, about: '' }, draft)
    const page = safePath(read.page)
    if (!id) return page
    return `${page}${page.includes('?') ? '&' : '?'}draft=${id}`
  })
}

function safeJson(text: string): z.infer<typeof shape> | undefined {
  try {
    return shape.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
