import { label, partnerName } from '@/lib/base/codes/codes'
import { moment } from '@/lib/base/i18n/dates'
import { wordingOf } from '@/lib/base/i18n/translate'
import type { ConsentRow } from '@/lib/casework/consents/cover'
import { saidAt } from '@/lib/casework/consents/newest'
import type { Page } from '@/lib/platform/gate/read'

type Words = Pick<Page<unknown>, 't' | 'locale'>
type No = Pick<ConsentRow, 'status' | 'giver' | 'partner' | 'service' | 'givenAt' | 'withdrawnAt'>

/** The newest no about what is to be shared: when, who said it, to whom and for what. */
export function lastNoWords(no: No, { t, locale }: Words): string {
  const about = [
    no.partner ? partnerName(no.partner, locale) : t('consents.no.everybody'),
    no.service ? label('service_type', no.service, locale) : t('consents.no.every-service'),
  ]
  // Whoever gave the yes: it was taken back.
  const by = no.status === 'WITHDRAWN' ? no.status : no.giver
  const who = wordingOf(t, `consents.by.${by}`, by)
  return t('consents.no.line', { on: moment(locale, new Date(saidAt(no))), who, about: about.join(', ') })
}
