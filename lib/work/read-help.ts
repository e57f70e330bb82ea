import { cookies } from 'next/headers'
import { presented } from '../access/cookies'
import { asSession, enter } from '../access/enter'
import { currentRequest } from '../http/request-record'
import { localeOf } from '../i18n/locale'
import { translator } from '../i18n/translate'
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
    if (entry.state !== 'live') return undefined
    return { actor: { ...entry.actor, locale }, offices: await officesOf(tx, entry.actor) }
  })
  return { ...frame, known }
}
