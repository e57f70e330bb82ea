import { ButtonLink } from '@/app/_ui/button'
import { Note } from '@/app/_ui/note'
import { label } from '@/lib/base/codes/codes'
import { isUsual, linesOver } from '@/lib/casework/reintegration/budget'
import { type Lines, sumOf } from '@/lib/casework/reintegration/lines'
import { MODELS } from '@/lib/casework/reintegration/models'
import { number } from '@/lib/desks/statistics/words'
import type { FormPage } from '../return-form'

/** What the lines come to, and what would stand against asking; where nothing is typed, the models to begin with. */
export function Budget({ page, lines }: { page: FormPage; lines: Lines }) {
  const { t, locale, view } = page
  const { figures, grant, head } = view
  const total = sumOf(lines)
  if (total === 0)
    return (
      <div className="row" id="models">
        <span>{t('reintegration.grant.models')}</span>
        {Object.keys(MODELS).map((model) => (
          <ButtonLink
            key={model}
            calm
            small
            href={`/cases/${head.reach.record.code}/return/grant?model=${model}`}
          >
            {label('grant_model', model, locale)}
          </ButtonLink>
        ))}
      </div>
    )
  const over = linesOver(lines, figures)
  const said = {
    min: number(locale, figures['grant.usual-min'] ?? 0),
    max: number(locale, figures['grant.usual-max'] ?? 0),
  }
  return (
    <Note tone={over.length > 0 ? 'soon' : undefined} live>
      <p>
        <b>{t('reintegration.grant.total', { total: number(locale, total) })}</b>{' '}
        {grant?.state === 'RETURNED' &&
          t('reintegration.grant.came-back', {
            reason: label('grant_return_reason', grant.reason ?? '', locale),
          })}{' '}
        {!isUsual(total, figures) && t('reintegration.grant.unusual', said)}
      </p>
      {over.map(({ line, percent, most }) => (
        <p key={line}>
          {t('reintegration.grant.over', { line: label('grant_line', line, locale), percent, most })}
        </p>
      ))}
    </Note>
  )
}
