import { Narrow } from '@/app/_ui/layout'
import type { Translate } from '@/lib/base/i18n/translate'
import type { LinkSaid } from '@/lib/desks/link/read-link'
import type { Words } from './before-reading'
import { OurNumber } from './our-number'

/** Why this link opens nothing, as far as this browser may know it, and what to do. */
export function NothingToOpen({ said, words: { t } }: { said: LinkSaid | undefined; words: Words }) {
  const why = whyOf(said)
  return (
    <Narrow>
      <h1>{t(`links.${why}`)}</h1>
      <p className="lead">{t(`links.${why}-lead`)}</p>
      {said && <OurNumber phone={said.phone} t={t} />}
    </Narrow>
  )
}

type Why = Parameters<Translate>[0] extends infer K ? (K extends `links.${infer W}-lead` ? W : never) : never

function whyOf(said: LinkSaid | undefined): Why {
  if (!said) return 'over'
  if (said.stands === 'ELSEWHERE') return 'elsewhere'
  if (said.stands === 'NO_TRIES') return 'no-tries'
  if (said.endedAs === 'DECLINED') return 'declined'
  return said.endedAs === 'CANCELLED' || said.endedAs === 'CONSENT_WITHDRAWN' ? 'taken-back' : 'over'
}
