import { Icon } from '@/app/_ui/icon'
import type { Translate } from '@/lib/base/i18n/translate'

/** The office that sent it. */
export function OurNumber({ phone, t }: { phone: string; t: Translate }) {
  return (
    <p className="meta">
      <Icon name="call" /> {t('inbox.call')}{' '}
      <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>
        <bdi>{phone}</bdi>
      </a>
    </p>
  )
}
