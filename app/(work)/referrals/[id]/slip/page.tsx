import { FormFields } from '@/app/_frame/form-fields'
import { Note } from '@/app/_ui/note'
import { partnerName } from '@/lib/base/codes/codes'
import { day } from '@/lib/base/i18n/dates'
import { isMessageKey } from '@/lib/base/i18n/translate'
import { toldForm } from '@/lib/casework/referrals/verbs/forms'
import { prepareSlip } from '@/lib/desks/referral/prepare-verb'
import { caseRoles } from '@/lib/platform/access/roles'
import { one, type Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { VerbFrame } from '../verb-frame'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

/** Telling the person when and where; the paper says day and number to ask, and nothing that could betray. */
export default async function SlipPage({ params, searchParams }: Props) {
  const { id } = await params
  const query = await searchParams
  const page = await read({ action: 'referral.tell-person', roles: caseRoles }, (reading) =>
    prepareSlip(reading, id, query),
  )
  const { t, locale, view } = page
  const why = `referrals.told.${one(query, 'not') ?? ''}`
  const when = view.expectedOn ? day(locale, view.expectedOn) : null
  const partner = partnerName(view.partner, locale)
  return (
    <VerbFrame
      page={page}
      view={view}
      form={toldForm}
      title={t('referrals.slip-page.title')}
      lead={
        when ? t('referrals.slip-page.lead', { day: when }) : t('referrals.slip-page.no-day', { partner })
      }
      verb="tell-person"
      button={t('referrals.slip-page.button')}
      beside={
        <section className="box stack tight" aria-label={t('referrals.slip-page.paper')}>
          <h2>{t('referrals.slip-page.paper')}</h2>
          {when && (
            <p className="find1">
              <b>{when}</b>
            </p>
          )}
          <p>{t('referrals.slip-page.neutral')}</p>
          <p>
            <a
              href={`/cases/${view.code}/papers/appointment${view.expectedOn ? `?on=${view.expectedOn}` : ''}`}
            >
              {t('referrals.slip-page.prepare')}
            </a>
          </p>
        </section>
      }
    >
      {isMessageKey(why) && <Note tone="soon">{t('referrals.slip-page.not', { why: t(why) })}</Note>}
      <FormFields form={toldForm} draft={view.draft} t={t} locale={locale} />
    </VerbFrame>
  )
}
