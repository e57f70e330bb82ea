import { fromForm } from '@/lib/base/forms/raw-values'
import type { PageLang } from '@/lib/base/request/lang'
import type { RefusalForm } from './refusal-page'
import type { Exchange } from './send'
import { word } from './words'

const FORM = 'application/x-www-form-urlencoded'
const DOOR = '/api/v1/session'
/** Never written back into a page; asked again instead. */
const NOT_KEPT = ['email', 'password']

/**
 * The form that was sent, to send again as it was: its key makes sure that nothing is saved twice. Only what a page of
 * ours sent comes back, or another site could have its words sent under somebody's name.
 */
export function keptForm({ req, site, body }: Exchange, lang: PageLang): RefusalForm | undefined {
  if (req.method !== 'POST' || !body || !isOurs(req.headers, site.origin)) return undefined
  const values = req.headers['content-type']?.startsWith(FORM) ? fromForm(body.toString('utf8')) : undefined
  if (!values) return undefined
  const door = req.url === DOOR
  const fields = Object.entries(values).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one): [string, string] => [name, one]),
  )
  const form = { action: req.url ?? '/', label: word(lang, 'page.again'), note: word(lang, 'page.kept') }
  if (!door) return { ...form, fields }
  return { ...form, fields: fields.filter(([name]) => !NOT_KEPT.includes(name)), inputs: asked(lang) }
}

const asked = (lang: PageLang): NonNullable<RefusalForm['inputs']> => [
  { name: 'email', label: word(lang, 'page.email'), type: 'email', autocomplete: 'username' },
  {
    name: 'password',
    label: word(lang, 'page.password'),
    type: 'password',
    autocomplete: 'current-password',
  },
]

function isOurs(headers: Exchange['req']['headers'], origin: URL): boolean {
  const site = headers['sec-fetch-site']
  return site === undefined ? headers.origin === origin.origin : site === 'same-origin'
}
