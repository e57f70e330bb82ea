/** Languages our server can refuse in; pages themselves follow the same cookie. */
export type PageLang = 'fr' | 'en'

const DIRECTIONS: Readonly<Record<PageLang, 'ltr' | 'rtl'>> = { fr: 'ltr', en: 'ltr' }

/** French unless the cookie `lang` says otherwise; an unknown value is French too. */
export function langOf(cookie: string | undefined): PageLang {
  return cookie === 'en' ? 'en' : 'fr'
}

/**
 * Remembers the language on this device for a year. On loopback without TLS a Secure cookie is not kept by every
 * browser; everywhere else it never travels in clear.
 */
export const languageCookie = (lang: PageLang, secure: boolean): string =>
  `lang=${lang}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly${secure ? '; Secure' : ''}`

export function directionOf(lang: PageLang): 'ltr' | 'rtl' {
  return DIRECTIONS[lang]
}

/** Value of one cookie in a `Cookie` header; the first wins, as in browsers' order of paths. */
export function cookieOf(header: string | undefined, name: string): string | undefined {
  const prefix = `${name}=`
  const pair = header?.split('; ').find((part) => part.startsWith(prefix))
  return pair?.slice(prefix.length)
}
