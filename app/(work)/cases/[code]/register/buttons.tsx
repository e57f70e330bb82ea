import { Button, ButtonLink } from '@/app/_ui/button'
import type { Framed } from '../case-frame'

type Props = {
  code: string
  page: Framed
  /** On the last page, where saving it opens the case: the address that does both. */
  opens?: string | undefined
}

/** Save and go on, or leave: what is saved stays. */
export function RegisterButtons({ code, page: { t }, opens }: Props) {
  return (
    <div className="field row">
      {opens && <Button formAction={opens}>{t('cases.register.save-and-open')}</Button>}
      <Button calm={opens !== undefined}>{t('cases.register.save')}</Button>
      <ButtonLink calm href={`/cases/${code}/register`}>
        {t('cases.register.later')}
      </ButtonLink>
    </div>
  )
}
