import { cookies } from 'next/headers'
import { localeOf } from '@/lib/base/i18n/locale'
import { translator } from '@/lib/base/i18n/translate'
import { currentRequest } from '@/lib/base/request/request-record'
import { presented } from '@/lib/platform/access/cookies'
import { asSession, enter } from '@/lib/platform/access/enter'
import { officesOf } from './read-offices'

/** Who asks for help, if a live session says so. The page is public: nobody is sent to sign in, nothing is logged. */
export async function readHelp() {
  const jar = await cookies()
  const locale = localeOf(jar.get('lang')?.value)
  const frame = { t: translator(locale), locale, path: currentRequest()?.path ?? '/help' }
  const session = presented((name) => jar.get(name)?.value)
  if (!session) return { ...frame, known: undefined }
  const known = await asSession(session.kind, async (tx) => {
    const entry = await enter(tx, session.token)
    // Whoever came by a link reads what everybody reads: there is no list and no menu around their one page.
    if (entry.state !== 'live' || entry.actor.link) return undefined
    return { actor: { ...entry.actor, locale }, offices: await officesOf(tx, entry.actor) }
  })
  return { ...frame, known }
}
