import { localeOf } from '@/lib/base/i18n/locale'
import { languageCookie } from '@/lib/base/request/lang'
import { env } from '@/lib/platform/env/env'
import type { Body } from '@/lib/platform/gate/body'
import { safePath } from '@/lib/platform/gate/open'

/** Remembers the language on this device for a year and returns to the page it was chosen on. */
export async function chooseLanguage(_: Request, { values }: Body): Promise<Response> {
  const language = localeOf(values.language)
  return new Response(null, {
    status: 303,
    headers: {
      location: safePath(values.back),
      'set-cookie': languageCookie(language, env().origin.startsWith('https:')),
    },
  })
}
