import { ButtonLink } from '@/app/_ui/button'
import { Section } from '@/app/_ui/layout'
import { day } from '@/lib/base/i18n/dates'
import type { AssessmentView } from '@/lib/desks/case-file/view-assessments'
import type { Framed } from '../../case-frame'

/** What a panel decided, or that one is awaited; whoever supervises the case says it here. */
export function PanelPart({ view, page }: { view: AssessmentView; page: Framed }) {
  const { t, locale } = page
  const { head, row, panel, panelWaits } = view
  if (!panel && !panelWaits) return null
  return (
    <Section tight title={t('assessments.panel')}>
      {panel ? (
        <>
          <p>
            <b>{t(`assessments.decision.${panel.decision}`)}</b> · {day(locale, panel.on)}, {panel.by}
          </p>
          <p dir="auto">{panel.words}</p>
        </>
      ) : (
        <p>{t('assessments.panel.awaited')}</p>
      )}
      {panelWaits && page.actor.role === 'SUPERVISOR' && (
        <p>
          <ButtonLink href={`/cases/${head.reach.record.code}/assessments/${row.id}/panel`}>
            {t('assessments.panel.title')}
          </ButtonLink>
        </p>
      )}
    </Section>
  )
}
