import { aboutColleague } from '@/app/_frame/about-colleague'
import { DraftNotice } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { WorkPage } from '@/app/_frame/work-page'
import { Button, ButtonLink } from '@/app/_ui/button'
import { RadioGroup } from '@/app/_ui/choices'
import { Crumb } from '@/app/_ui/crumb'
import { PostForm } from '@/app/_ui/form'
import { Narrow } from '@/app/_ui/layout'
import { errorText } from '@/lib/base/i18n/problem-words'
import { acceptForm } from '@/lib/casework/transfers/form'
import type { StaffRow } from '@/lib/desks/staff/colleagues-of-offices'
import { type OfferView, prepareAnswer } from '@/lib/desks/staff/prepare-transfer'
import type { Query } from '@/lib/platform/gate/query'
import { type Page, read } from '@/lib/platform/gate/read'
import { Offered } from './offered'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

/** A case that another office offers: what may be known of it, and who would lead it here. */
export default async function AcceptTransferPage({ params, searchParams }: Props) {
  const { id } = await params
  const query = await searchParams
  const page = await read({ action: 'transfer.accept', roles: ['SUPERVISOR'] }, (reading) =>
    prepareAnswer(reading, id, { verb: 'transfer.accept', query }),
  )
  const { t, locale, view } = page
  const { row, facts, draft } = view
  return (
    <WorkPage
      keeps
      page={page}
      title={`${t('transfers.answer.title', { from: facts.from })} – ${row.code}`}
      under="/queue"
    >
      <Narrow>
        <Crumb
          label={t('frame.crumb')}
          links={[{ href: '/queue?kind=transfer', label: t('queue.title') }]}
          here={row.code}
        />
        <DraftNotice form={acceptForm} draft={draft} t={t} locale={locale} />
        <div>
          <h1>{t('transfers.answer.title', { from: facts.from })}</h1>
          <p className="lead">{t('transfers.answer.lead', { to: facts.to })}</p>
        </div>
        <Offered view={view} page={page} />
        <PostForm main action={`/api/v1/transfers/${id}/accept`} fields={hidden(row.version)}>
          <RadioGroup
            name="lead"
            one
            label={t('transfers.lead.label')}
            hint={view.staff.length === 0 ? t('transfers.lead.nobody') : undefined}
            value={draft?.values.lead?.toString() ?? view.proposal?.to}
            error={draft?.errors.lead && errorText(t, 'transfers', 'lead', draft.errors.lead)}
            options={view.staff.map((one) => ({
              value: one.id,
              label: <bdi>{one.name}</bdi>,
              hint: aboutHand(one, view, page),
            }))}
          />
          <div className="field row">
            <Button>{t('transfers.accept.button')}</Button>
            <ButtonLink calm href={`/queue/transfers/${id}/refuse`}>
              {t('transfers.refuse.title')}
            </ButtonLink>
            <ButtonLink calm href="/queue?kind=transfer">
              {t('queue.back')}
            </ButtonLink>
          </div>
        </PostForm>
      </Narrow>
    </WorkPage>
  )
}

/** Who a colleague is for this case, and why they are proposed. */
const aboutHand = (one: StaffRow, { proposal }: OfferView, page: Omit<Page<unknown>, 'view'>): string =>
  [aboutColleague(one, page), proposal?.to === one.id && page.t(`staff.hand.why.${proposal.why}`)]
    .filter(Boolean)
    .join(' · ')
