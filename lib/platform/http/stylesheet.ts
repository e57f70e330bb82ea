import type { Stylesheet } from './assets'

export interface Styled {
  readonly html: string
  /** Present when the stylesheet stands in the page: its hash belongs into `style-src`. */
  readonly styleHash?: string
}

/**
 * The first page of a browser carries the stylesheet, later ones link it: one round trip less where a round trip
 * costs a second. The file itself is fetched for the next page once the browser is idle. The cookie `css` tells
 * which stylesheet the browser has seen.
 */
export function placeStylesheet(html: string, sheet: Stylesheet | null, seen: string | undefined): Styled {
  if (sheet === null || seen === sheet.hash) return { html }
  const link = html.indexOf(`href="${sheet.path}"`)
  const start = html.lastIndexOf('<link', link)
  const end = html.indexOf('>', link)
  if (link < 0 || start < 0 || end < 0) return { html }
  const later = `<link rel="prefetch" as="style" href="${sheet.path}">`
  const styled = `${html.slice(0, start)}<style>${sheet.text}</style>${later}${html.slice(end + 1)}`
  return { html: styled, styleHash: sheet.sha256 }
}
