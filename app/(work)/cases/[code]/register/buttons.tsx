import { Button, ButtonLink } from '@/app/_ui/button'
import type { Framed } from '../case-frame'

/** Save and go on, or leave: what is saved stays. */
export function RegisterButtons({ code, page: { t } }: { code: string; page: Framed }) {
  return (
    <div className="field row">
      <Button>{t('cases.register.save')}</Button>
      <ButtonLink calm href={`/cases/${code}/register`}>
        {t('cases.register.later')}
      </ButtonLink>
    </div>
  )
}
