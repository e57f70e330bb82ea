import { DraftNotice, FormField } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { Button, ButtonLink } from '@/app/_ui/button'
import { RadioGroup } from '@/app/_ui/choices'
import { PostForm } from '@/app/_ui/form'
import { Narrow } from '@/app/_ui/layout'
import { Note } from '@/app/_ui/note'
import { partnerName } from '@/lib/base/codes/codes'
import { day } from '@/lib/base/i18n/dates'
import { errorText } from '@/lib/base/i18n/problem-words'
import { agencyForm } from '@/lib/casework/transfers/form'
import { prepareAgency } from '@/lib/desks/case-file/prepare-agency'
import { caseRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { CaseFrame } from '../../case-frame'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

/** To another agency: only one to which the person agreed, and why. */
export default async function OfferToAgencyPage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'case.offer-to-agency', roles: caseRoles }, (reading) =>
    prepareAgency(reading, code, query),
  )
  const { t, locale, view } = page
  const { head, draft, agreed } = view
  const form = { form: agencyForm, draft, t, locale }
  const ask = <a href={`/cases/${code}/consents/new?for=TRANSFER`}>{t('transfers.agency.ask')}</a>
  return (
    <CaseFrame keeps={agreed.length > 0} head={head} page={page} title={t('transfers.agency.title')}>
      <Narrow>
        <DraftNotice {...form} />
        <div>
          <h2>{t('transfers.agency.title')}</h2>
          <p className="lead">{t('transfers.agency.lead', { lead: head.lead })}</p>
        </div>
        {agreed.length === 0 ? (
          <Note tone="soon" icon="say">
            {t('transfers.agency.none')} {head.may.work && ask}
          </Note>
        ) : (
          <PostForm
            main
            action={`/api/v1/cases/${code}/offer-to-agency`}
            fields={hidden(head.reach.record.version)}
          >
            <RadioGroup
              name="consent"
              one
              label={t('transfers.consent.label')}
              value={draft?.values.consent?.toString()}
              error={draft?.errors.consent && errorText(t, 'transfers', 'consent', draft.errors.consent)}
              options={agreed.map(({ id, partner, givenAt, expiresOn }) => ({
                value: id,
                label: partnerName(partner ?? '', locale),
                hint: t('transfers.agency.agreed', {
                  on: day(locale, givenAt.toISOString().slice(0, 10)),
                  until: expiresOn ? day(locale, expiresOn) : '–',
                }),
              }))}
            />
            <FormField name="transferReason" {...form} />
            <FormField name="word" {...form} />
            <div className="field row">
              <Button>{t('transfers.offer.button')}</Button>
              <ButtonLink calm href={`/cases/${code}`}>
                {t('forms.back')}
              </ButtonLink>
            </div>
            {head.may.work && <p className="meta">{ask}</p>}
          </PostForm>
        )}
      </Narrow>
    </CaseFrame>
  )
}
