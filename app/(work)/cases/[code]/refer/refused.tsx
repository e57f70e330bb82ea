import { ButtonLink } from '@/app/_ui/button'
import { CheckList } from '@/app/_ui/kept-list'
import { Narrow } from '@/app/_ui/layout'
import { Note } from '@/app/_ui/note'
import { label } from '@/lib/base/codes/codes'
import type { Page } from '@/lib/platform/gate/read'

type Props = { page: Omit<Page<unknown>, 'view'>; code: string; service: string }

const possible = ['help', 'inform', 'accompany', 'later', 'danger'] as const

/** After a no: it is recorded, nothing leaves, and this is what we can still do. */
export function Refused({ page, code, service }: Props) {
  const { t, locale } = page
  return (
    <Narrow>
      <Note tone="good" icon="ok" live>
        {t('referrals.refused.recorded', { service: label('service_type', service, locale) })}
      </Note>
      <h2>{t('referrals.refused.possible')}</h2>
      <CheckList
        items={possible.map((name) => ({
          mark: 'ok',
          text: t(`referrals.refused.${name}`),
          detail: t(`referrals.refused.${name}.more`),
        }))}
      />
      <div className="row">
        <ButtonLink href={`/cases/${code}`}>{t('referrals.wizard.to-case')}</ButtonLink>
        <ButtonLink calm href={`/cases/${code}/assistance/new`}>
          {t('referrals.refused.help-now')}
        </ButtonLink>
      </div>
    </Narrow>
  )
}
