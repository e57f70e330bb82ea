import { lastNoWords } from '@/app/_frame/last-no'
import { Note } from '@/app/_ui/note'
import { isMessageKey } from '@/lib/base/i18n/translate'
import type { CheckView } from '@/lib/desks/referral/wizard'
import type { Page } from '@/lib/platform/gate/read'

type Props = { page: Omit<Page<unknown>, 'view'>; view: CheckView; base: string }

const places: Record<string, string> = {
  'no-partner': 'service',
  directory: 'service',
  agreement: 'service',
  nobody: 'service',
  refused: 'share',
  cover: 'consent',
}

/** What stands in the way, why, the newest no about it, and the page that mends it. */
export function WhatIsMissing({ page, view, base }: Props) {
  const { t } = page
  const { missing, preview, uncovered, lastNo } = view
  if (!missing) return lastNo ? <Note icon="warn">{lastNoWords(lastNo, page)}</Note> : null
  const key = `referrals.read.${missing}`
  // The person was asked; what is missing is somebody else's own word: they put it where the referral waits for approval.
  const waits = missing === 'cover' && uncovered?.reason === 'UNCONFIRMED'
  return (
    <Note tone="late" icon="warn">
      <b>{isMessageKey(key) ? t(key) : missing}</b>
      {uncovered && missing === 'cover' && (
        <p>
          {t(`referrals.cover.${uncovered.reason}`)}{' '}
          {uncovered.reason === 'FACTS_MISSING' &&
            uncovered.missing.map((fact) => t(`referrals.fact.${fact}`)).join(', ')}
        </p>
      )}
      {lastNo && <p>{lastNoWords(lastNo, page)}</p>}
      {!preview.payloads.ok && (
        <ul>
          {preview.payloads.refused.map(({ fact, reason }) => (
            <li key={fact}>
              {t(`referrals.fact.${fact}`)} : {t(`referrals.never.${reason}`)}
            </li>
          ))}
        </ul>
      )}
      <p>
        {waits ? (
          <>
            <a href={`${base}/check`}>{t('referrals.emergency.back')}</a>{' '}
            <a href="/help#call">{t('referrals.wizard.call-supervisor')}</a>
          </>
        ) : (
          <a href={`${base}/${places[missing] ?? 'share'}`}>
            {t(missing === 'cover' ? 'referrals.wizard.ask-again' : 'referrals.wizard.mend')}
          </a>
        )}
      </p>
    </Note>
  )
}
