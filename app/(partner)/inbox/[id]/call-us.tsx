import { Code } from '@/app/_ui/code'
import { Icon } from '@/app/_ui/icon'
import type { Translate } from '@/lib/base/i18n/translate'

/** The office that sent it, and the code to name. */
export function CallUs({ phone, code, t }: { phone: string; code: string; t: Translate }) {
  return (
    <p className="meta">
      <Icon name="call" /> {t('inbox.call')}{' '}
      <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>
        <bdi>{phone}</bdi>
      </a>{' '}
      · <Code>{code}</Code>
    </p>
  )
}
