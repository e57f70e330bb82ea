import { WorkPage } from '@/app/_frame/work-page'
import { Narrow } from '@/app/_ui/layout'
import { day } from '@/lib/base/i18n/dates'
import { prepareCard } from '@/lib/desks/case-file/view-assessments'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import { read } from '@/lib/platform/gate/read'

type Props = { params: Promise<{ code: string; which: string }> }

/** One card that the person keeps: their own words, no name, no code, no sign of us, also in the page's title. */
export default async function CardPage({ params }: Props) {
  const { code, which } = await params
  const page = await read({ action: 'assessment.card', roles: caseworkerRoles }, (reading) =>
    prepareCard(reading, code, which),
  )
  const { t, locale, view } = page
  return (
    <WorkPage page={page} title={t('assessments.card.title')} under="/cases">
      <Narrow>
        <p className="meta noprint">
          {t('assessments.card.safe')} {t('assessments.card.print')}
        </p>
        <section className="box stack tight" aria-labelledby="card">
          <h1 id="card">{t('assessments.card.title')}</h1>
          {view.card.lines.map(({ name, text }) => (
            <div key={name}>
              <h2>{t(`assessments.card.${name}`)}</h2>
              {text.split('\n').map((line, index) => (
                <p key={index} dir="auto">
                  {line}
                </p>
              ))}
            </div>
          ))}
          {view.card.next && (
            <p>
              {t('assessments.card.next')} <b>{day(locale, view.card.next)}</b>
            </p>
          )}
        </section>
        <p className="noprint">
          <a href={`/cases/${code}/assessments/${which}`}>{t('forms.back')}</a>
        </p>
      </Narrow>
    </WorkPage>
  )
}
