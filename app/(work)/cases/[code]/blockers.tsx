import { SelectField } from '@/app/_ui/choices'
import { Section } from '@/app/_ui/layout'
import { label, offered } from '@/lib/base/codes/codes'
import { errorText } from '@/lib/base/i18n/problem-words'
import type { Blocker } from '@/lib/casework/endings/blockers'
import type { Draft } from '@/lib/platform/gate/drafts'
import { blockerHref, blockerName, blockerState } from './blocker-words'
import type { Framed } from './case-frame'

type Props = { code: string; blockers: readonly Blocker[]; draft: Draft | undefined; page: Framed }

/** What holds the end of a case back, each with the page where it is settled, or the reason for which it is left. */
export function Blockers({ code, blockers, draft, page }: Props) {
  const { t, locale } = page
  if (blockers.length === 0) return <p>{t('cases.ask-closure.nothing')}</p>
  const chosen = [draft?.values.left ?? []].flat()
  return (
    <Section title={t('cases.ask-closure.to-settle', { count: blockers.length })} tight>
      {draft?.errors.left && <p className="err">{errorText(t, 'cases', 'left', draft.errors.left)}</p>}
      {blockers.map((one) => (
        <div key={one.id}>
          <p>
            <a href={blockerHref(one, code)}>{blockerName(one, page)}</a>
            <br />
            <small>{blockerState(one, page)}</small>
          </p>
          {one.leave ? (
            <SelectField
              name="left"
              id={`left-${one.id}`}
              label={t('cases.left.label')}
              optionalLabel={t('forms.optional')}
              blank={t('cases.left.settle')}
              value={chosen.find((value) => value.startsWith(one.id))}
              options={offered('closure_left_reason').map((entry) => ({
                value: `${one.id}:${entry.code}`,
                label: label('closure_left_reason', entry.code, locale),
              }))}
            />
          ) : (
            <p className="meta">{t('cases.left.never')}</p>
          )}
        </div>
      ))}
    </Section>
  )
}
