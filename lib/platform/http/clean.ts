import type { Refusal } from '@/lib/base/request/request-record'

/**
 * Everything the framework adds for its own scripts. Text and attributes of people cannot match: React writes
 * `<` and `"` of theirs as entities.
 */
const FRAMEWORK = [
  /<script\b(?![^>]*\bsrc="\/js\/)[^>]*>[\s\S]*?<\/script>/g,
  /<link\b[^>]*\brel="(?:module)?preload"[^>]*>/g,
  /<!--[\s\S]*?-->/g,
  /<meta name="next-size-adjust"[^>]*>/g,
  /<div hidden=""><\/div>/g,
]

/** Rendered HTML without framework scripts, preloads, flight data and comments; our own `/js/` scripts stay. */
export function cleanHtml(html: string): string {
  return FRAMEWORK.reduce((text, pattern) => text.replace(pattern, ''), html)
}

/**
 * A page that came back with errors says so first in its title, which a screen reader speaks and a tab shows. Every
 * such page opens with the summary of `ErrorSummary`, so one look finds them all.
 */
export function tellErrorInTitle(html: string, word: string): string {
  return html.includes('<div class="errors" role="alert"') ? html.replace('<title>', `<title>${word}`) : html
}

const BLANK = '<html id="__next_error__"'
const BOUNDARY = /(?:<template data-dgst="|\$RX\("[^"]*",")(?:NEXT_HTTP_ERROR_FALLBACK;(\d{3}))?/

/**
 * The refusal hidden in what the framework rendered, if any: an error status, its blank error document, or an
 * error caught by a boundary in the middle of a page that already said 200. A redirect carries a blank document
 * too and is none.
 */
export function hiddenRefusal(status: number, html: string): Refusal | undefined {
  if (status >= 400) return { status, reason: 'general' }
  if (status >= 300) return undefined
  const boundary = BOUNDARY.exec(html)
  if (boundary) return { status: Number(boundary[1] ?? 500), reason: 'general' }
  return html.includes(BLANK) ? { status: 500, reason: 'general' } : undefined
}
