import { label } from '@/lib/base/codes/codes'
import type { Locale } from '@/lib/base/i18n/locale'
import type { Translate } from '@/lib/base/i18n/translate'
import { isHushedService } from '@/lib/casework/cases/hushed'

/** A service as a list says it: one that tells what happened to the person is care, until it is opened. */
export const listedService = (service: string, { t, locale }: { t: Translate; locale: Locale }): string =>
  isHushedService(service) ? t('referrals.service.hushed') : label('service_type', service, locale)
