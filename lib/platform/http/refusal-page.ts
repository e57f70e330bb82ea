import { directionOf, type PageLang } from '@/lib/base/request/lang'
import type { Refusal } from '@/lib/base/request/request-record'
import { manifest } from './assets'
import { refusalWords, word } from './words'

/** A form that keeps what was typed, e.g. for signing in and posting the same values again. */
export interface RefusalForm {
  readonly action: string
  readonly label: string
  /** A sentence above it. */
  readonly note?: string
  readonly fields: readonly (readonly [name: string, value: string])[]
  /** Fields to fill in, above the button. */
  readonly inputs?: readonly {
    name: string
    label: string
    type: 'email' | 'password'
    autocomplete: string
    value?: string
  }[]
}

export interface RefusalPage extends Refusal {
  readonly lang: PageLang
  readonly reference: string
  readonly demo: boolean
  readonly form?: RefusalForm
  /** Words that were typed and could not be kept: shown to be taken along. */
  readonly written?: readonly string[]
}

const MARK =
  '<svg viewBox="0 0 30 24" aria-hidden="true"><path d="M3 8h15" stroke="#0b4a50" stroke-width="6" stroke-linecap="round"/>' +
  '<path d="M12 17h15" stroke="#66296b" stroke-width="6" stroke-linecap="round"/></svg>'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function esc(value: string): string {
  return value.replace(/[&<>"']/g, (symbol) => ENTITIES[symbol] ?? symbol)
}

/**
 * A whole page made without the framework, so that it can stand in when the framework fails. Two refusals of the
 * same status and reason differ in the reference alone.
 */
export function refusalHtml(page: RefusalPage): string {
  const { lang, status } = page
  const { title, lead } = refusalWords(lang, page)
  const sheet = manifest().css
  return `<!DOCTYPE html><html lang="${lang}" dir="${directionOf(lang)}"><head><meta charset="utf-8">\
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${esc(title)} – Relais</title>\
${sheet ? `<link rel="stylesheet" href="${esc(sheet.path)}">` : ''}</head><body><div class="alone">\
${page.demo ? `<aside class="demo" aria-label="${esc(word(lang, 'page.demoLabel'))}">${esc(word(lang, 'page.demo'))}</aside>` : ''}\
<header class="top"><a class="brand" href="/">${MARK}Relais</a></header><main id="c">\
<p class="meta">${esc(word(lang, 'page.status', { status }))}</p><h1>${esc(title)}</h1><p class="lead">${esc(lead)}</p>\
${page.form ? formHtml(page.form) : ''}${linksHtml(page)}${writtenHtml(page)}\
<p class="meta">${esc(word(lang, 'page.reference'))} <span class="code" dir="ltr">${esc(page.reference)}</span></p>\
</main></div></body></html>`
}

function linksHtml({ lang, links, form }: RefusalPage): string {
  const shown = links ?? [{ href: '/', label: word(lang, 'page.home') }]
  const items = shown.map(({ href, label }, index) => {
    const look = index === 0 && !form ? 'btn' : 'btn calm'
    return `<a class="${look}" href="${esc(href)}">${esc(label)}</a>`
  })
  return items.length > 0 ? `<p class="row">${items.join('')}</p>` : ''
}

/** Taken along by copying; a text field keeps its lines and can be selected whole. */
function writtenHtml({ lang, written = [] }: RefusalPage): string {
  if (written.length === 0) return ''
  const label = esc(word(lang, 'page.written'))
  const areas = written.map(
    (text) => `<textarea readonly rows="6" aria-label="${label}">\n${esc(text)}</textarea>`,
  )
  return `<h2>${label}</h2><div class="stack" translate="no">${areas.join('')}</div>`
}

function formHtml({ action, label, note, fields, inputs = [] }: RefusalForm): string {
  const filled = inputs.map(
    ({ name, label: words, type, autocomplete, value }) =>
      `<div class="field"><label for="f-${name}">${esc(words)}</label><input id="f-${name}" name="${name}" type="${type}" autocomplete="${autocomplete}"${value ? ` value="${esc(value)}"` : ''}></div>`,
  )
  const hidden = fields.map(
    ([name, value]) => `<input type="hidden" name="${esc(name)}" value="${esc(value)}">`,
  )
  return `<form class="stack" method="post" action="${esc(action)}">${note === undefined ? '' : `<p>${esc(note)}</p>`}${hidden.join('')}${filled.join('')}<button class="btn">${esc(label)}</button></form>`
}
