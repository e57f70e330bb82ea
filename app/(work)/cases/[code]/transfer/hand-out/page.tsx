import { DraftNotice } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { Button, ButtonLink } from '@/app/_ui/button'
import { Tick } from '@/app/_ui/choices'
import { Facts } from '@/app/_ui/facts'
import { PostForm } from '@/app/_ui/form'
import { Narrow } from '@/app/_ui/layout'
import { partnerName } from '@/lib/base/codes/codes'
import { day } from '@/lib/base/i18n/dates'
import { errorText } from '@/lib/base/i18n/problem-words'
import { wordingOf } from '@/lib/base/i18n/translate'
import { handOutForm } from '@/lib/casework/endings/hand-out-case'
import { prepareHandOut } from '@/lib/desks/case-file/prepare-agency'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { Blockers } from '../../blockers'
import { CaseFrame } from '../../case-frame'
import { keptWords } from '../../kept-words'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

/** The case leaves for the agency that said yes: what ends here, what is left, how long it is kept. */
export default async function HandOutPage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'case.hand-out', roles: ['SUPERVISOR'] }, (reading) =>
    prepareHandOut(reading, code, query),
  )
  const { t, locale, view } = page
  const { head, offer, draft, blockers } = view
  const partner = partnerName(offer.partner, locale)
  const { answerHow, answerOn, id, version } = offer.row
  return (
    <CaseFrame keeps head={head} page={page} title={t('transfers.hand-out.title', { partner })}>
      <Narrow>
        <DraftNotice form={handOutForm} draft={draft} t={t} locale={locale} />
        <div>
          <h2>{t('transfers.hand-out.title', { partner })}</h2>
          <p className="lead">{t('transfers.hand-out.lead', { partner })}</p>
        </div>
        <Facts
          facts={[
            {
              term: t('transfers.hand-out.yes'),
              value: t('transfers.hand-out.yes-by', {
                who: offer.spoke ?? '–',
                how: wordingOf(t, `transfers.how.${answerHow}`, '–'),
                on: answerOn ? day(locale, answerOn) : '–',
              }),
            },
            {
              term: t('transfers.summary.title'),
              value: <a href={`/cases/${code}/transfer/summary`}>{t('transfers.summary.see')}</a>,
            },
            { term: t('cases.kept.title'), value: keptWords(view.kept, page) },
          ]}
        />
        <PostForm main action={`/api/v1/cases/${code}/transfer/${id}/hand-out`} fields={hidden(version)}>
          <Blockers code={code} blockers={blockers} draft={draft} page={page} />
          <Tick
            name="handed"
            value="on"
            label={t('transfers.handed.label')}
            error={draft?.errors.handed && errorText(t, 'transfers', 'handed', draft.errors.handed)}
          />
          <div className="field row">
            <Button>{t('transfers.hand-out.button')}</Button>
            <ButtonLink calm href={`/cases/${code}`}>
              {t('forms.back')}
            </ButtonLink>
          </div>
        </PostForm>
        <p className="meta">{t('transfers.hand-out.after', { partner })}</p>
      </Narrow>
    </CaseFrame>
  )
}
