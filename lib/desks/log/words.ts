import { isUuid } from '@/lib/base/forms/uuid'
import { type Translate, wordingOf } from '@/lib/base/i18n/translate'
import type { AuditRow } from './queries'

/** "Référencement : Accepter". A verb without wording stands as its code. PURE. */
export function actionWords(action: string, t: Translate): string {
  const [family = '', verb = ''] = action.split('.')
  const noun = wordingOf(t, `audit.family.${family}`, family)
  const own = wordingOf(t, `audit.action.${action}`, '')
  const act =
    own ||
    wordingOf(t, `${family}s.verb.${verb}`, wordingOf(t, `audit.verb.${verb}`, verb), {
      partner: t('audit.partner'),
    })
  return t('audit.line', { noun, act })
}

/** What it was about: a case code, else the first symbols of an id, else nothing long. A page refused whole is its act. */
export function objectWords({ caseCode, object }: Pick<AuditRow, 'caseCode' | 'object'>): string {
  if (caseCode) return caseCode
  if (/^[a-z-]+\.[a-z-]+$/.test(object)) return ''
  return isUuid(object as unknown) ? object.slice(0, 8) : object.slice(0, 24)
}

const told = ['reason', 'count', 'rows', 'month', 'sha256'] as const

/** The few facts of an event that are codes or numbers, in words; anything else stays in the log. */
export function factsOf(detail: string, t: Translate): string[] {
  const parsed = parse(detail)
  return told.flatMap((name) => {
    const found = parsed[name]
    if (typeof found !== 'string' && typeof found !== 'number') return []
    const text = name === 'sha256' ? String(found).slice(0, 12) : String(found)
    if (!/^[\w.:-]{1,40}$/.test(text)) return []
    const value = name === 'reason' ? wordingOf(t, `audit.refused.${text}`, text) : text
    return [t(`audit.fact.${name}`, { value })]
  })
}

function parse(detail: string): Record<string, unknown> {
  try {
    const found: unknown = JSON.parse(detail)
    return typeof found === 'object' && found !== null ? { ...found } : {}
  } catch {
    return {}
  }
}
