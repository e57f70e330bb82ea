import { consentText } from '@/lib/casework/consents/read-aloud'
import type { Framed } from './case-frame'

type Props = {
  purpose: 'CASE_MGMT' | 'STATS'
  /** A child hears words of their own; while the age is not known yet both stand there. */
  child: boolean | undefined
  page: Framed
}

/** What is read to the person before they answer, in the wording that is kept with the answer. */
export function ReadOut({ purpose, child, page: { t, locale } }: Props) {
  const words = (of: boolean) => consentText({ purpose, child: of }, locale)
  return (
    <blockquote className="box ground prose">
      {child !== true && <p>{words(false)}</p>}
      {child !== false && (
        <p>
          {child === undefined && <b>{t('consents.aloud.child')}</b>} {words(true)}
        </p>
      )}
    </blockquote>
  )
}
