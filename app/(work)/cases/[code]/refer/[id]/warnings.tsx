import { Note } from '@/app/_ui/note'
import { partnerName } from '@/lib/base/codes/codes'
import { wordingOf } from '@/lib/base/i18n/translate'
import { namesOne, textWarnings } from '@/lib/base/text/look'
import { isToldNothing } from '@/lib/casework/referrals/sharing/fact-source'
import type { Preview } from '@/lib/casework/referrals/sharing/preview-queries'
import { canBeReached } from '@/lib/casework/referrals/sharing/reach-facts'
import type { Page } from '@/lib/platform/gate/read'
import { NeverTell } from '../../never-tell'

type Props = {
  page: Omit<Page<unknown>, 'view'>
  view: { partner: string; preview: Preview }
  base: string
}

/** What speaks against sending it so: why it was given back, names or places in the words, whom never to tell, no way to reach the person. */
export function Warnings({ page: { t, locale }, view: { partner: partnerCode, preview }, base }: Props) {
  const { draft: asked, person, returned } = preview
  const { given, family, alias } = person.identity
  const named = namesOne(asked.reasonText, [given, family, alias])
  const warnings = [...(named ? (['NAME'] as const) : []), ...textWarnings(asked.reasonText)]
  return (
    <>
      {returned && (
        <Note tone="late" icon="warn">
          <b>
            {t('referrals.wizard.returned', {
              reason: wordingOf(t, `referrals.reason.return.${returned.reason}`, ''),
            })}
          </b>
          {returned.words && <p className="prose">{returned.words}</p>}
        </Note>
      )}
      {warnings.map((warning) => (
        <Note key={warning} tone="soon" icon="warn">
          {t(`referrals.warning.${warning}`)} <a href={`${base}/service#f-reasonText`}>{t('forms.change')}</a>
        </Note>
      ))}
      <NeverTell identity={person.identity} page={{ t, locale }} />
      {isToldNothing(person.identity, partnerCode) && (
        <Note tone="late" icon="warn">
          {t('referrals.wizard.state-service', { partner: partnerName(partnerCode, locale) })}
        </Note>
      )}
      {!canBeReached(preview.leaving) && (
        <Note tone="late" icon="warn">
          <b>{t('referrals.wizard.no-contact', { partner: partnerName(partnerCode, locale) })}</b>
          <p>{t('referrals.wizard.no-contact.more')}</p>
        </Note>
      )}
    </>
  )
}
