import { WorkPage } from '@/app/_frame/work-page'
import { ButtonLink } from '@/app/_ui/button'
import { Code } from '@/app/_ui/code'
import { Crumb } from '@/app/_ui/crumb'
import { CheckList } from '@/app/_ui/kept-list'
import { Narrow, Section } from '@/app/_ui/layout'
import { NextList } from '@/app/_ui/next-list'
import { Note } from '@/app/_ui/note'
import { label, partnerName } from '@/lib/base/codes/codes'
import { referralCode } from '@/lib/casework/numbers/referral-code'
import { reasonWords } from '@/lib/desks/directory/words'
import { prepareOthers } from '@/lib/desks/referral/prepare-others'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import { read } from '@/lib/platform/gate/read'

type Props = { params: Promise<{ id: string }> }

/** Who else offers this service, best first and why; then who is left out, and why. */
export default async function OthersPage({ params }: Props) {
  const { id } = await params
  const page = await read({ action: 'referral.others', roles: caseworkerRoles }, (reading) =>
    prepareOthers(reading, id),
  )
  const { t, locale, view } = page
  const service = label('service_type', view.service, locale)
  const start = `/cases/${view.code}/refer?previous=${id}&service=${view.service}`
  return (
    <WorkPage page={page} title={`${t('services.others.title')} – ${referralCode(id)}`} under="/referrals">
      <Narrow>
        <Crumb
          label={t('frame.crumb')}
          links={[
            { href: `/cases/${view.code}`, label: <Code>{view.code}</Code> },
            { href: `/referrals/${id}`, label: <Code>{referralCode(id)}</Code> },
          ]}
          here={service}
        />
        <div>
          <h1>{t('services.others.title')}</h1>
          <p className="lead">{t('services.others.lead', { service })}</p>
        </div>
        {view.offered.length === 0 ? (
          <Note tone="soon" icon="warn">
            <p>{t('services.others.none')}</p>
          </Note>
        ) : (
          <NextList
            items={view.offered.map((entry) => ({
              title: (
                <>
                  {partnerName(entry.partner, locale)} <bdi>{entry.place}</bdi>
                </>
              ),
              meta: reasonWords(entry, { t, locale }).join(' · '),
              action: {
                href: `${start}&entry=${entry.id}`,
                label: t('services.others.choose'),
                about: partnerName(entry.partner, locale),
              },
            }))}
          />
        )}
        {view.left.length > 0 && (
          <Section title={t('services.others.left')} tight>
            <CheckList
              items={view.left.map(({ entry, why }) => ({
                mark: 'none' as const,
                text: partnerName(entry.partner, locale),
                detail: t(`services.left.${why}`),
              }))}
            />
          </Section>
        )}
        <div className="row">
          <ButtonLink calm={view.offered.length > 0} href={`/cases/${view.code}/assistance/new`}>
            {t('services.others.help')}
          </ButtonLink>
          <ButtonLink calm href={`/cases/${view.code}/refer?previous=${id}&need=other`}>
            {t('services.others.need')}
          </ButtonLink>
          <a href={`/referrals/${id}`}>{t('forms.back')}</a>
        </div>
      </Narrow>
    </WorkPage>
  )
}
