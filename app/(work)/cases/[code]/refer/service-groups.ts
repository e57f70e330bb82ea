import { label, parentOf } from '@/lib/base/codes/codes'
import type { Page } from '@/lib/platform/gate/read'

type Offer = { service: string; open: number }

/** What the directory offers from here, under its headings; a need nobody can take now says so. */
export function serviceGroups(offers: readonly Offer[], { t, locale }: Pick<Page<unknown>, 't' | 'locale'>) {
  const groups = [...new Set(offers.map(({ service }) => parentOf('service_type', service) ?? service))]
  return groups.map((group) => ({
    label: label('service_type', group, locale),
    options: offers
      .filter(({ service }) => parentOf('service_type', service) === group)
      .map(({ service, open }) => ({
        value: service,
        label: t('referrals.service.option', { service: label('service_type', service, locale), open }),
      })),
  }))
}
