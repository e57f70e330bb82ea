import { DraftNotice, FormFields } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { Button, ButtonLink } from '@/app/_ui/button'
import { PostForm } from '@/app/_ui/form'
import { Narrow } from '@/app/_ui/layout'
import { partnerName } from '@/lib/base/codes/codes'
import { dayText, isoDayOf } from '@/lib/base/time/days'
import { answerForm } from '@/lib/casework/transfers/form'
import { prepareAgencyAnswer } from '@/lib/desks/case-file/prepare-agency'
import { caseRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { CaseFrame } from '../../case-frame'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

/** What the agency answered: yes or no, who said it, how, on which day. */
export default async function AgencyAnswerPage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'transfer.record-answer', roles: caseRoles }, (reading) =>
    prepareAgencyAnswer(reading, code, query),
  )
  const { t, locale, view } = page
  const { head, offer, draft } = view
  const partner = partnerName(offer.partner, locale)
  return (
    <CaseFrame keeps head={head} page={page} title={t('transfers.agency-answer.title', { partner })}>
      <Narrow>
        <DraftNotice form={answerForm} draft={draft} t={t} locale={locale} />
        <div>
          <h2>{t('transfers.agency-answer.title', { partner })}</h2>
          <p className="lead">{t('transfers.agency-answer.lead')}</p>
        </div>
        <PostForm
          main
          action={`/api/v1/cases/${code}/transfer/${offer.row.id}/answer`}
          fields={hidden(offer.row.version)}
        >
          <FormFields
            form={answerForm}
            draft={draft}
            values={{ on: dayText(isoDayOf(page.actor.now)) }}
            t={t}
            locale={locale}
          />
          <div className="field row">
            <Button>{t('transfers.agency-answer.button')}</Button>
            <ButtonLink calm href={`/cases/${code}`}>
              {t('forms.back')}
            </ButtonLink>
          </div>
        </PostForm>
      </Narrow>
    </CaseFrame>
  )
}
