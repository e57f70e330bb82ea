import { hidden } from '@/app/_frame/hidden'
import { Button, ButtonLink } from '@/app/_ui/button'
import { PostForm } from '@/app/_ui/form'
import { Narrow, Row, Section } from '@/app/_ui/layout'
import { time } from '@/lib/base/i18n/dates'
import { wordingOf } from '@/lib/base/i18n/translate'
import { isoDayOf } from '@/lib/base/time/days'
import { prepareAppointment } from '@/lib/desks/case-file/prepare-appointment'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { CaseFrame } from '../../case-frame'
import { AboutAppointment } from './about'

type Props = { params: Promise<{ code: string; id: string }>; searchParams: Promise<Query> }

/** One appointment: what it is, and what came of it, each with its own way. */
export default async function AppointmentPage({ params, searchParams }: Props) {
  const { code, id } = await params
  const query = await searchParams
  const page = await read({ action: 'appointment.keep', roles: caseworkerRoles }, (reading) =>
    prepareAppointment(reading, { code, id, verb: 'appointment.keep', query }),
  )
  const { t, view } = page
  const { head, row, known, mayEnd, mayTell } = view
  const at = `/cases/${code}/appointments/${id}`
  return (
    <CaseFrame head={head} page={page} title={t('appointments.title')}>
      <Narrow>
        <h2>{t('appointments.title')}</h2>
        <AboutAppointment view={view} page={page} />
        {row.state !== 'PLANNED' && <p>{wordingOf(t, `appointments.over.${row.state}`, row.state)}</p>}
        {mayTell && (
          <Section title={t('appointments.one.what-now')} tight>
            <Row>
              <PostForm action={`/api/v1/cases/${code}/appointments/${id}/keep`} fields={hidden(row.version)}>
                <Button>{t('appointments.one.kept')}</Button>
              </PostForm>
              <ButtonLink calm href={`${at}/miss`}>
                {t('appointments.one.missed')}
              </ButtonLink>
            </Row>
          </Section>
        )}
        {mayEnd && row.startsAt > page.actor.now && !known.neutral && (
          <p>
            <ButtonLink href={slipOf(code, row.startsAt)}>{t('appointments.one.slip')}</ButtonLink>
          </p>
        )}
        {mayEnd && (
          <Row>
            {!known.neutral && (
              <ButtonLink calm href={`${at}/move`}>
                {t('appointments.one.move')}
              </ButtonLink>
            )}
            <ButtonLink calm href={`${at}/cancel`}>
              {t('appointments.one.cancel')}
            </ButtonLink>
          </Row>
        )}
      </Narrow>
    </CaseFrame>
  )
}

/** The paper for the person, with its day and hour; the place is said anew there, as it may stand on paper. */
const slipOf = (code: string, at: Date): string =>
  `/cases/${code}/papers/appointment?on=${isoDayOf(at)}&at=${time('fr', at)}`
