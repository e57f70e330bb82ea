import { WorkPage } from '@/app/_frame/work-page'
import { Button, ButtonLink } from '@/app/_ui/button'
import { RadioGroup } from '@/app/_ui/choices'
import { Code } from '@/app/_ui/code'
import { Crumb } from '@/app/_ui/crumb'
import { GetForm } from '@/app/_ui/form'
import { Narrow, Row, Section } from '@/app/_ui/layout'
import { Note } from '@/app/_ui/note'
import { label, partnerName } from '@/lib/base/codes/codes'
import { referralCode } from '@/lib/casework/numbers/referral-code'
import { CARRY } from '@/lib/casework/papers/kinds'
import { FORM_LANGUAGES, prepareExchange } from '@/lib/desks/referral/prepare-exchange'
import { caseRoles } from '@/lib/platform/access/roles'
import { read } from '@/lib/platform/gate/read'
import { refusalWords } from '@/lib/platform/http/words'
import type { Framed } from '../../../cases/[code]/case-frame'

/** How a referral leaves for an agency that does not use Relais: the form on paper, a sealed file, an open one. */
export default async function ExchangePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const page = await read({ action: 'referral.exchange', roles: caseRoles }, (reading) =>
    prepareExchange(reading, id),
  )
  const { t, locale, view } = page
  const partner = partnerName(view.partner, locale)
  const title = t('exchange.title')
  return (
    <WorkPage page={page} title={`${title} – ${referralCode(id)}`} under="/referrals">
      <Narrow>
        <Crumb
          label={t('frame.crumb')}
          links={[
            { href: `/cases/${view.code}`, label: <Code>{view.code}</Code> },
            { href: `/referrals/${id}`, label: <Code>{referralCode(id)}</Code> },
          ]}
          here={`${label('service_type', view.service, locale)}, ${partner}`}
        />
        <div>
          <h1>{title}</h1>
          <p className="lead">{t('exchange.lead')}</p>
        </div>
        {view.leaves ? (
          <Ways page={page} view={view} leaves={view.leaves} />
        ) : (
          <Note>{refusalWords(locale, { status: 403, reason: 'exchange-ended' }).lead}</Note>
        )}
      </Narrow>
    </WorkPage>
  )
}

type View = Extract<Awaited<ReturnType<typeof prepareExchange>>, { view: unknown }>['view']

type WaysProps = { page: Pick<Framed, 't' | 'locale'>; view: View; leaves: NonNullable<View['leaves']> }

/** The form, the sealed file, the open one. */
function Ways({ page: { t, locale }, view, leaves }: WaysProps) {
  return (
    <>
      <Section title={t('exchange.leaves')} tight>
        <p>{leaves.facts.map((key) => t(`referrals.fact.${key}`)).join(', ')}.</p>
        {leaves.follows && <p className="meta">{t('exchange.follows')}</p>}
      </Section>
      <Section title={t('exchange.form.title')} tight>
        <p>{t('exchange.form.lead')}</p>
        <GetForm action={`/referrals/${view.id}/form`}>
          <RadioGroup
            name="language"
            label={t('exchange.form.language')}
            value={locale}
            options={FORM_LANGUAGES.map((value) => ({ value, label: t(`papers.language.${value}`) }))}
          />
          <RadioGroup
            name="carry"
            label={t('papers.carry.label')}
            hint={t('papers.carry.hint')}
            value="NOT_SAFE"
            options={CARRY.map((value) => ({ value, label: t(`papers.carry.${value}`) }))}
          />
          <div>
            <Button>{t('exchange.form.open')}</Button>
          </div>
        </GetForm>
      </Section>
      <Section title={t('exchange.file.title')} tight>
        {leaves.print ? (
          <>
            <p>{t('exchange.file.lead')}</p>
            <p>{t('exchange.file.print', { print: leaves.print })}</p>
            <Row>
              <ButtonLink calm href={`/api/v1/referrals/${view.id}/sealed`}>
                {t('exchange.file.get')}
              </ButtonLink>
            </Row>
          </>
        ) : (
          <p>
            {t('exchange.file.no-key')}{' '}
            {view.entryId && <a href={`/directory/${view.entryId}`}>{t('exchange.file.entry')}</a>}
          </p>
        )}
      </Section>
      <Section title={t('exchange.bundle.title')} tight>
        <p>{t('exchange.bundle.lead')}</p>
        <Row>
          <ButtonLink calm href={`/api/v1/referrals/${view.id}/bundle`}>
            {t('exchange.bundle.get')}
          </ButtonLink>
          <ButtonLink calm href={`/referrals/${view.id}`}>
            {t('forms.back')}
          </ButtonLink>
        </Row>
      </Section>
    </>
  )
}
