import { localeOf } from '@/lib/base/i18n/locale'
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
      'set-cookie': `lang=${language}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly${secure()}`,
    },
  })
}

/** On loopback without TLS a Secure cookie is not kept by every browser; everywhere else it never travels in clear. */
const secure = (): string => (env().origin.startsWith('https:') ? '; Secure' : '')
