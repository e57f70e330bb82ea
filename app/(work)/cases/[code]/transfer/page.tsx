import { DraftNotice, FormField } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { Button, ButtonLink } from '@/app/_ui/button'
import { RadioGroup } from '@/app/_ui/choices'
import { PostForm } from '@/app/_ui/form'
import { Narrow } from '@/app/_ui/layout'
import { Note } from '@/app/_ui/note'
import { errorText } from '@/lib/base/i18n/problem-words'
import { offerForm, writeAsked } from '@/lib/casework/transfers/form'
import type { OfficeToAsk } from '@/lib/casework/transfers/offices-to-ask'
import { prepareOffer } from '@/lib/desks/case-file/prepare-transfer'
import { caseRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { CaseFrame } from '../case-frame'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

/** To which office, why, what the person says to it, and a word to whoever decides there. */
export default async function OfferTransferPage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'case.offer-transfer', roles: caseRoles }, (reading) =>
    prepareOffer(reading, code, query),
  )
  const { t, locale, view } = page
  const { head, draft, offices } = view
  const { version, sensitivity } = head.reach.record
  const restricted = sensitivity === 'S4'
  const form = { form: offerForm, draft, t, locale }
  return (
    <CaseFrame keeps head={head} page={page} title={t('transfers.offer.title')}>
      <Narrow>
        <DraftNotice {...form} />
        <div>
          <h2>{t('transfers.offer.title')}</h2>
          <p className="lead">{t('transfers.offer.lead', { lead: head.lead })}</p>
          <p>
            <a href={`/cases/${code}/transfer/agency`}>{t('transfers.agency.title')}</a>
          </p>
        </div>
        <Note icon="show">{t(restricted ? 'transfers.offer.seen-restricted' : 'transfers.offer.seen')}</Note>
        <PostForm main action={`/api/v1/cases/${code}/offer-transfer`} fields={hidden(version)}>
          <RadioGroup
            name="to"
            one
            label={t(restricted ? 'transfers.to.label-restricted' : 'transfers.to.label')}
            value={draft?.values.to?.toString()}
            error={draft?.errors.to && errorText(t, 'transfers', 'to', draft.errors.to)}
            options={restricted ? byName(offices) : byOffice(offices)}
          />
          <FormField name="transferReason" {...form} />
          <FormField name="said" {...form} />
          <FormField name="word" {...form} />
          <div className="field row">
            <Button>{t('transfers.offer.button')}</Button>
            <ButtonLink calm href={`/cases/${code}`}>
              {t('forms.back')}
            </ButtonLink>
          </div>
        </PostForm>
      </Narrow>
    </CaseFrame>
  )
}

const byOffice = (offices: readonly OfficeToAsk[]) =>
  offices.map(({ id, name, supervisors }) => ({
    value: writeAsked({ office: id, supervisor: null }),
    label: name,
    hint: supervisors.map((one) => one.name).join(', '),
  }))

/** A restricted case is asked of one person, and nobody else of that office hears of it. */
const byName = (offices: readonly OfficeToAsk[]) =>
  offices.flatMap(({ id, name, supervisors }) =>
    supervisors.map((one) => ({
      value: writeAsked({ office: id, supervisor: one.id }),
      label: <bdi>{one.name}</bdi>,
      hint: name,
    })),
  )
