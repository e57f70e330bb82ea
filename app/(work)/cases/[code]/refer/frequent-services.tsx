import { ButtonLink } from '@/app/_ui/button'
import { label } from '@/lib/base/codes/codes'
import type { Page } from '@/lib/platform/gate/read'

type Props = {
  page: Omit<Page<unknown>, 'view'>
  code: string
  services: readonly string[]
  chosen: string | undefined
}

/** What is asked for most, one press away; everything else stands in the list below. */
export function FrequentServices({ page: { t, locale }, code, services, chosen }: Props) {
  if (chosen || services.length === 0) return null
  return (
    <nav className="row" aria-label={t('referrals.service.frequent')}>
      {services.map((service) => (
        <ButtonLink key={service} calm href={`/cases/${code}/refer?service=${service}`}>
          {label('service_type', service, locale)}
        </ButtonLink>
      ))}
    </nav>
  )
}
